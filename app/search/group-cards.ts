import type { ProductCardFacts } from '~/catalog/product-card'
import type { FitGroup } from '~/vehicles/fit-groups'

/** The cards of a list under the headings that it has for a vehicle, or under none. */
export function groupCards<Card extends ProductCardFacts>(
  groups: readonly { group: FitGroup | null; productIds: readonly number[] }[],
  cards: readonly Card[],
): { group: FitGroup | null; products: Card[] }[] {
  return groups.map(({ group, productIds }) => ({
    group,
    products: cards.filter(({ id }) => productIds.includes(id)),
  }))
}
