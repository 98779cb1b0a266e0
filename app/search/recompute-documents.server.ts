import { type SQL, sql } from 'drizzle-orm'
import { isWithin, type ProductsTogether } from '~/catalog/product-words.server'
import type { Database } from '~/platform/db.server'
import { isProductForSale } from '~/pricing/for-sale.server'
import { textsOf } from './documents/document-texts.server'
import { learnWords, WORDS } from './documents/document-words.server'

/**
 * Writes the documents of these products anew from catalogue, prices and stock, and takes away those of products that
 * are not sold. Rows that say what they said before are left alone.
 */
export async function recomputeDocuments(db: Database, products: ProductsTogether): Promise<void> {
  await db.execute(sql`
    with texts as (${textsOf(products)}),
    written as (
      insert into product_documents as d (${columns('')}, words)
      select ${columns('texts.')}, ${WORDS} from texts
      on conflict (product_id, language) do update
        set ${sql.raw(CONTENT.map((column) => `${column} = excluded.${column}`).join(', '))}, indexed_at = clock_timestamp()
        where (${sql.raw(CONTENT.map((column) => `d.${column}`).join(', '))})
          is distinct from (${sql.raw(CONTENT.map((column) => `excluded.${column}`).join(', '))})
      returning language, name, range_name, brand_name, family_name, keywords
    )
    ${learnWords(sql`select * from written`)}`)
  await db.execute(sql`
    delete from product_documents d where ${isWithin(products, sql`d.product_id`)}
      and not ${isProductForSale(sql`d.product_id`)}`)
}

/** Appends the documents of these products to another table of the same shape, where none of them is yet. */
export async function appendDocuments(db: Database, table: SQL, products: ProductsTogether): Promise<void> {
  await db.execute(sql`
    with texts as (${textsOf(products)})
    insert into ${table} (${columns('')}, words, indexed_at)
    select ${columns('texts.')}, ${WORDS}, clock_timestamp() from texts`)
}

const KEYS = ['product_id', 'language']
const FACTS = [
  'slug',
  'name',
  'name_key',
  'brand_id',
  'brand_name',
  'brand_slug',
  'family_id',
  'family_name',
  'range_id',
  'range_name',
  'range_slug',
  'description',
  '"references"',
  'keywords',
  'attributes',
  'price_cents',
  'available',
  'image_hash',
  'created_at',
]
const CONTENT = [...FACTS, 'words']

function columns(prefix: string): SQL {
  return sql.raw([...KEYS, ...FACTS].map((column) => `${prefix}${column}`).join(', '))
}
