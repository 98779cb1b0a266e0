import { randomBytes } from 'node:crypto'
import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { test as base, inject } from 'vitest'
import { type Database, openDatabase } from '~/platform/db.server'
import { brokenInvariants } from './invariants'

declare module 'vitest' {
  interface ProvidedContext {
    /** A migrated database that is never written to: tests take copies of it. */
    templateUrl: string
    adminUrl: string
    redisUrl: string | undefined
    meilisearch: { url: string; key: string } | undefined
  }
}

class Rollback extends Error {}

const shared = { opened: undefined as ReturnType<typeof openDatabase> | undefined }

/** Makes a fresh copy of the migrated template; the name says which process it belongs to. */
export async function copyTemplate(): Promise<{ url: string; drop: () => Promise<void> }> {
  const template = new URL(inject('templateUrl')).pathname.slice(1)
  const name = `${template}_${process.pid}_${randomBytes(4).toString('hex')}`
  const admin = postgres(inject('adminUrl'), { max: 1, onnotice: () => {} })
  try {
    await admin.unsafe(`create database "${name}" template "${template}" strategy file_copy`)
  } finally {
    await admin.end()
  }
  const url = new URL(inject('adminUrl'))
  url.pathname = `/${name}`
  return {
    url: url.href,
    async drop() {
      const again = postgres(inject('adminUrl'), { max: 1, onnotice: () => {} })
      await again.unsafe(`drop database if exists "${name}" with (force)`)
      await again.end()
    },
  }
}

type Fixtures = {
  /** A transaction of the real database, rolled back after the test. */
  db: Database
  /** A database of the test's own, for what needs several connections at once; its books must balance at the end. */
  ownDb: Database
  ownDbUrl: string
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the fixture's needs from this pattern
  db: async ({}, use) => {
    shared.opened ??= openDatabase((await copyTemplate()).url, { poolSize: 2, name: 'comptoir-test' })
    await shared.opened.db
      .transaction(async (tx) => {
        // A slow machine may leave the transaction waiting longer than a shop would.
        await tx.execute(sql`set local idle_in_transaction_session_timeout = 0`)
        await use(tx)
        throw new Rollback()
      })
      .catch((fault: unknown) => {
        if (!(fault instanceof Rollback)) throw fault
      })
  },
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the fixture's needs from this pattern
  ownDbUrl: async ({}, use) => {
    const copy = await copyTemplate()
    await use(copy.url)
    const broken = await brokenInvariants(copy.url)
    await copy.drop()
    if (broken.length > 0) throw new Error(`The books do not balance:\n${broken.join('\n')}`)
  },
  ownDb: async ({ ownDbUrl }, use) => {
    const { db, close } = openDatabase(ownDbUrl, { poolSize: 20, name: 'comptoir-test' })
    await use(db)
    await close()
  },
})

export { describe, expect } from 'vitest'
