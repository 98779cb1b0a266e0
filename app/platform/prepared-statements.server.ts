import { LRUCache } from 'lru-cache'
import type { Sql, TransactionSql } from 'postgres'
import { nestAtOnce } from './savepoints.server'
import { transactionsOf } from './transactions.server'

/** Each connection keeps its statements until it closes, so their number has to end somewhere. */
const MOST_KEPT = 400
/** Longer lists of values come in too many lengths for their texts to be met again. */
const MOST_PARAMETERS = 40

/**
 * Makes a client prepare the statements that drizzle sends, which by itself sends each text anew: Postgres would parse
 * and plan every one of them, and each would need two round trips. A text is kept when it comes a second time.
 * `?prepare=false` in the database's address switches it off, for a pooler that hands out connections per transaction.
 */
export function keepStatements(client: Sql): Sql {
  const met = new LRUCache<string, true>({ max: 2_000 })
  const kept = new Set<string>()

  function isWorthKeeping(text: string, parameters: number): boolean {
    if (kept.has(text)) return true
    if (parameters === 0 || parameters > MOST_PARAMETERS || kept.size >= MOST_KEPT) return false
    if (met.has(text)) kept.add(text)
    else met.set(text, true)
    return kept.has(text)
  }

  function prepareIn<Scope extends Sql | TransactionSql>(scope: Scope): Scope {
    const { unsafe } = scope
    scope.unsafe = (text, parameters = [], options = {}) =>
      unsafe(text, parameters, { ...options, prepare: isWorthKeeping(text, parameters.length) })
    return scope
  }

  const begin = transactionsOf(client, (scope) => nestAtOnce(prepareIn(scope as unknown as TransactionSql)))
  client.begin = begin as Sql['begin']
  return prepareIn(client)
}
