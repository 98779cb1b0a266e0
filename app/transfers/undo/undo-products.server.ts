import { removeEmptyFrame, removeProducts, removeVariants } from '~/catalog/remove-products.server'
import { lockProductsById } from '~/catalog/stored-products.server'
import { lockStockForCount } from '~/inventory/count-stock.server'
import { findFileIds } from '~/media/file-queries.server'
import type { Database } from '~/platform/db.server'
import { PRICE_HEADINGS } from '../formats/own-columns'
import { applyProducts, type ProductsBefore } from '../products/apply-products.server'
import type { Change, Difference, VariantDifference } from '../products/difference'
import { type Facts, isSameFact } from '../products/facts'
import { type StoredFacts, withFacts } from '../products/stored-facts.server'
import { openFrame } from '../run/frame.server'
import type { Kept, Undone } from './undone'

const NOTHING_WANTED = { brands: new Map(), families: new Map(), ranges: new Map(), attributes: new Map() }

type Cell = ProductsBefore['changed'][number]

/** Puts back what a batch changed, and takes away what it created. */
export async function undoProducts(tx: Database, before: ProductsBefore, actor: string): Promise<Undone> {
  const frame = await openFrame(tx)
  const kept: Kept[] = []
  const notRemoved = await removeProducts(tx, before.created)
  const variantsLeft = await removeVariants(tx, before.added)

  const cells = byProduct(before.changed)
  const stored = await withFacts(tx, await lockProductsById(tx, [...cells.keys(), ...notRemoved]), frame)
  const reserved = await lockReserved(tx, stored)
  const fileIds = await findFileIds(tx, picturesIn(before.changed))
  const archived = new Set(notRemoved)
  const due = stored.map((product) =>
    archived.has(product.id)
      ? archiving(product, reserved)
      : restoring(product, cells.get(product.id) ?? [], { reserved, kept }),
  )
  for (const product of stored)
    for (const { id, sku } of product.variants.values())
      if (variantsLeft.includes(id)) kept.push({ subject: product.slug, column: sku, reason: 'in-use' })
  for (const { slug, id } of stored)
    if (archived.has(id)) kept.push({ subject: slug, column: '', reason: 'sold-since' })

  await applyProducts(tx, { due, wanted: NOTHING_WANTED, fileIds }, { frame, actor, note: 'undo' })
  await removeEmptyFrame(tx, before.frame)
  const removed = before.created.length - notRemoved.length + before.added.length - variantsLeft.length
  const restored = due.reduce((sum, { changes, variants }) => sum + changes.length + cellsOf(variants), 0)
  return { undone: removed + restored, kept, productIds: [...before.created, ...cells.keys()] }
}

function byProduct(cells: readonly Cell[]): Map<number, Cell[]> {
  const groups = new Map<number, Cell[]>()
  for (const cell of cells) {
    const group = groups.get(cell.productId)
    if (group) group.push(cell)
    else groups.set(cell.productId, [cell])
  }
  return groups
}

const cellsOf = (variants: readonly VariantDifference[]) =>
  variants.reduce((sum, { changes }) => sum + changes.length, 0)

async function lockReserved(tx: Database, stored: readonly StoredFacts[]): Promise<Map<number, number>> {
  const ids = stored.flatMap(({ variants }) => [...variants.values()].map(({ id }) => id))
  const rows = await lockStockForCount(tx, ids)
  return new Map([...rows].map(([id, { reserved }]) => [id, reserved]))
}

function picturesIn(cells: readonly Cell[]): string[] {
  return cells.flatMap(({ heading, before }) => (heading === 'images' && Array.isArray(before) ? before : []))
}

/** Somebody bought it, or it was counted: it is taken off the shelf, with what is left of it that nobody reserved. */
function archiving(product: StoredFacts, reserved: Map<number, number>): Difference {
  const changes = changed(product.product, [
    change('status', product.product.status ?? null, 'archived', null),
  ])
  const variants = [...product.variants.values()].map((variant) => {
    const left = reserved.get(variant.id) ?? 0
    const counted = change('stock', variant.facts.stock ?? null, left, variant.sku)
    return ofVariant(variant, variant.facts.stock === null ? [] : changed(variant.facts, [counted]))
  })
  return ofProduct(product, changes, variants)
}

type Restoring = { reserved: Map<number, number>; kept: Kept[] }

function restoring(product: StoredFacts, cells: readonly Cell[], { reserved, kept }: Restoring): Difference {
  const keep = (column: string, reason: Kept['reason']) =>
    kept.push({ subject: product.slug, column, reason })

  /** Back to what it was, where it is still what the import made it. */
  const restored = (facts: Facts, own: readonly Cell[], left: number): Change[] => {
    const isTouched = ({ heading, after }: Cell) => !isSameFact(heading, facts[heading], after)
    const arePricesTouched = own.some((cell) => PRICE_HEADINGS.has(cell.heading) && isTouched(cell))
    return own.flatMap((cell) => {
      const { heading, sku, before, after } = cell
      if (heading === 'stock') {
        const back = Number(facts.stock ?? 0) - Number(after) + Number(before ?? 0)
        if (back >= left) return [change(heading, facts.stock ?? null, back, sku)]
        keep(`${sku} ${heading}`, 'stock-used')
        return []
      }
      if (PRICE_HEADINGS.has(heading) ? !arePricesTouched : !isTouched(cell))
        return [change(heading, after, before, sku)]
      keep([sku, heading].filter(Boolean).join(' '), 'changed-since')
      return []
    })
  }

  const ofItself = cells.filter(({ sku }) => sku === null)
  const variants = [...product.variants.values()].map((variant) => {
    const own = cells.filter(({ sku }) => sku === variant.sku)
    return ofVariant(variant, restored(variant.facts, own, reserved.get(variant.id) ?? 0))
  })
  return ofProduct(product, restored(product.product, ofItself, 0), variants)
}

function change(
  heading: string,
  before: Change['before'],
  after: Change['after'],
  sku: string | null,
): Change {
  return { row: 0, sku, heading, before, after }
}

const changed = (facts: Facts, changes: Change[]) =>
  changes.filter(({ heading, after }) => !isSameFact(heading, facts[heading], after))

function withChanges(facts: Facts, changes: readonly Change[]): Facts {
  return { ...facts, ...Object.fromEntries(changes.map(({ heading, after }) => [heading, after])) }
}

function ofVariant(variant: VariantDifference['stored'] & object, changes: Change[]): VariantDifference {
  return {
    plan: { row: 0, sku: variant.sku, isSkuMade: false, facts: {} },
    stored: variant,
    target: withChanges(variant.facts, changes),
    changes,
  }
}

function ofProduct(product: StoredFacts, changes: Change[], variants: VariantDifference[]): Difference {
  return {
    plan: {
      row: 0,
      lastRow: 0,
      slug: product.slug,
      group: null,
      product: {},
      hints: {},
      barcodes: [],
      variants: [],
      problems: [],
    },
    stored: product,
    slug: product.slug,
    target: withChanges(product.product, changes),
    changes,
    variants,
  }
}
