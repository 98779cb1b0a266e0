import { skuKey } from '~/catalog/sku-key'
import { tidyCode } from '~/text/typed-text'
import type { Note } from '../problems'
import type { ProductPlan } from './group-products'
import type { StoredFacts } from './stored-facts.server'

export type SkuOwner = { sku: string; product: StoredFacts }
export type SkuOwners = Map<string, SkuOwner>

/** Who has a SKU, as people compare them. */
export function ownersOf(stored: readonly StoredFacts[]): SkuOwners {
  return new Map(
    stored.flatMap((product) =>
      [...product.variants.keys()].map((sku) => [skuKey(sku), { sku, product }] as const),
    ),
  )
}

/** A SKU that stands with a sign the one cleaning takes away is meant by its clean one. */
export function adoptSpelling(plan: ProductPlan, owners: SkuOwners): void {
  plan.variants = plan.variants.map((variant) => {
    const owner = owners.get(skuKey(variant.sku))
    return owner && tidyCode(owner.sku) === variant.sku ? { ...variant, sku: owner.sku } : variant
  })
}

/** Refuses SKUs of other products, and those that people would take for one that stands. */
export function refuseAlikeSkus(plan: ProductPlan, known: StoredFacts | null, owners: SkuOwners): void {
  for (const { row, sku } of plan.variants) {
    const owner = owners.get(skuKey(sku))
    if (!owner) continue
    if (owner.sku !== sku)
      plan.problems.push({ row, column: 'sku', reason: 'sku-alike', read: `${sku} (${owner.sku})` })
    else if (owner.product !== known)
      plan.problems.push({
        row,
        column: 'sku',
        reason: 'sku-of-another-product',
        read: `${sku} (${owner.product.slug})`,
      })
  }
}

const DIGITS = /^\d+$/
export const withoutZeros = (sku: string) => sku.replace(/^0+(?=\d)/, '')

/** SKUs of digits that nobody has yet. */
export function newNumbers(plans: readonly ProductPlan[], owners: SkuOwners): string[] {
  const skus = plans.flatMap(({ variants }) => variants.map(({ sku }) => sku))
  return skus.filter((sku) => DIGITS.test(sku) && !owners.has(skuKey(sku))).map(withoutZeros)
}

/**
 * A spreadsheet makes 123456 of 00123456. Where the product is known, or only the SKU tells which it is, that is refused;
 * a new product may have such a number of its own, which is noted.
 */
export function doubtNumbers(
  plan: ProductPlan,
  known: StoredFacts | null,
  { owners, alike }: { owners: SkuOwners; alike: ReadonlyMap<string, string> },
): Note[] {
  return plan.variants.flatMap(({ row, sku }) => {
    const other = DIGITS.test(sku) && !owners.has(skuKey(sku)) ? alike.get(withoutZeros(sku)) : undefined
    if (other === undefined) return []
    const doubt = { row, column: 'sku', reason: 'zeros-lost', read: `${sku} (${other})` } as const
    if (!known && plan.slug !== null) return [{ ...doubt, reason: 'zeros-differ' as const }]
    plan.problems.push(doubt)
    return []
  })
}
