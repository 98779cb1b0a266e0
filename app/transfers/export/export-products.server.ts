import { listDescribedKeys, listProductsAfter } from '~/catalog/stored-products.server'
import type { Database } from '~/platform/db.server'
import { guardCell } from '../cell-text'
import { type Column, FIXED_COLUMNS } from '../formats/own-columns'
import { keyOf } from '../products/facts'
import { type StoredFacts, withFacts } from '../products/stored-facts.server'
import { writeCell } from '../run/cells.server'
import { openFrame } from '../run/frame.server'
import { TABLE_LAYOUTS, type TableLayout } from '../transfer-kinds'

const PAGE = 500

/**
 * All products with prices and stock, a page at a time: each page is one short question, so a reader that goes away
 * leaves nothing open in the database.
 */
export async function* listAllFacts(db: Database): AsyncGenerator<StoredFacts[]> {
  const frame = await openFrame(db)
  for (let after = 0; ; ) {
    const products = await listProductsAfter(db, { after, limit: PAGE })
    const last = products.at(-1)
    if (!last) return
    yield await withFacts(db, products, frame)
    after = last.id
  }
}

/** The rows of our own format, headings first. What it writes, an import reads back as it was. */
export async function* exportOwnProducts(
  db: Database,
  { decimal }: Pick<TableLayout, 'decimal'> = TABLE_LAYOUTS.plain,
): AsyncGenerator<string[][]> {
  const columns = await listColumns(db)
  const frame = await openFrame(db)
  const isDecimal = columns.map(
    ({ heading, kind }) => kind === 'cents' || frame.kindOf(keyOf(heading)) === 'number',
  )
  yield [columns.map(({ heading }) => heading)]
  for await (const page of listAllFacts(db))
    yield page.flatMap((product) => {
      const range = frame.rangeById(product.written.rangeId)
      const family = range && frame.familyById(range.familyId)
      const hints: Record<string, string | undefined> = {
        slug: product.slug,
        family: family?.slug,
        'family_name:fr': family?.names.fr,
        'family_name:en': family?.names.en,
        'range_name:fr': range?.names.fr,
        'range_name:en': range?.names.en,
      }
      return rowsOf(product, hints, columns).map((cells) =>
        cells.map((cell, at) => (isDecimal[at] ? cell.replace(/^(-?\d+)\.(\d+)$/, `$1${decimal}$2`) : cell)),
      )
    })
}

/** The first row of a product says what is true of all its variants; the others leave those columns empty. */
function rowsOf(
  product: StoredFacts,
  hints: Record<string, string | undefined>,
  columns: readonly Column[],
): string[][] {
  const variants = [...product.variants.values()]
  return (variants.length > 0 ? variants : [null]).map((variant, at) =>
    columns.map(({ heading, of, kind }) => {
      if (heading === 'slug') return product.slug
      if (heading === 'sku') return guardCell(variant?.sku ?? '')
      if (of === 'variant') return writeCell(kind, variant?.facts[heading])
      if (at > 0) return ''
      return of === 'hint' ? guardCell(hints[heading] ?? '') : writeCell(kind, product.product[heading])
    }),
  )
}

async function listColumns(db: Database): Promise<Column[]> {
  const { attributes, options } = await listDescribedKeys(db)
  return [
    ...FIXED_COLUMNS,
    ...attributes.map((key): Column => ({ heading: `attribute:${key}`, of: 'product', kind: 'value' })),
    ...options.map((key): Column => ({ heading: `option:${key}`, of: 'variant', kind: 'value' })),
  ]
}
