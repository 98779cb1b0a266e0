import { type Facts, isNothing, isSameFact } from '../products/facts'
import type { ProductPlan } from '../products/group-products'
import type { StoredFacts, StoredVariantFacts } from '../products/stored-facts.server'

/** A file without SKUs tells variants apart by their options: so those that stand are found again, and none is doubled. */
export function adoptSkus(plan: ProductPlan, stored: StoredFacts | null): void {
  if (!stored) return
  const taken = new Set(plan.variants.map(({ sku }) => sku))
  plan.variants = plan.variants.map((variant) => {
    if (!variant.isSkuMade || stored.variants.has(variant.sku)) return variant
    const alike = [...stored.variants.values()].filter(
      (known) => !taken.has(known.sku) && hasOptions(known, variant.facts),
    )
    const [only] = alike
    if (!only || alike.length > 1) return variant
    taken.add(only.sku)
    return { ...variant, sku: only.sku }
  })
}

function hasOptions({ facts }: StoredVariantFacts, wanted: Facts): boolean {
  return optionsOf(wanted).every((heading) => isSameFact(heading, facts[heading], wanted[heading]))
}

const optionsOf = (facts: Facts) =>
  Object.keys(facts).filter((heading) => heading.startsWith('option:') && !isNothing(facts[heading]))
