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
    let connection: Connection | undefined
    let isClosed = false
    const closing = new Promise<never>((_, reject) => {
      const onexecute = (one: Connection) => {
        connection = one
        one.onclose = (fault) => {
          isClosed = true
          reject(fault)
        }
        return true
      }
      scope.unsafe('begin', [], { onexecute } as object).catch(reject)
    })
    closing.catch(() => {})
    try {
      const result = await Promise.race([work(guarded(prepared(scope), () => isClosed)), closing])
      const { command } = await Promise.race([scope.unsafe('commit'), closing])
      if (command !== 'COMMIT')
        throw new Error('A statement of the transaction had failed: nothing was committed')
      return result
    } catch (fault) {
      if (!isClosed) await scope.unsafe('rollback').catch(() => {})
      throw fault
    } finally {
      if (connection) connection.onclose = null
      // A connection that closed is in the pool's hands again already.
      if (!isClosed) scope.release()
    }
  }
}

/** Whatever still runs when the connection is lost must not go on upon the one that takes its place. */
function guarded(scope: TransactionSql, isClosed: () => boolean): TransactionSql {
  const { unsafe } = scope
  scope.unsafe = ((...statement: Parameters<typeof unsafe>) => {
    if (isClosed()) throw new Error('The connection of the transaction is closed')
    return unsafe(...statement)
  }) as typeof unsafe
  return scope
}
