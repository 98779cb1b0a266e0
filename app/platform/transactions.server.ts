import type { ReservedSql, Sql, TransactionSql } from 'postgres'

type Begin = (work: (scope: TransactionSql) => Promise<unknown>) => Promise<unknown>

/** What postgres.js hands to `onexecute`, of which its types say nothing. */
type Connection = { onclose: ((fault: Error) => void) | null }

/**
 * Runs transactions each on a connection that nobody else has meanwhile. postgres.js' own `begin` may follow what a busy
 * connection still has to send; where that is much, it forgets to keep the connection, which then stays in a transaction
 * that nobody ends (UNSAFE_TRANSACTION), and swallows what others write on it.
 * `begin` travels with the first statement. A commit that Postgres turned into a rollback is a fault.
 */
export function transactionsOf(client: Sql, prepared: (scope: ReservedSql) => TransactionSql): Begin {
  return async (work) => {
    const scope = await client.reserve()
    const { unsafe: send } = scope
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
      send('begin', [], { onexecute } as object).catch(reject)
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
      if (!isClosed) await send('rollback').catch(() => {})
      throw fault
    } finally {
      if (connection) connection.onclose = null
      // A connection that closed is in the pool's hands again already.
      if (!isClosed) scope.release()
    }
  }
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
