/** A whole shop for the page tests: built, freshly filled, in a folder of its own; it ends with Playwright. */
import { rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { giveBackFolder, takeFolder } from '../scripts/bring-up/claimed-folder'
import { bringUpShop } from '../scripts/bring-up/shop'
import { pagesDatabaseFile } from './pages-database'

const FOLDER = resolve('.comptoir/pages')

// It buys and sells: the environment of the person's own shop stays out of it.
for (const name of ['DATABASE_URL', 'REDIS_URL', 'MEILISEARCH_URL', 'SMTP_URL', 'ORIGIN', 'HOST'])
  delete process.env[name]

const dir = takeFolder(FOLDER)
for (const part of ['postgres', 'redis', 'meilisearch', 'files', 'mail'])
  rmSync(`${dir}/${part}`, { recursive: true, force: true })

const shop = await bringUpShop({
  dir,
  port: Number(process.env.PAGES_PORT),
  servicePorts: { postgres: 54340, redis: 63810, meilisearch: 7730 },
  fast: true,
  env: { WEB_CONCURRENCY: '1', LOG_LEVEL: 'warn' },
})
const databaseFile = pagesDatabaseFile(process.env.PAGES_PORT)
writeFileSync(databaseFile, shop.databaseUrl, { mode: 0o600 })

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, async () => {
    rmSync(databaseFile, { force: true })
    await shop.stop()
    giveBackFolder(dir, FOLDER)
    process.exit(0)
  })
