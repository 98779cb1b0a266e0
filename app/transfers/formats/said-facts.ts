import { type Fact, isNothing, wordingOf } from '../products/facts'
import type { ProductPlan } from '../products/group-products'
import { hashOf, openSeenKeys } from '../products/seen-keys'

export type SaidFacts = ReturnType<typeof openSaidFacts>

/**
 * What rows without a slug have said of each product, over the whole file: rows of one product may stand anywhere in a
 * list of SKUs, and must not contradict each other.
 */
export function openSaidFacts() {
  const rows = openSeenKeys()
  const wordings = openSeenKeys()

  /** The row that said something else of this before, or null. */
  function contradicted(productId: number, heading: string, fact: Fact, row: number): number | null {
    const key = `${productId} ${heading}`
    const wording = hashOf(wordingOf(heading, fact), 1) || 1
    const first = rows(key, row)
    const before = wordings(key, wording)
    return before === null || before === wording ? null : first
  }

  return {
    refuse(plan: ProductPlan, productId: number): void {
      for (const [heading, fact] of Object.entries(plan.product)) {
        if (isNothing(fact)) continue
        const row = contradicted(productId, heading, fact, plan.row)
        if (row !== null)
          plan.problems.push({
            row: plan.row,
            column: heading,
            reason: 'differs-within-product',
            read: `${fact} (${row})`,
          })
      }
    },
  }
}
