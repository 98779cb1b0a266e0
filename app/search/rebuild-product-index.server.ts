import { sql } from 'drizzle-orm'
import pLimit from 'p-limit'
import { productView } from '~/catalog/catalog-views.server'
import type { ProductsTogether } from '~/catalog/product-words.server'
import type { Database } from '~/platform/db.server'
import { fillDocuments } from './documents/fill-documents.server'
import { soundOutWords } from './documents/sound-out-words.server'
import type { ProductSearch } from './open-product-search.server'
import { recomputeDocuments } from './recompute-documents.server'

const STRETCH = 5_000
const AT_ONCE = 2

export type RebuildProgress = (state: { step: 'documents' | 'index'; done: number; total: number }) => void

/** Writes every document anew, then gives Meilisearch a new index that takes the place of the old one. */
export async function rebuildProductIndex(
  { db, productSearch }: { db: Database; productSearch: ProductSearch },
  progress: RebuildProgress = () => {},
): Promise<{ products: number }> {
  const products = await rebuildDocuments(db, progress)
  let indexed = 0
  await productSearch.index?.rebuild(db, (documents) => {
    indexed += documents
    progress({ step: 'index', done: indexed, total: 2 * products })
  })
  return { products }
}

/** Every document anew, in stretches of products; all at once where there are none yet. */
export async function rebuildDocuments(db: Database, progress: RebuildProgress): Promise<number> {
  const { products, highest, isEmpty } = await findSize(db)
  let done = 0
  const inStretches = async (work: (products: ProductsTogether) => Promise<void>) => {
    const atOnce = pLimit(AT_ONCE)
    const stretches = Array.from({ length: Math.ceil(highest / STRETCH) }, (_, at) => at * STRETCH)
    await Promise.all(
      stretches.map((after) =>
        atOnce(async () => {
          await work({ after, upTo: after + STRETCH })
          done = Math.min(done + STRETCH, products)
          progress({ step: 'documents', done, total: products })
        }),
      ),
    )
  }
  if (isEmpty) await fillDocuments(db, inStretches)
  else await inStretches((stretch) => recomputeDocuments(db, stretch))
  await soundOutWords(db)
  await db.execute(sql`analyze product_documents, search_words`)
  return products
}

async function findSize(db: Database) {
  const [row] = await db.execute<{ products: number; highest: number; isEmpty: boolean }>(sql`
    select count(*)::int as products, coalesce(max(id), 0) as highest,
      not exists (select 1 from product_documents) as "isEmpty"
    from ${productView}`)
  return row ?? { products: 0, highest: 0, isEmpty: true }
}
