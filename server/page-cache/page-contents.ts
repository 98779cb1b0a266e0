import type { PageContents } from '../../app/shop.server'

/** Collects what a page says of itself while it is drawn. */
export function pageContents(): PageContents & { tags: Set<string>; until: () => number } {
  const tags = new Set<string>()
  let until = Number.POSITIVE_INFINITY
  return {
    tags,
    until: () => until,
    shows: (...shown) => {
      for (const tag of shown) tags.add(tag)
    },
    holdsUntil: (moment) => {
      if (moment) until = Math.min(until, moment.getTime())
    },
  }
}
