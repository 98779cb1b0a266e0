import type { ReservedSql, Sql, TransactionSql } from 'postgres'
import { DatabaseSilent, type Lookout } from './lookout.server'
import { watchedBy } from './watched-query.server'

type Begin = (work: (scope: TransactionSql) => Promise<unknown>) => Promise<unknown>

/** What postgres.js hands to `onexecute`, of which its types say nothing. */
type Connection = { onclose: ((fault: Error) => void) | null; terminate: () => void }

/**
 * Runs transactions each on a connection that nobody else has meanwhile. postgres.js' own `begin` may follow what a busy
 * connection still has to send; where that is much, it forgets to keep the connection, which then stays in a transaction
 * that nobody ends (UNSAFE_TRANSACTION), and swallows what others write on it.
 * `begin` travels with the first statement. A commit that Postgres turned into a rollback is a fault. Where an answer stays
 * away the connection is thrown away, and with it the transaction; whether it was committed nobody knows then.
 */
export function transactionsOf(
  client: Sql,
  lookout: Lookout,
  prepared: (scope: ReservedSql) => TransactionSql,
): Begin {
  const watched = watchedBy(lookout)
  return async (work) => {
    const scope = await lookout.inTime(client.reserve(), (late) => late.release())
    const { unsafe } = scope
    const send = (text: string, options = {}) => watched(unsafe(text, [], options))
    let connection: Connection | undefined
    let isClosed = false
    let isOver = false
    const closing = new Promise<never>((_, reject) => {
      const onexecute = (one: Connection) => {
        connection = one
        one.onclose = (fault) => {
          isClosed = true
          reject(fault)
        }
        return true
      }
      send('begin', { onexecute }).catch(reject)
    })
    closing.catch(() => {})
    try {
      const result = await Promise.race([work(guarded(prepared(scope), () => isClosed || isOver)), closing])
      isOver = true
      const { command } = await Promise.race([send('commit'), closing])
      if (command !== 'COMMIT')
        throw new Error('A statement of the transaction had failed: nothing was committed')
      return result
    } catch (fault) {
      isOver = true
      if (isSilence(fault)) {
        isClosed = true
        connection?.terminate()
      } else if (!isClosed) await send('rollback').catch(() => {})
      throw fault
    } finally {
      if (connection) connection.onclose = null
      // A connection that closed is in the pool's hands again already.
      if (!isClosed) scope.release()
    }
  }
}

function isSilence(fault: unknown): boolean {
  return fault instanceof DatabaseSilent || (fault instanceof Error && isSilence(fault.cause))
}

/** Whatever still runs when the transaction is over, or its connection lost, must not go on for itself. */
function guarded(scope: TransactionSql, isPast: () => boolean): TransactionSql {
  const { unsafe } = scope
  scope.unsafe = ((...statement: Parameters<typeof unsafe>) => {
    if (isPast()) throw new Error('The transaction is over')
    return unsafe(...statement)
  }) as typeof unsafe
  return scope
}
