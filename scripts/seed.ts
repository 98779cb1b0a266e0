/** `npm run seed -- [--products 3000]`: fills an empty database with the demonstration shop. */
import { parseArgs } from 'node:util'
import { SingleBar } from 'cli-progress'
import { sql } from 'drizzle-orm'
import { type Database, openDatabase } from '../app/platform/db.server'
import { type Environment, readEnvironment } from '../app/platform/env.server'
import { openLog } from '../app/platform/log.server'
import { openStorage } from '../app/platform/storage.server'
import { openProductSearch } from '../app/search/open-product-search.server'
import { rebuildProductIndex } from '../app/search/rebuild-product-index.server'
import { fillShop } from '../demo/fill-shop'
import { generateShop } from '../demo/generate-shop'
import { storePictures } from '../demo/pictures/store-pictures'
import { openStaffAccount } from '../demo/staff-account'

const { values } = parseArgs({ options: { products: { type: 'string', default: '3000' } } })
const env = readEnvironment()
const { db, close } = openDatabase(env.DATABASE_URL, { name: 'comptoir-seed', poolSize: 4 })

if (await hasProducts(db)) console.log('The shop has products already: nothing was changed.')
else await fill(Number(values.products))
await close()

async function fill(products: number): Promise<void> {
  const began = Date.now()
  const shop = generateShop({ products })
  const pictures = new Set(shop.products.flatMap((product) => product.pictures))

  const bar = new SingleBar({
    format: '  {bar} {percentage}% {step}',
    hideCursor: true,
    clearOnComplete: true,
  })
  bar.start(pictures.size + 2 * shop.products.length, 0, { step: 'Pictures' })
  const fileIds = await storePictures({ db, storage: openStorage(env.DATA_DIRECTORY) }, pictures, () =>
    bar.increment(1),
  )
  bar.update({ step: 'Products' })
  await fillShop(db, shop, { fileIds, now: new Date(), onLoaded: (count) => bar.increment(count) })
  bar.update({ step: 'Search' })
  await index(env, () => bar.update(pictures.size + 2 * shop.products.length))
  bar.stop()

  const seconds = ((Date.now() - began) / 1000).toFixed(1)
  const variants = shop.products.reduce((count, product) => count + product.variants.length, 0)
  console.log(
    `  ${shop.products.length} products, ${variants} variants and ${pictures.size} pictures in ${seconds} s.`,
  )
  console.log(`  ${(await openStaffAccount(db, env)).replace('\n', ', ')}`)
}

async function hasProducts(database: Database): Promise<boolean> {
  const [row] = await database.execute<{ any: boolean }>(sql`select exists (select 1 from products) as any`)
  return row?.any ?? false
}

async function index({ LOG_LEVEL, MEILISEARCH_URL, MEILISEARCH_KEY }: Environment, onDone: () => void) {
  const log = openLog({ level: LOG_LEVEL, process: 'seed' })
  const meilisearch = MEILISEARCH_URL ? { url: MEILISEARCH_URL, key: MEILISEARCH_KEY ?? '' } : undefined
  const productSearch = openProductSearch({ db, log, meilisearch })
  await rebuildProductIndex({ db, productSearch })
  await productSearch.close()
  onDone()
}
