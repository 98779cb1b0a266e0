import { sql } from 'drizzle-orm'
import { accountSessions } from '~/identity/account-tables.server'
import { createAccount } from '~/identity/create-account.server'
import { forgetExpiredSessions } from '~/identity/sessions.server'
import { forgetOldNotifications } from '~/payments/forget-old-notifications.server'
import { webhookInbox } from '~/payments/payment-tables.server'
import { forgetOldSearches } from '~/search/forget-old-searches.server'
import { searchLog } from '~/search/search-tables.server'
import { unique } from './a-shop'
import { expect, test } from './shop-test'

const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 60 * 60 * 1000)

test('sessions are forgotten when they are over, not before', async ({ db }) => {
  const account = await createAccount(db, {
    email: `${unique('me')}@example.test`,
    password: 'correct horse battery staple',
    level: 1,
    name: 'Me',
    pepper: 'p'.repeat(32),
  })
  if (!account.ok) throw new Error(account.reason)
  const session = (idHash: string, expiresAt: Date) => ({ idHash, accountId: account.accountId, expiresAt })
  await db.insert(accountSessions).values([session('over', daysAgo(1)), session('live', daysAgo(-1))])

  expect(await forgetExpiredSessions(db)).toBe(1)
  expect(await db.select({ id: accountSessions.idHash }).from(accountSessions)).toEqual([{ id: 'live' }])
})

test('the log of searches reaches back half a year', async ({ db }) => {
  const search = (query: string, at: Date) => ({ language: 'fr' as const, query, hits: 0, at })
  await db.insert(searchLog).values([search('old', daysAgo(181)), search('new', daysAgo(179))])

  expect(await forgetOldSearches(db)).toBe(1)
  expect(await db.select({ query: searchLog.query }).from(searchLog)).toEqual([{ query: 'new' }])
})

test('what banks said is kept for half a year', async ({ db }) => {
  const said = (eventId: string, receivedAt: Date) => ({
    gateway: 'stripe' as const,
    eventId,
    type: 'test',
    payload: sql`'{}'::jsonb`,
    outcome: 'ignored',
    receivedAt,
  })
  await db.insert(webhookInbox).values([said('old', daysAgo(181)), said('new', daysAgo(179))])

  expect(await forgetOldNotifications(db)).toBe(1)
  expect(await db.select({ id: webhookInbox.eventId }).from(webhookInbox)).toEqual([{ id: 'new' }])
})
