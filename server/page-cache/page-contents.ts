import type { ChangeTag } from '../../app/platform/changes.server'
import type { PageContents } from '../../app/shop.server'

/** Collects what a page says of itself while it is drawn. */
export function pageContents(): PageContents & { tags: Set<ChangeTag>; until: () => number } {
  const tags = new Set<ChangeTag>()
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
