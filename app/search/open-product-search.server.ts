import { circuitBreaker } from '~/platform/circuit-breaker'
import type { Database } from '~/platform/db.server'
import type { Log } from '~/platform/log.server'
import { openRateLimits, type RateLimits } from '~/platform/rate-limits.server'
import { isLateAnswer, isRefusedQuestion } from './engine/meilisearch.server'
import { type MeilisearchAccess, openProductIndex, type ProductIndex } from './engine/product-index.server'
import type { ProductAnswer, ProductQuestion } from './engine/product-search'
import { meilisearchFinder } from './engine/search-meilisearch.server'
import { openSearchLog, type SearchLog } from './log/search-log.server'
import { postgresFinder } from './postgres/search-postgres.server'
import { findRespelling } from './postgres/spelling-queries.server'

export type ProductSearch = {
  search: (question: ProductQuestion) => Promise<ProductAnswer & { degraded: boolean }>
  /** Called for every search that Postgres had to answer in Meilisearch's place; metrics count them. */
  onDegraded: (listener: () => void) => void
  index: ProductIndex | undefined
  log: SearchLog
  close: () => Promise<void>
}

type Options = {
  db: Database
  log: Log
  meilisearch: MeilisearchAccess | undefined
  /** Counted by this process alone where none are given. */
  limits?: RateLimits
  deadlineMs?: number
}

const DEADLINE_MS = 400
const BREAKER = { failures: 2, restMs: 5_000 }

/** Asks Meilisearch, and Postgres when Meilisearch is not there, is late, or knows nothing of the index. */
export function openProductSearch({
  db,
  log,
  meilisearch,
  limits = openRateLimits(undefined),
  deadlineMs = DEADLINE_MS,
}: Options): ProductSearch {
  const postgres = postgresFinder(db)
  const searchLog = openSearchLog({ db, log, limits })
  const listeners: (() => void)[] = []
  const shared = { log: searchLog, close: () => searchLog.flush() }
  const onDegraded = (listener: () => void) => void listeners.push(listener)
  if (!meilisearch)
    return {
      ...shared,
      onDegraded,
      index: undefined,
      search: async (question) => ({ ...(await postgres.search(question)), degraded: false }),
    }

  const index = openProductIndex(meilisearch)
  const finder = meilisearchFinder(index, {
    otherwise: postgres,
    respell: (asked) => findRespelling(db, asked),
  })
  const breaker = circuitBreaker(BREAKER)

  async function askMeilisearch(question: ProductQuestion): Promise<ProductAnswer | undefined> {
    if (!breaker.mayAsk()) return undefined
    try {
      const answer = await finder.search(question, { signal: AbortSignal.timeout(deadlineMs) })
      if (breaker.isOpen) log.info('meilisearch answers again')
      breaker.succeeded()
      return answer
    } catch (fault) {
      const reason = fault instanceof Error ? fault.message : String(fault)
      // A question that Meilisearch refuses says nothing about its health: strangers must not be able to switch it off.
      if (isRefusedQuestion(fault)) log.warn({ reason }, 'meilisearch refused a search')
      else {
        if (!breaker.isOpen) log.warn({ reason }, 'meilisearch does not answer, postgres searches')
        breaker.failed()
        if (isLateAnswer(fault)) void askSomethingLight(question.language)
      }
      return undefined
    }
  }

  /** A heavy question is late from an engine that is well: whoever asks such must not switch it off for the others. */
  async function askSomethingLight(language: ProductQuestion['language']): Promise<void> {
    const light = [{ indexUid: index.live(language), q: '', page: 1, hitsPerPage: 0 }]
    await index.meili.search(light, AbortSignal.timeout(deadlineMs)).then(breaker.succeeded, () => {})
  }

  return {
    ...shared,
    onDegraded,
    index,
    async search(question) {
      const answer = await askMeilisearch(question)
      if (answer) return { ...answer, degraded: false }
      for (const listener of listeners) listener()
      return { ...(await postgres.search(question)), degraded: true }
    },
  }
}
