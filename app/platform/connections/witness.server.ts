import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'

const TURN_MS = 100
/** In turns: enough for a new connection to a busy database, and little for who waits for a page. */
const PATIENCE = 12
/** Postgres is going away or coming up, and answers nothing else. */
const NOT_OPEN = /^57P0/

export type Witness = ReturnType<typeof openWitness>

/**
 * Asks Postgres on a connection that nobody else uses, which is opened when there is a doubt: whether it answers at all,
 * and which of our connections it has nothing to do for.
 */
export function openWitness(url: string, name: string) {
  let client: postgres.Sql | undefined

  const options = {
    max: 1,
    connect_timeout: 5,
    idle_timeout: 30,
    max_lifetime: null,
    fetch_types: false,
    prepare: false,
    onnotice: () => {},
    connection: { application_name: `${name}-witness`, statement_timeout: 5_000 },
  }

  async function ask(backends: readonly number[]): Promise<Set<number>> {
    client ??= postgres(url, options)
    const rows = await client.unsafe<{ pid: number }[]>(
      `select pid from pg_stat_activity where pid in (${['0', ...backends].join()}) and state like 'idle%'`,
    )
    return new Set(rows.map(({ pid }) => pid))
  }

  async function close() {
    const closing = client?.end({ timeout: 0 })
    client = undefined
    await closing
  }

  return {
    /** Which of these backends wait for us, by their pid; null when Postgres does not answer. */
    async idleAmong(backends: readonly number[]): Promise<Set<number> | null> {
      let isAnswered = false
      const answer = ask(backends).catch((fault: { code?: unknown }) => {
        const isAnswer = fault instanceof postgres.PostgresError && !NOT_OPEN.test(fault.code)
        return isAnswer ? new Set<number>() : null
      })
      const idle = await Promise.race([answer, runOut(() => isAnswered)])
      isAnswered = true
      if (idle === null) close().catch(() => {})
      return idle
    },
    close,
  }
}

async function runOut(isOver: () => boolean): Promise<null> {
  for (let turns = 0; turns < PATIENCE && !isOver(); turns++) await waitOneTurn()
  return null
}

/**
 * A tenth of a second in which this process also saw to what had arrived. Counted so, time stands still while the process
 * does: it does not take its own standstill for somebody else's.
 */
export async function waitOneTurn(): Promise<void> {
  await sleep(TURN_MS, undefined, { ref: false })
}
