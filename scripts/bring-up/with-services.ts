import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { migrate } from '~/platform/migrate.server'
import { claimFolder, releaseFolder } from './claimed-folder'
import { environmentOf } from './environment'
import { note, step } from './progress'
import { bringUpServices, SHOP_PORTS } from './services'

const HOST = '127.0.0.1'

/**
 * Does work on the shop that `npm start` would open here, its schema up to date. Where the environment names a database,
 * that one and what else is named there is used; else the services of `npm start` run for as long as the work takes.
 */
export async function withServices(work: (env: NodeJS.ProcessEnv) => Promise<void>): Promise<void> {
  const dir = resolve('.comptoir')
  if (process.env.DATABASE_URL) return withEnvironment(dir, {}, work)

  const owner = claimFolder(dir)
  if (owner) throw new Error(`The shop of this folder runs already (process ${owner}). Stop that one first.`)
  const services = await step('Database, cache and search', () =>
    bringUpServices({ dir, ports: SHOP_PORTS, say: note }),
  )
  try {
    await withEnvironment(dir, services.urls, work)
  } finally {
    await services.stop()
    releaseFolder(dir)
  }
}

async function withEnvironment(
  dir: string,
  urls: Record<string, string>,
  work: (env: NodeJS.ProcessEnv) => Promise<void>,
): Promise<void> {
  mkdirSync(dir, { recursive: true })
  const env = environmentOf({ dir, port: Number(process.env.PORT || 3000) }, urls, HOST)
  await step('Database schema', () => migrate(env.DATABASE_URL ?? ''))
  await work(env)
}
