import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import postgres from 'postgres'
import { readEnvironment } from '~/platform/env.server'
import { migrate } from '~/platform/migrate.server'
import { buildShop, isBuildStale } from '../bring-up/build'
import { untilReady } from '../bring-up/children'
import { claimFolder, releaseFolder } from '../bring-up/claimed-folder'
import { freePort } from '../bring-up/ports'
import { builtProcess } from '../bring-up/processes'
import { note, step } from '../bring-up/progress'
import { keptSecrets } from '../bring-up/secrets'
import { bringUpServices } from '../bring-up/services'
import { parentOf, type Watched } from './meter'

const NOTHING_GIVEN = { NODE_ENV: 'development' } as const
const PORTS = { postgres: 54350, redis: 63820, meilisearch: 7740 }

export type StackPlan = { dir: string; products: number; webProcesses: number; usesGiven?: boolean }
export type Stack = Awaited<ReturnType<typeof startStack>>

/** A shop of its own in a folder of its own: services that wait for the disk, built processes, products to sell. */
export async function startStack({ dir: folder, products, webProcesses, usesGiven = false }: StackPlan) {
  const dir = resolve(folder)
  const owner = claimFolder(dir)
  if (owner) throw new Error(`${dir} is in use by process ${owner}.`)
  if (isBuildStale()) await step('Build', buildShop)

  const services = await bringUpServices({
    dir,
    ports: PORTS,
    env: usesGiven ? process.env : NOTHING_GIVEN,
    say: note,
  })
  try {
    const port = await freePort(3300)
    const env = environmentOf({ dir, port, webProcesses, urls: services.urls })
    const databaseUrl = services.urls.DATABASE_URL ?? ''
    await step('Database schema', () => migrate(databaseUrl))
    if (!usesGiven) fill(env, products)

    const origin = env.ORIGIN ?? ''
    const web = services.kept.start('web', process.execPath, builtProcess('web'), { env })
    const worker = services.kept.start('worker', process.execPath, builtProcess('worker'), { env })
    await untilReady(web, {
      name: 'The web process',
      log: services.kept.logOf('web'),
      isReady: async () => (await fetch(`${origin}/health/ready`)).ok,
    })
    return {
      dir,
      env: readEnvironment(env),
      origin,
      databaseUrl,
      watched: {
        web: web.pid ?? 0,
        worker: worker.pid ?? 0,
        postgres: await postmasterOf(databaseUrl),
      } satisfies Watched,
      async stop() {
        await services.stop()
        releaseFolder(dir)
      },
    }
  } catch (fault) {
    await services.stop()
    releaseFolder(dir)
    throw fault
  }
}

function environmentOf(stack: {
  dir: string
  port: number
  webProcesses: number
  urls: Record<string, string>
}): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    ...keptSecrets(stack.dir),
    ...stack.urls,
    // As `npm start` runs it: 'production' refuses the sandbox bank and plain http. The code is the production build.
    NODE_ENV: 'development',
    ORIGIN: `http://127.0.0.1:${stack.port}`,
    PORT: String(stack.port),
    DATA_DIRECTORY: stack.dir,
    WEB_CONCURRENCY: String(stack.webProcesses),
    SANDBOX_BANK: 'true',
    // All load comes from one machine: each visitor names an IP of their own, as a proxy would report it.
    TRUSTED_PROXY_HOPS: '1',
    LOG_LEVEL: 'warn',
  } as NodeJS.ProcessEnv
}

/** As many vehicles and fitments to a product as a shop of 400,000 has; one that is filled already stays as it is. */
function fill(env: NodeJS.ProcessEnv, products: number): void {
  const types = Math.max(300, Math.round(products * 0.075))
  const sizes = ['--products', products, '--types', types, '--fitments', products * 50].map(String)
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/seed-full.ts', ...sizes], {
    env,
    stdio: 'inherit',
  })
}

/** The process that all of Postgres's own descend from, when it runs on this machine. */
async function postmasterOf(databaseUrl: string): Promise<number> {
  const sql = postgres(databaseUrl, { max: 1 })
  try {
    const [row] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`
    return row ? parentOf(row.pid) : 0
  } finally {
    await sql.end()
  }
}
