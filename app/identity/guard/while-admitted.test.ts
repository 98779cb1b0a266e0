import { eq, sql } from 'drizzle-orm'
import { expect, test } from '../../../tests/shop-test'
import { SECRETS } from '../../../tests/test-secrets'
import { accounts } from '../account-tables.server'
import { createAccount } from '../create-account.server'
import { findSessionAccount, startSession } from '../sessions.server'
import { whileAdmitted } from './while-admitted.server'

test('an export that is under way breaks off when its reader is locked', async ({ db }) => {
  const made = await createAccount(db, {
    email: 'clerk@comptoir.test',
    password: 'correct horse battery staple',
    level: 9,
    pepper: SECRETS.PASSWORD_PEPPER,
  })
  if (!made.ok) throw new Error(made.reason)
  const session = await startSession(
    { db },
    { accountId: made.accountId, userAgent: 'test', clientIp: '203.0.113.7' },
  )
  const rows = new TransformStream<string, string>()
  const writer = rows.writable.getWriter()
  const answer = new Response(rows.readable.pipeThrough(new TextEncoderStream()), {
    headers: { 'Content-Type': 'text/csv' },
  })

  const watched = whileAdmitted(answer, async () => (await findSessionAccount({ db }, session)) !== null, {
    everyMs: 0,
  })
  const reader = watched.body?.getReader()
  const written = writer.write('one row')
  expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('one row')
  await written
  await db.update(accounts).set({ lockedAt: sql`now()` }).where(eq(accounts.id, made.accountId))
  writer.write('another row').catch(() => {})

  await expect(reader?.read()).rejects.toThrow('')
  expect(watched.headers.get('content-type')).toBe('text/csv')
})

test('an answer without a body, or to somebody who may stay, goes on as it is', async () => {
  const empty = new Response(null, { status: 304 })
  expect(whileAdmitted(empty, async () => false)).toBe(empty)
  const whole = whileAdmitted(new Response('all of it'), async () => true, { everyMs: 0 })
  expect(await whole.text()).toBe('all of it')
})
