import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import type { Database } from './db.server'
import type { Log } from './log.server'

declare const isTag: unique symbol

/** What a change is called. Nothing here reads it: the words are the shop's own (`app/changes.ts`). */
export type ChangeTag = string & { readonly [isTag]: true }

/** Keeps what it read until it is told that it changed. */
export type Follower = {
  drop: (tags: readonly ChangeTag[]) => void
  /** Anything may have changed. */
  dropAll: () => void
  /** Whether changes are heard at all: while they are not, nothing can be kept for long. */
  hears: (isHearing: boolean) => void
}

/** Tells changes that no trigger of the database sees, as those of the search index. */
export async function tellChanges(db: Database, tags: readonly ChangeTag[]): Promise<void> {
  await db.execute(sql`select tell_changes(string_to_array(${tags.join(' ')}::text, ' '))`)
}

const PULSE_MS = 2_000
/** Longer than a busy database or a busy process takes: to doubt the connection costs all that is kept. */
const PATIENCE_MS = 5_000
const PAUSE_MS = 500

type Listening = {
  url: string
  log: Log
  tagsTold: (payload: string) => readonly ChangeTag[]
  /** The tag by which everything is dropped. */
  all: ChangeTag
}

/**
 * Hears what the database tells of its changes, on a connection that does nothing else. Every two seconds it is asked
 * whether it still listens: a connection that died tells nothing, nor does one that the client opened anew in its place.
 */
export function listenForChanges({ url, log, tagsTold, all }: Listening) {
  const followers: Follower[] = []
  let isHearing = false
  const closing = new AbortController()
  const listening = listen()

  async function listen() {
    while (!closing.signal.aborted) {
      await hearOut().catch((fault: Error) => log.warn({ fault: fault.message }, 'changes are not heard'))
      sayWhether(false)
      await sleep(PAUSE_MS, undefined, { signal: closing.signal }).catch(() => {})
    }
  }

  function sayWhether(hears: boolean) {
    isHearing = hears
    for (const follower of followers) {
      // Something may have changed while nobody listened.
      if (hears) follower.dropAll()
      follower.hears(hears)
    }
  }

  function pass(payload: string) {
    const tags = tagsTold(payload)
    for (const follower of followers) tags.includes(all) ? follower.dropAll() : follower.drop(tags)
  }

  async function hearOut() {
    const ending = new AbortController()
    const signal = AbortSignal.any([closing.signal, ending.signal])
    // `client.listen` would listen again by itself, but give up for good when that fails once.
    const options = {
      max: 1,
      connect_timeout: 5,
      max_lifetime: null,
      onnotice: () => {},
      onclose: () => ending.abort(),
      onnotify: (_channel: string, payload: string) => pass(payload),
      connection: { application_name: 'comptoir-changes' },
    }
    const client = postgres(url, options)
    try {
      await inTime(client`listen changes`)
      sayWhether(true)
      while (!signal.aborted) {
        await sleep(PULSE_MS, undefined, { signal }).catch(() => {})
        if (!signal.aborted && !(await inTime(isListening(client)))) return
      }
    } finally {
      await client.end({ timeout: 0 })
    }
  }

  return {
    tell(follower: Follower) {
      followers.push(follower)
      follower.hears(isHearing)
    },
    async close() {
      closing.abort()
      await listening
    },
  }
}

async function isListening(client: postgres.Sql): Promise<boolean> {
  return (await client`select from pg_listening_channels()`).count > 0
}

async function inTime<Answer>(answer: PromiseLike<Answer>): Promise<Answer> {
  const deadline = new AbortController()
  const tooLate = sleep(PATIENCE_MS, undefined, { signal: deadline.signal }).then(() => {
    throw new Error('The database did not answer in time')
  })
  try {
    return await Promise.race([answer, tooLate])
  } finally {
    tooLate.catch(() => {})
    deadline.abort()
  }
}
