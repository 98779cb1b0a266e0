import { and, asc, eq, type SQL, sql } from 'drizzle-orm'
import { changeTag } from '~/changes'
import type { Language } from '~/i18n/language'
import { builtOnce } from '~/platform/built-once.server'
import type { Cache } from '~/platform/cache.server'
import type { Database } from '~/platform/db.server'
import { isAmongUncounted } from '~/platform/is-among.server'
import { brands, ranges } from './family-tables.server'
import { firstImage } from './image-columns.server'
import { products, variants } from './product-tables.server'
import { textIn } from './texts.server'

export type CardWords = Awaited<ReturnType<typeof selectCardWords>>[number]

/** The words, picture and variants on the cards of these products, as far as they are sold. Ten minutes old at most. */
export function listCardWords(
  { db, cache }: { db: Database; cache: Cache },
  { ids, language }: { ids: readonly number[]; language: Language },
): Promise<Map<number, CardWords>> {
  return cache.rememberEach({
    ids,
    keyOf: (id) => `catalog:card:${id}:${language}`,
    seconds: 600,
    tagsOf: (id) => [changeTag.product(id)],
    read: async (missing) => {
      const cards = await selectCardWords(db, language).where(
        and(isAmongUncounted(products.id, missing), isSold),
      )
      return new Map(cards.map((card) => [card.id, card]))
    },
  })
}

/** The cards of others of the range, from this product on and around: each product has neighbours of its own. */
export function listNeighbours(
  db: Database,
  {
    productId,
    rangeId,
    language,
    limit = 5,
  }: { productId: number; rangeId: number; language: Language; limit?: number },
): Promise<CardWords[]> {
  return neighbours(db, language).execute({ productId, rangeId, limit })
}

const neighbours = builtOnce((db, language: Language) => {
  const given = (name: 'productId' | 'rangeId' | 'limit') => sql`${sql.placeholder(name)}::int`
  // Walked from the product on, however large its range is.
  const beside = (side: SQL) => sql`(
    select id from products where range_id = ${given('rangeId')} and status = 'available'
      and id ${side} ${given('productId')}
    order by id limit ${given('limit')})`
  return selectCardWords(db, language)
    .where(sql`${products.id} in (
      select id from (${beside(sql`>`)} union all ${beside(sql`<`)}) as beside
      order by id < ${given('productId')}, id limit ${given('limit')})`)
    .orderBy(sql`${products.id} < ${given('productId')}`, asc(products.id))
    .prepare('neighbours')
})

const isSold = eq(products.status, 'available')

function selectCardWords(db: Database, language: Language) {
  return db
    .select({
      id: products.id,
      slug: products.slug,
      name: textIn(language, 'product', 'name'),
      brandName: brands.name,
      rangeName: textIn(language, 'range', 'name'),
      image: firstImage,
      variantIds: sql<number[]>`array(select ${variants.id} from ${variants}
        where ${variants.productId} = ${products.id} order by ${variants.position}, ${variants.id})`,
    })
    .from(products)
    .innerJoin(brands, eq(brands.id, products.brandId))
    .innerJoin(ranges, eq(ranges.id, products.rangeId))
}
