import { LRUCache } from 'lru-cache'
import type { Language } from '~/i18n/language'
import type { Database } from '~/platform/db.server'
import type { Log } from '~/platform/log.server'
import type { RateLimits } from '~/platform/rate-limits.server'
import { cutText } from '~/text/cut-text'
import { searchLog } from '../search-tables.server'

export type SearchLog = ReturnType<typeof openSearchLog>

type Search = { language: Language; query: string; hits: number; clientIp: string }

const FLUSH_AFTER_MS = 5_000
const MOST_WAITING = 200
const LONGEST_QUERY = 100
/** Who searches in vain for the same thing once more, within a day, tells nothing new. */
const SAME_AGAIN = { max: 5_000, ttl: 24 * 3_600_000 }

/** What people search by mistake and nobody may keep: e-mail addresses, numbers of cards and telephones. */
const PERSONAL = /@|(?:\d[^\p{L}\d]{0,3}){12,}/u

type Options = { db: Database; log: Log; limits: Pick<RateLimits, 'take'> }

/**
 * Remembers searches that found nothing, for the staff: of one visitor each once, and no more than a person can want. They
 * are gathered and written together, so that nobody waits for it; what comes too fast to be written is forgotten.
 */
export function openSearchLog({ db, log, limits }: Options) {
  const waiting = new Map<string, Omit<Search, 'clientIp'>>()
  const noted = new LRUCache<string, true>(SAME_AGAIN)
  const admitting = new Set<Promise<void>>()
  let timer: NodeJS.Timeout | undefined

  async function flush(): Promise<void> {
    await Promise.all(admitting)
    clearTimeout(timer)
    timer = undefined
    const searches = [...waiting.values()]
    waiting.clear()
    if (searches.length === 0) return
    try {
      await db.insert(searchLog).values(searches)
    } catch (fault) {
      log.warn({ err: fault, lost: searches.length }, 'searches without result were not written down')
    }
  }

  async function admit({ clientIp, ...search }: Search, key: string): Promise<void> {
    noted.set(`${clientIp} ${key}`, true)
    const allowance = await limits.take('search-log', clientIp)
    if (!allowance.ok || waiting.size >= MOST_WAITING) return
    waiting.set(key, search)
    timer ??= setTimeout(() => void flush(), FLUSH_AFTER_MS).unref()
  }

  return {
    note({ query, ...search }: Search): void {
      const kept = cutText(query.toLowerCase(), LONGEST_QUERY)
      const key = `${search.language} ${kept}`
      const isKnown = waiting.has(key) || noted.has(`${search.clientIp} ${key}`)
      if (kept === '' || PERSONAL.test(query) || isKnown || waiting.size >= MOST_WAITING) return
      const admitted = admit({ ...search, query: kept }, key)
        .catch((fault: Error) => log.debug({ fault: fault.message }, 'a search was not noted'))
        .finally(() => admitting.delete(admitted))
      admitting.add(admitted)
    },
    flush,
  }
}
