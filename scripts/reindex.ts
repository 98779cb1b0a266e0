/** `npm run reindex`: writes every search document anew and gives Meilisearch a new index, while the shop goes on. */
import { SingleBar } from 'cli-progress'
import { openDatabase } from '../app/platform/db.server'
import { readEnvironment } from '../app/platform/env.server'
import { openLog } from '../app/platform/log.server'
import { openProductSearch } from '../app/search/open-product-search.server'
import { rebuildProductIndex } from '../app/search/rebuild-product-index.server'

const env = readEnvironment()
const log = openLog({ level: env.LOG_LEVEL, process: 'reindex' })
const { db, close } = openDatabase(env.DATABASE_URL, { name: 'comptoir-reindex', poolSize: 2 })
const productSearch = openProductSearch({
  db,
  log,
  meilisearch: env.MEILISEARCH_URL ? { url: env.MEILISEARCH_URL, key: env.MEILISEARCH_KEY ?? '' } : undefined,
})

const began = Date.now()
const bar = new SingleBar({ format: '{step} [{bar}] {value}/{total}', hideCursor: true })
bar.start(0, 0, { step: 'documents' })
const { products } = await rebuildProductIndex({ db, productSearch }, ({ step, done, total }) => {
  bar.setTotal(total)
  bar.update(done, { step })
})
bar.stop()
console.log(`${products} products indexed in ${((Date.now() - began) / 1000).toFixed(1)} s.`)
await close()
