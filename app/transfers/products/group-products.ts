import { skuKey } from '~/catalog/sku-key'
import type { Problem } from '../problems'
import { type Facts, isNothing, isSameFact } from './facts'
import type { ProductRow } from './product-rows.server'
import { openSeenKeys } from './seen-keys'

export type VariantPlan = { row: number; sku: string; isSkuMade: boolean; facts: Facts }

/** What a file wants one product to be: all of it is imported, or nothing. */
export type ProductPlan = {
  row: number
  lastRow: number
  slug: string | null
  group: string | null
  product: Facts
  hints: Record<string, string>
  barcodes: string[]
  variants: VariantPlan[]
  problems: Problem[]
}

type Seen = {
  slug: (key: string, row: number) => number | null
  sku: (key: string, row: number) => number | null
}

/** Gathers rows into products: neighbours of one slug belong together, a row without a slug stands for its variant. */
export function openGathering() {
  const seen: Seen = { slug: openSeenKeys(), sku: openSeenKeys() }
  let open: ProductPlan | null = null

  return {
    /** Takes the next row; answers the product that ended before it. */
    add(row: ProductRow): ProductPlan | null {
      if (open && isOfSameProduct(open, row)) {
        join(open, row, seen)
        return null
      }
      const ended = open
      open = begin(row, seen)
      return ended
    },
    /** The product that the last row ended. */
    end(): ProductPlan | null {
      const ended = open
      open = null
      return ended
    },
  }
}

type Named = Pick<ProductRow, 'slug' | 'group'>

const nameOf = ({ slug, group }: Named) => slug ?? (group === null ? null : `group:${group}`)

function isOfSameProduct(one: Named, other: Named): boolean {
  const name = nameOf(one)
  return name !== null && name === nameOf(other)
}

function begin(row: ProductRow, seen: Seen): ProductPlan {
  const { slug, group, product, hints } = row
  const plan: ProductPlan = {
    row: row.row,
    lastRow: row.row,
    slug,
    group,
    product,
    hints,
    barcodes: [],
    variants: [],
    problems: [],
  }
  const name = nameOf(row)
  const before = name === null ? null : seen.slug(name, row.row)
  if (before !== null)
    plan.problems.push({
      row: row.row,
      column: 'slug',
      reason: 'rows-apart',
      read: `${slug ?? group} (${before})`,
    })
  take(plan, row, seen)
  return plan
}

function join(plan: ProductPlan, row: ProductRow, seen: Seen): void {
  addFacts(plan, row)
  for (const [name, hint] of Object.entries(row.hints)) plan.hints[name] ||= hint
  take(plan, row, seen)
}

/** Adds what further rows say of a product: they may leave it open, and must not say something else. */
export function addFacts(plan: ProductPlan, further: Pick<ProductRow, 'row' | 'product'>): void {
  for (const [heading, fact] of Object.entries(further.product)) {
    const said = plan.product[heading]
    if (isNothing(fact)) continue
    if (isNothing(said)) plan.product[heading] = fact
    else if (!isSameFact(heading, said, fact))
      plan.problems.push({
        row: further.row,
        column: heading,
        reason: 'differs-within-product',
        read: String(fact),
      })
  }
}

function take(plan: ProductPlan, given: ProductRow, seen: Seen): void {
  const { row, sku, isSkuMade, variant, barcode, problems } = given
  plan.lastRow = row
  plan.problems.push(...problems)
  if (barcode) plan.barcodes.push(barcode)
  if (!variant) return
  if (sku === null) {
    const saysSomething = Object.values(variant).some((fact) => !isNothing(fact))
    if (plan.slug === null || saysSomething)
      plan.problems.push({ row, column: 'sku', reason: 'missing', read: '' })
    return
  }
  const before = seen.sku(skuKey(sku), row)
  if (before !== null)
    plan.problems.push({ row, column: 'sku', reason: 'doubled-sku', read: `${sku} (${before})` })
  plan.variants.push({ row, sku, isSkuMade, facts: variant })
}
