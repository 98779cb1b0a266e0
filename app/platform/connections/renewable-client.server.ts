import { drizzle } from 'drizzle-orm/postgres-js'
import type { Sql } from 'postgres'
import { openLookout } from './lookout.server'
import { keepStatements } from './prepared-statements.server'
import type { Witness } from './witness.server'

/** How long what still runs on the other connections of a pool may take: longer than any transaction may idle. */
const FAREWELL_MS = 30_000

type Options = { open: () => Sql; witness: Witness }

/**
 * A client whose pool of connections is replaced when one of them leads nowhere: postgres.js itself would wait for it until
 * the kernel gives up, a quarter of an hour later.
 */
export function renewableClient({ open, witness }: Options): { client: Sql; close: () => Promise<void> } {
  const lookout = openLookout({
    witness,
    onSilence: () => renew({ after: 0 }),
    onLoss: () => renew({ after: FAREWELL_MS }),
  })
  const client = open()
  const pools = new Set([client])
  let newest = client
  let sending = keepStatements(newest, lookout)

  function renew({ after }: { after: number }) {
    const old = newest
    newest = open()
    pools.add(newest)
    // For what it does to a client: dates are read as drizzle reads them.
    drizzle(newest)
    sending = keepStatements(newest, lookout)
    setTimeout(() => end(old, 0).catch(() => {}), after).unref()
  }

  async function end(pool: Sql, timeout: number) {
    pools.delete(pool)
    await pool.end({ timeout })
  }

  client.unsafe = (...query) => sending.unsafe(...query)
  client.begin = ((work: Parameters<Sql['begin']>[1]) => sending.begin(work)) as Sql['begin']
  return {
    client,
    async close() {
      await Promise.all([...pools].map((pool) => end(pool, 5)))
      await witness.close()
    },
  }
}
