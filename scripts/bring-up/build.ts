import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readText } from './children'

const SOURCES = ['app', 'server', 'public']
const SETTINGS = [
  'package-lock.json',
  'vite.config.ts',
  'remix.config.js',
  'tailwind.config.ts',
  'tsconfig.json',
  'scripts/build-processes.mjs',
]
const STAMP = 'build/.built-from'

/** True when `build/` was not made from the sources as they are now. */
export function isBuildStale(): boolean {
  return !existsSync('build/server.js') || readText(STAMP) !== hashOfSources()
}

export async function buildShop(): Promise<void> {
  const builtFrom = hashOfSources()
  await runQuietly(['node_modules/@remix-run/dev/dist/cli.js', 'vite:build'])
  await runQuietly(['scripts/build-processes.mjs'])
  writeFileSync(STAMP, builtFrom)
}

/** Shows what the command said only when it failed. */
function runQuietly(args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, NODE_ENV: 'production' as const }
    const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        said += chunk
      })
    child.once('error', reject)
    child.once('exit', (code) => {
      if (code === 0) resolve()
      // Rollup ends its complaint with a list of all files it watches.
      else reject(new Error(`${args.join(' ')} failed:\n${said.split('watchFiles:')[0]}`))
    })
  })
}

function hashOfSources(): string {
  const hash = createHash('sha256')
  for (const folder of SOURCES) {
    if (!existsSync(folder)) continue
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }).sort(byPath)) {
      const path = join(entry.parentPath, entry.name)
      if (entry.isFile() && !/\.test\.tsx?$/.test(path)) hash.update(path).update(readFileSync(path))
    }
  }
  for (const path of SETTINGS) hash.update(path).update(readText(path))
  return hash.digest('hex')
}

function byPath(a: Entry, b: Entry) {
  return join(a.parentPath, a.name) < join(b.parentPath, b.name) ? -1 : 1
}

interface Entry {
  parentPath: string
  name: string
}
