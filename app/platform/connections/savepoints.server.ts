import type { TransactionSql } from 'postgres'

/**
 * Sets savepoints without waiting for them: they travel with the statement that follows, which the connection runs behind
 * them. A step that fails is rolled back to its savepoint.
 */
export function nestAtOnce(scope: TransactionSql): TransactionSql {
  let steps = 0

  async function savepoint(work: (scope: TransactionSql) => unknown): Promise<unknown> {
    const name = `step_${++steps}`
    const set = scope.unsafe(`savepoint ${name}`).execute()
    try {
      const result = await work(scope)
      await set
      return result
    } catch (fault) {
      await set.catch(() => {})
      await scope.unsafe(`rollback to savepoint ${name}`)
      throw fault
    }
  }

  scope.savepoint = savepoint as TransactionSql['savepoint']
  return scope
}
