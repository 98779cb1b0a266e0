import { LRUCache } from 'lru-cache'
import type { Sql, TransactionSql } from 'postgres'
import type { Lookout } from './lookout.server'
import { nestAtOnce } from './savepoints.server'
import { transactionsOf } from './transactions.server'
import { watchedBy } from './watched-query.server'

/** Each connection keeps its statements until it closes, so their number has to end somewhere. */
const MOST_KEPT = 400
/** Longer lists of values come in too many lengths for their texts to be met again. */
const MOST_PARAMETERS = 40

/** What drizzle calls of a client. */
export type Sending = Pick<Sql, 'unsafe' | 'begin'>

/**
 * Sends what drizzle sends through a client, which by itself sends each text anew: Postgres would parse and plan every one
 * of them, and each would need two round trips. A text is prepared when it comes a second time.
 * `?prepare=false` in the database's URL switches it off, for a pooler that hands out connections per transaction.
 */
export function keepStatements(client: Sql, lookout: Lookout): Sending {
  const met = new LRUCache<string, true>({ max: 2_000 })
  const kept = new Set<string>()
  const watched = watchedBy(lookout)

  function isWorthKeeping(text: string, parameters: number): boolean {
    if (kept.has(text)) return true
    if (parameters === 0 || parameters > MOST_PARAMETERS || kept.size >= MOST_KEPT) return false
    if (met.has(text)) kept.add(text)
    else met.set(text, true)
    return kept.has(text)
  }

  function preparedIn({ unsafe }: Pick<Sql, 'unsafe'>): Sql['unsafe'] {
    return (text, parameters = [], options = {}) =>
      watched(unsafe(text, parameters, { ...options, prepare: isWorthKeeping(text, parameters.length) }))
  }

  const begin = transactionsOf(client, lookout, (scope) =>
    nestAtOnce(Object.assign(scope as unknown as TransactionSql, { unsafe: preparedIn(scope) })),
  )
  return { unsafe: preparedIn(client), begin: begin as Sql['begin'] }
}
