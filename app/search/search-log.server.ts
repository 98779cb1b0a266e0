import type { Language } from '~/i18n/language'
import type { Database } from '~/platform/db.server'
import type { Log } from '~/platform/log.server'
import { cutText } from '~/text/cut-text'
import { searchLog } from './search-tables.server'

export type SearchLog = ReturnType<typeof openSearchLog>

type Search = { language: Language; query: string; hits: number }

const FLUSH_AFTER_MS = 5_000
const MOST_WAITING = 1_000
const LONGEST_QUERY = 100

/** What people search by mistake and nobody may keep: addresses of mail, numbers of cards and telephones. */
const PERSONAL = /@|(?:\d[^\p{L}\d]{0,3}){12,}/u

/**
 * Remembers searches that found nothing, for the staff. They are gathered and written together, so that nobody waits for
 * it; what comes too fast to be written is forgotten.
 */
export function openSearchLog({ db, log }: { db: Database; log: Log }) {
  const waiting = new Map<string, Search>()
  let timer: NodeJS.Timeout | undefined

  async function flush(): Promise<void> {
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

  return {
    note({ language, query, hits }: Search): void {
      if (query === '' || PERSONAL.test(query) || waiting.size >= MOST_WAITING) return
      const kept = cutText(query.toLowerCase(), LONGEST_QUERY)
      waiting.set(`${language} ${kept}`, { language, query: kept, hits })
      timer ??= setTimeout(() => void flush(), FLUSH_AFTER_MS).unref()
    },
    flush,
  }
}
