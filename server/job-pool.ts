import { Socket } from 'node:net'
import pg from 'pg'
import type { Log } from '../app/platform/log.server'

/** The clock adds a job every minute, of which every connection that listens hears. */
const LONGEST_SILENCE_MS = 75_000

/**
 * The connections of the queue, which waits for answers without end. One on which nothing travelled for longer than it ever
 * is quiet leads nowhere, and is closed: the queue then asks on another.
 */
export function openJobPool({ url, size, log }: { url: string; size: number; log: Log }): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    connectionTimeoutMillis: 5_000,
    stream: () => {
      const socket = new Socket()
      socket.setTimeout(LONGEST_SILENCE_MS, () => socket.destroy(new Error('The database does not answer')))
      return socket
    },
  })
  const tell = (fault: Error) => log.warn({ fault: fault.message }, 'a connection of the queue is lost')
  pool.on('error', tell)
  pool.on('connect', (client) => client.on('error', tell))
  return pool
}
