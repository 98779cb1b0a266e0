import type { Problem } from '../problems'
import { writeCell } from '../run/cells.server'
import { type Fact, type Facts, isNothing, isSameFact } from './facts'
import type { ProductPlan, VariantPlan } from './group-products'
import type { StoredFacts, StoredVariantFacts } from './stored-facts.server'

/** One cell that an import changes. */
export type Change = { row: number; sku: string | null; heading: string; before: Fact; after: Fact }

export type VariantDifference = {
  plan: VariantPlan
  stored: StoredVariantFacts | null
  /** All facts as they are to be. */
  target: Facts
  changes: Change[]
}

export type Difference = {
  plan: ProductPlan
  stored: StoredFacts | null
  slug: string
  target: Facts
  changes: Change[]
  variants: VariantDifference[]
}

export function isUnchanged({ stored, changes, variants }: Difference): boolean {
  return (
    stored !== null &&
    changes.length === 0 &&
    variants.every((variant) => variant.stored !== null && variant.changes.length === 0)
  )
}

/** What a plan would change of what stands, cell by cell. Columns that the file does not have stay as they are. */
export function differenceOf(
  plan: ProductPlan,
  stored: StoredFacts | null,
  { slug, startedAt }: { slug: string; startedAt: string },
): Difference {
  const own = compare(plan.row, null, plan.product, stored?.product)
  const variants = plan.variants.map((variant) => {
    const known = stored?.variants.get(variant.sku) ?? null
    const facts = withSaleBegun(variant.facts, known?.facts, startedAt)
    return { plan: variant, stored: known, ...compare(variant.row, variant.sku, facts, known?.facts) }
  })
  return { plan, stored, slug, ...own, variants }
}

function compare(row: number, sku: string | null, wanted: Facts, stored: Facts | undefined) {
  const target: Facts = { ...stored }
  const changes: Change[] = []
  for (const heading in wanted) {
    const after = wanted[heading] ?? null
    const before = stored?.[heading] ?? null
    if (isSameFact(heading, before, after)) continue
    target[heading] = after
    changes.push({ row, sku, heading, before, after })
  }
  return { target, changes }
}

/** A sale without a beginning goes on as it began; a new one begins with the import. */
function withSaleBegun(facts: Facts, stored: Facts | undefined, startedAt: string): Facts {
  const { sale_price: sale } = facts
  if (isNothing(sale) || !isNothing(facts.sale_from)) return facts
  const goesOn = stored?.sale_price === sale && !isNothing(stored?.sale_from)
  return { ...facts, sale_from: goesOn ? (stored?.sale_from ?? null) : startedAt }
}

/** What the shop cannot be told, whatever the file says. */
export function problemsOf({ plan, stored, slug, target, variants }: Difference): Problem[] {
  const problems: Problem[] = []
  const add = (row: number, column: string, reason: Problem['reason'], read: Fact | undefined = '') =>
    problems.push({ row, column, reason, read: String(read ?? '') })

  if (slug === '') add(plan.row, 'slug', 'missing')
  if (!stored && variants.length === 0) {
    add(plan.row, 'slug', 'unknown-product', slug)
    return problems
  }
  for (const needed of ['name:fr', 'range', 'brand'])
    if (isNothing(target[needed])) add(plan.row, needed, 'missing')
  for (const { plan: variant, target: facts } of variants) {
    const { price, sale_price: sale, sale_from: from, sale_until: until } = facts
    if (isNothing(sale)) continue
    if (isNothing(price)) add(variant.row, 'sale_price', 'sale-without-price', writeCell('cents', sale))
    else if (Number(sale) >= Number(price))
      add(variant.row, 'sale_price', 'sale-not-below-price', writeCell('cents', sale))
    if (!isNothing(until) && String(until) <= String(from))
      add(variant.row, 'sale_until', 'sale-period', until)
  }
  return problems
}
