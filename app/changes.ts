import type { ChangeTag } from '~/platform/changes.server'

/**
 * What changes are called, wherever they are told or heard: the triggers of the database tell them (drizzle/0014), pages and
 * remembered answers name by them what they show. When you add one, add the trigger that tells it.
 */
export const changeTag = {
  /** The words of a product, its pictures, its numbers. */
  product: (id: number) => named(`product:${id}`),
  /** Its price or stock. */
  offer: (id: number) => named(`offer:${id}`),
  /** What stands in a range, under a brand. */
  range: (id: number) => named(`range:${id}`),
  brand: (id: number) => named(`brand:${id}`),
  /** How many products there are: menus, lists of brands, arrivals. */
  productCounts: named('product-counts'),
  /** What fits what. */
  fitments: named('fitments'),
  /** Something that any page may show. */
  all: named('all'),
}

/** The tags that the database tells at once. */
export function tagsTold(payload: string): readonly ChangeTag[] {
  return [...new Set(payload.split(' ').map(named))]
}

/** By which name a page that shows it knows it: whoever shows a product shows its price and stock. */
export function tagOnPages(tag: ChangeTag): ChangeTag {
  return tag.startsWith('offer:') ? named(tag.replace('offer', 'product')) : tag
}

/** The only place where a text becomes a tag. */
function named(text: string): ChangeTag {
  return text as ChangeTag
}
