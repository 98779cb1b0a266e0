import { eq } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import { openRateLimits } from '~/platform/rate-limits.server'
import type { Shop } from '~/shop.server'
import { announcementsIn } from '../../tests/a-shop'
import { expect, test } from '../../tests/shop-test'
import { SECRETS } from '../../tests/test-secrets'
import { accountSessions, accounts, mailedLinks } from './account-tables.server'
import { askForPassword } from './ask-for-password.server'
import { askForEmail, confirmEmail } from './change-email.server'
import { choosePassword } from './choose-password.server'
import { createAccount } from './create-account.server'
import { linkCode, readLinkCode } from './mailed-links.server'
import { changePassword } from './security/change-password.server'
import { startSession } from './sessions.server'
import { signIn } from './sign-in.server'

const EMAIL = 'ada@comptoir.test'
const PASSWORD = 'four words that differ'
const OTHER = 'and another four words'
const CALLER = { clientIp: '203.0.113.7', userAgent: 'test', device: null }

async function aShopWithAccount(db: Database) {
  const made = await createAccount(db, {
    email: EMAIL,
    password: PASSWORD,
    level: 1,
    pepper: SECRETS.PASSWORD_PEPPER,
  })
  if (!made.ok) throw new Error(made.reason)
  const { accountId } = made
  const shop = { db, env: { ...SECRETS } as Shop['env'], limits: openRateLimits(undefined) }
  return {
    shop,
    accountId,
    signInWith: (password: string, email = EMAIL) => signIn(shop, { ...CALLER, email, password }),
    openLink: async () => {
      const open = await db.select().from(mailedLinks)
      return open.find(({ endedAt }) => endedAt === null)?.id ?? 'none'
    },
  }
}

test('a forgotten password is replaced by the mailed link, once, and every session ends (A-011)', async ({
  db,
}) => {
  const { shop, accountId, signInWith, openLink } = await aShopWithAccount(db)
  await startSession(shop, { accountId, ...CALLER })
  await askForPassword(shop, { email: 'ADA@comptoir.test', clientIp: CALLER.clientIp })
  const earlier = await openLink()
  await askForPassword(shop, { email: EMAIL, clientIp: CALLER.clientIp })
  const linkId = await openLink()

  expect(await choosePassword(shop, { linkId: earlier, password: OTHER })).toMatchObject({ ok: false })
  expect(await choosePassword(shop, { linkId, password: OTHER })).toEqual({ ok: true, accountId })
  expect(await choosePassword(shop, { linkId, password: PASSWORD })).toEqual({
    ok: false,
    reason: 'link-ended',
  })

  expect(await db.$count(accountSessions)).toBe(0)
  expect(await signInWith(PASSWORD)).toMatchObject({ ok: false })
  expect(await signInWith(OTHER)).toMatchObject({ ok: true })
  expect(await announcementsIn(db)).toContainEqual({ type: 'account.password-changed', accountId })
})

test('a link that ran out opens nothing', async ({ db }) => {
  const { shop, openLink } = await aShopWithAccount(db)
  await askForPassword(shop, { email: EMAIL, clientIp: CALLER.clientIp })
  const linkId = await openLink()
  await db.update(mailedLinks).set({ expiresAt: new Date(Date.now() - 1000) })

  expect(await choosePassword(shop, { linkId, password: OTHER })).toMatchObject({ reason: 'link-ended' })
})

test('for an unknown e-mail the answer is the same, and nothing is sent (A-006)', async ({ db }) => {
  const { shop } = await aShopWithAccount(db)

  expect(await askForPassword(shop, { email: 'nobody@comptoir.test', clientIp: CALLER.clientIp })).toEqual({
    ok: true,
  })
  expect(await announcementsIn(db)).toEqual([])
})

test('fifty wishes for one recipient send three mails (A-009)', async ({ db }) => {
  const { shop } = await aShopWithAccount(db)
  for (let time = 0; time < 15; time++)
    expect(await askForPassword(shop, { email: EMAIL, clientIp: `203.0.113.${time}` })).toEqual({ ok: true })

  expect(await announcementsIn(db)).toHaveLength(3)
})

test('a password is changed by who knows it, and only here one stays signed in (A-018, A-025)', async ({
  db,
}) => {
  const { shop, accountId, signInWith } = await aShopWithAccount(db)
  await startSession(shop, { accountId, ...CALLER })
  await startSession(shop, { accountId, ...CALLER })
  const [here] = await db.select().from(accountSessions)
  const change = { accountId, sessionHash: here?.idHash ?? '', newPassword: OTHER }

  expect(await changePassword(shop, { ...change, password: 'wrong' })).toEqual({
    ok: false,
    reason: 'wrong-password',
  })
  expect(await changePassword(shop, { ...change, password: PASSWORD })).toEqual({ ok: true })

  expect(await db.select({ idHash: accountSessions.idHash }).from(accountSessions)).toEqual([
    { idHash: here?.idHash },
  ])
  expect(await signInWith(OTHER)).toMatchObject({ ok: true })
})

test('a new e-mail counts once its link was followed, and the earlier one is told (A-018)', async ({
  db,
}) => {
  const { shop, accountId, signInWith, openLink } = await aShopWithAccount(db)
  const email = 'lovelace@comptoir.test'
  await askForEmail(shop, { accountId, password: PASSWORD, email })
  expect(await signInWith(PASSWORD, email)).toMatchObject({ ok: false })

  expect(await confirmEmail(shop, { linkId: await openLink() })).toEqual({ ok: true, email })

  expect(await signInWith(PASSWORD, email)).toMatchObject({ ok: true })
  expect(await announcementsIn(db)).toContainEqual({
    type: 'account.email-changed',
    accountId,
    earlierEmail: EMAIL,
  })
})

test("another account's e-mail is not taken, and who asks does not learn of it", async ({ db }) => {
  const { shop, accountId } = await aShopWithAccount(db)
  const email = 'other@comptoir.test'
  await createAccount(db, { email, password: PASSWORD, level: 1, pepper: SECRETS.PASSWORD_PEPPER })

  expect(await askForEmail(shop, { accountId, password: PASSWORD, email })).toEqual({ ok: true })
  expect(await db.$count(mailedLinks)).toBe(0)
})

test('a password kept by another shop is made anew at the first sign-in, and not by a wrong one (A-016)', async ({
  db,
}) => {
  const { accountId, signInWith } = await aShopWithAccount(db)
  const kept = '$1$sAlt.123$2DpEuo5nOXOZWFnPEl3Gh0'
  const stored = async () =>
    (await db.select().from(accounts).where(eq(accounts.id, accountId)))[0]?.passwordHash
  await db.update(accounts).set({ passwordHash: kept })

  expect(await signInWith(kept)).toMatchObject({ ok: false })
  expect(await stored()).toBe(kept)
  expect(await signInWith('password')).toMatchObject({ ok: true })

  expect(await stored()).toMatch(/^bcrypt-sha384:\$2b\$12\$/)
  expect(await signInWith('password')).toMatchObject({ ok: true })
})

test('a link is good for what it was made for alone', () => {
  const id = '019a0000-0000-7000-8000-000000000000'
  const code = linkCode('choose-password', id, SECRETS.LINK_SECRET)

  expect(readLinkCode('choose-password', code, SECRETS.LINK_SECRET)).toBe(id)
  expect(readLinkCode('confirm-email', code, SECRETS.LINK_SECRET)).toBeNull()
  expect(readLinkCode('choose-password', `${code}x`, SECRETS.LINK_SECRET)).toBeNull()
  expect(readLinkCode('choose-password', null, SECRETS.LINK_SECRET)).toBeNull()
})
