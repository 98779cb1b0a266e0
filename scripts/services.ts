/**
 * Starts Postgres, Redis and Meilisearch alone and keeps them until stopped: `node --import tsx scripts/services.ts [folder]`.
 * It prints their URLs as lines for a `.env` file.
 */
import { resolve } from 'node:path'
import { bringUpServices, SHOP_PORTS } from './bring-up/services'

const dir = resolve(process.argv[2] ?? '.comptoir')
const services = await bringUpServices({
  dir,
  ports: SHOP_PORTS,
  fast: process.argv.includes('--fast'),
  say: (line) => console.error(line),
})
for (const [name, value] of Object.entries(services.urls)) console.log(`${name}=${value}`)

const staysUp = setInterval(() => {}, 60_000)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, async () => {
    clearInterval(staysUp)
    await services.stop()
  })
}
