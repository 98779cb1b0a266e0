import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { type Database, openDatabase } from './db.server'
import type { Log } from './log.server'

export type Replica = {
  /** Where pages that may be a second old read: the replica while it keeps up, else the primary. */
  current: () => Database
  close: () => Promise<void>
}

const CHECK_EVERY_MS = 1_000

type Options = {
  primary: Database
  /** None: everything is read from the primary. */
  url: string | undefined
  poolSize: number
  name: string
  log: Log
}

/**
 * Opens the read replica. It is asked every second whether it has replayed what the primary had written at the last look:
 * one that lags further behind, or does not answer, is left alone until it has caught up.
 */
export function openReplica({ primary, url, poolSize, name, log }: Options): Replica {
  if (!url) return { current: () => primary, close: async () => {} }

  const { db: replica, close } = openDatabase(url, { poolSize, name: `${name}-replica` })
  const closing = new AbortController()
  let isUpToDate = false

  async function watch() {
    for (let written = ''; !closing.signal.aborted; written = await writtenBy(primary).catch(() => '')) {
      const keepsUp = written !== '' && (await hasReplayed(replica, written).catch(() => false))
      if (keepsUp !== isUpToDate) log.warn({ keepsUp }, 'the read replica is taken in or left out')
      isUpToDate = keepsUp
      await sleep(CHECK_EVERY_MS, undefined, { signal: closing.signal, ref: false }).catch(() => {})
    }
  }
  const watching = watch()

  return {
    current: () => (isUpToDate ? replica : primary),
    async close() {
      closing.abort()
      await watching
      await close()
    },
  }
}

async function writtenBy(primary: Database): Promise<string> {
  const [row] = await primary.execute<{ lsn: string }>(sql`select pg_current_wal_lsn()::text as lsn`)
  return row?.lsn ?? ''
}

/** A database that replays nothing is no replica but the primary itself, behind another URL. */
async function hasReplayed(replica: Database, lsn: string): Promise<boolean> {
  const [row] = await replica.execute<{ has: boolean }>(
    sql`select coalesce(pg_last_wal_replay_lsn() >= ${lsn}::pg_lsn, true) as has`,
  )
  return row?.has ?? false
}
