import type { ChangeTag } from '../../app/platform/changes.server'

const MOST = 20_000

/**
 * What was dropped lately, in order: a page whose drawing began before one of its tags was dropped may show what was there
 * before, and must not be kept.
 */
export function recentDrops() {
  const dropped = new Map<ChangeTag, number>()
  let last = 0
  let lastOfAll = 0

  return {
    now: () => last,
    drop(tags: readonly ChangeTag[]) {
      last += 1
      for (const tag of tags) dropped.set(tag, last)
      if (dropped.size > MOST) this.dropAll()
    },
    dropAll() {
      last += 1
      lastOfAll = last
      dropped.clear()
    },
    isOutdated(asOf: number, tags: Iterable<ChangeTag>): boolean {
      if (lastOfAll > asOf) return true
      for (const tag of tags) if ((dropped.get(tag) ?? 0) > asOf) return true
      return false
    },
  }
}
