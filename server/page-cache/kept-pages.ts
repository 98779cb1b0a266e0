import { LRUCache } from 'lru-cache'
import { tagOnPages } from '../../app/changes'
import type { ChangeTag, Follower } from '../../app/platform/changes.server'
import type { Log } from '../../app/platform/log.server'
import { recentDrops } from '../../app/platform/recent-drops'
import { type KeptPage, sizeOf } from './kept-page'

/** A page drawn for nobody; `page` is null for what is not kept, and `answer` is then given to the one who asked. */
export type Drawing =
  | { page: KeptPage; tags: ReadonlySet<ChangeTag>; holdsUntil: number }
  | { page: null; answer: Response }

type Drawn = { page: KeptPage } | { page: null; answer: Response }

export type Marks = { nonce: string; requestId: string }

type Entry = { page: KeptPage; tags: readonly ChangeTag[]; keptAt: number; freshUntil: number; until: number }

type Options = {
  draw: (key: string, marks?: Marks) => Promise<Drawing>
  log: Log
  now?: () => number
  maxBytes?: number
}

const FRESH_MS = 60_000
/** How long an old page may stand in while a new one is drawn. */
const STALE_MS = 10 * 60_000
/** While changes are not heard, pages serve to break a rush only. */
const UNHEARD_MS = 3_000
const MOST_BYTES = 48 * 1024 * 1024
/** In the list of the page's tags, and in the list of the tag's pages. */
const BYTES_PER_TAG = 150
/** Something shown changed while the page was drawn, each time. */
const MOST_DRAWINGS = 3

export type KeptPages = ReturnType<typeof keepPages>

/** The pages of this process, in memory: by URL, dropped by tag, each drawn by one at a time. */
export function keepPages({ draw, log, now = Date.now, maxBytes = MOST_BYTES }: Options) {
  const showing = new Map<ChangeTag, Set<string>>()
  const pages = new LRUCache<string, Entry>({
    maxSize: maxBytes,
    sizeCalculation: ({ page, tags }, key) => sizeOf(page) + 2 * key.length + tags.length * BYTES_PER_TAG,
    dispose: ({ tags }, key) => unlist(tags, key),
  })
  const drawing = new Map<string, Promise<Drawing>>()
  const drops = recentDrops(now)
  const counts = { fresh: 0, stale: 0, missed: 0, drawn: 0, dropped: 0 }
  let hearsChanges = false

  function unlist(tags: readonly ChangeTag[], key: string) {
    for (const tag of tags) {
      const keys = showing.get(tag)
      keys?.delete(key)
      if (keys?.size === 0) showing.delete(tag)
    }
  }

  function keep(key: string, { page, tags, holdsUntil }: Exclude<Drawing, { page: null }>) {
    const keptAt = now()
    const freshUntil = Math.min(keptAt + FRESH_MS, holdsUntil)
    const until = Math.min(freshUntil + STALE_MS, holdsUntil)
    put(key, { page, tags: [...tags], keptAt, freshUntil, until })
  }

  /** Always another entry: one that is in its place already would not be weighed again. */
  function put(key: string, entry: Entry) {
    pages.set(key, entry)
    // One that is too heavy to be kept is not there.
    if (pages.has(key))
      for (const tag of entry.tags) showing.set(tag, (showing.get(tag) ?? new Set()).add(key))
  }

  async function drawAndKeep(key: string, marks?: Marks): Promise<Drawing> {
    for (let drawings = 1; ; drawings++) {
      const begunAt = now()
      counts.drawn += 1
      const drawn = await draw(key, marks)
      if (!drawn.page) {
        pages.delete(key)
        return drawn
      }
      const isOutdated = drops.isOutdated(begunAt, drawn.tags)
      if (!isOutdated) keep(key, drawn)
      if (!isOutdated || drawings === MOST_DRAWINGS) return drawn
    }
  }

  function isFresh({ keptAt, freshUntil }: Entry): boolean {
    return now() < (hearsChanges ? freshUntil : Math.min(freshUntil, keptAt + UNHEARD_MS))
  }

  /** Draws a page and keeps it; who asks while it is being drawn waits for the same drawing. */
  function drawOnce(key: string, marks?: Marks): Promise<Drawing> {
    const begun = drawing.get(key)
    if (begun) return begun
    const drawn = drawAndKeep(key, marks).finally(() => drawing.delete(key))
    drawing.set(key, drawn)
    return drawn
  }

  function refresh(key: string) {
    if (drawing.has(key)) return
    drawOnce(key).catch((fault: unknown) => log.error({ err: fault, key }, 'a kept page was not drawn anew'))
  }

  return {
    counts,
    async drawOnce(key: string, marks?: Marks): Promise<Drawn> {
      counts.missed += 1
      // It may have been drawn for another while this request was on its way here.
      const entry = pages.get(key)
      return entry && isFresh(entry) ? { page: entry.page } : drawOnce(key, marks)
    },

    /** The page as it is kept; one that is past its time is given once more while it is drawn anew. */
    find(key: string): KeptPage | undefined {
      const entry = pages.get(key)
      if (!entry) return undefined
      if (isFresh(entry)) {
        counts.fresh += 1
        return entry.page
      }
      if (!hearsChanges || now() >= entry.until) return undefined
      counts.stale += 1
      refresh(key)
      return entry.page
    },

    /** A page may have got another encoding since it was weighed. */
    weigh(key: string) {
      const entry = pages.peek(key)
      if (entry) put(key, { ...entry })
    },

    drop(changed: readonly ChangeTag[]) {
      const tags = changed.map(tagOnPages)
      drops.drop(tags)
      for (const tag of tags)
        for (const key of showing.get(tag) ?? []) {
          pages.delete(key)
          counts.dropped += 1
        }
    },

    dropAll() {
      drops.dropAll()
      counts.dropped += pages.size
      pages.clear()
      showing.clear()
    },

    hears(isHearing: boolean) {
      hearsChanges = isHearing
    },
    isHearing: () => hearsChanges,

    size: () => ({ pages: pages.size, bytes: pages.calculatedSize }),
  } satisfies Follower & Record<string, unknown>
}
