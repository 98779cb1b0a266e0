import type { ChangeTag } from './changes.server'

const MOST = 50_000

/**
 * When what was dropped last. Whatever was begun before one of its tags was dropped may hold what was there before, and
 * is not kept.
 */
export function recentDrops(now: () => number) {
  const dropped = new Map<ChangeTag, number>()
  let allDropped = Number.NEGATIVE_INFINITY

  function dropAll() {
    allDropped = now()
    dropped.clear()
  }

  return {
    dropAll,
    drop(tags: readonly ChangeTag[]) {
      for (const tag of tags) dropped.set(tag, now())
      if (dropped.size > MOST) dropAll()
    },
    /** `margin`: how far the clock by which it was begun may be ahead of this one. */
    isOutdated(begunAt: number, tags: Iterable<ChangeTag>, margin = 0): boolean {
      if (allDropped >= begunAt - margin) return true
      for (const tag of tags)
        if ((dropped.get(tag) ?? Number.NEGATIVE_INFINITY) >= begunAt - margin) return true
      return false
    },
  }
}
