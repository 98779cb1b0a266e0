import { eq } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import { openRateLimits } from '~/platform/rate-limits.server'
import { saveSetting } from '~/settings/save-setting.server'
import type { Shop } from '~/shop.server'
import { announcementsIn } from '../../tests/a-shop'
import { expect, test } from '../../tests/shop-test'
import { SECRETS } from '../../tests/test-secrets'
import { accounts, registrations } from './account-tables.server'
import { confirmRegistration } from './confirm-registration.server'
import { createAccount } from './create-account.server'
import { hashOfChosen } from './passwords/choose-hash.server'
import { register } from './register.server'

const CALLER = { clientIp: '203.0.113.7', userAgent: 'test', device: null }
const WISH = {
  email: 'Ada@comptoir.test',
  name: 'Ada Lovelace',
  password: 'four words that differ',
  phone: '',
  formOfAddress: 'ms',
  wantsToSell: false,
  language: 'en',
  clientIp: CALLER.clientIp,
} as const

function aShop(db: Database) {
  return { db, env: { ...SECRETS } as Shop['env'], limits: openRateLimits(undefined) }
}

async function askedFor(db: Database, email: string): Promise<string> {
  const [asked] = await db.select().from(registrations).where(eq(registrations.email, email))
  return asked?.id ?? 'none'
}

test('who registers has an account once the link of the mail was followed, and is signed in', async ({
  db,
}) => {
  const shop = aShop(db)

  expect(await register(shop, WISH)).toEqual({ ok: true })
  expect(await db.$count(accounts)).toBe(0)
  const registrationId = await askedFor(db, WISH.email)
  const confirmed = await confirmRegistration(shop, { ...CALLER, registrationId })

  expect(confirmed).toMatchObject({ ok: true, session: { sessionId: expect.any(String) } })
  const [account] = await db.select().from(accounts)
  expect(account).toMatchObject({ email: WISH.email, name: WISH.name, level: 1, language: 'en' })
  expect(account?.emailVerifiedAt).not.toBeNull()
  expect(await announcementsIn(db)).toEqual([
    { type: 'account.registration-asked', registrationId },
    { type: 'account.opened', accountId: account?.id },
  ])
})

test('an e-mail that has an account gets the same answer, and its owner a mail (A-008)', async ({ db }) => {
  const shop = aShop(db)
  const owner = await createAccount(db, {
    email: 'ada@comptoir.test',
    password: WISH.password,
    level: 1,
    pepper: SECRETS.PASSWORD_PEPPER,
  })

  expect(await register(shop, WISH)).toEqual({ ok: true })

  expect(await db.$count(registrations)).toBe(0)
  expect(await announcementsIn(db)).toEqual([
    { type: 'account.email-in-use', accountId: owner.ok && owner.accountId },
  ])
})

test('of two who register the same e-mail, who confirms first has it', async ({ db }) => {
  const shop = aShop(db)
  await register(shop, WISH)
  const first = await askedFor(db, WISH.email)
  await register(shop, { ...WISH, email: 'ada@comptoir.test', name: 'Somebody else' })
  const second = await askedFor(db, 'ada@comptoir.test')

  expect(await confirmRegistration(shop, { ...CALLER, registrationId: second })).toMatchObject({ ok: true })
  expect(await confirmRegistration(shop, { ...CALLER, registrationId: first })).toEqual({
    ok: false,
    reason: 'link-ended',
  })
  expect(await confirmRegistration(shop, { ...CALLER, registrationId: second })).toMatchObject({ ok: false })
})

test('a public name that somebody took meanwhile is left out', async ({ db }) => {
  const shop = aShop(db)
  await register(shop, { ...WISH, username: 'Ada.L' })
  await register(shop, { ...WISH, email: 'other@comptoir.test', username: 'ada.l' })
  for (const email of [WISH.email, 'other@comptoir.test'])
    await confirmRegistration(shop, { ...CALLER, registrationId: await askedFor(db, email) })

  const names = await db.select({ username: accounts.username }).from(accounts)
  expect(names.map(({ username }) => username).sort()).toEqual(['Ada.L', null])
  expect(await register(shop, { ...WISH, email: 'third@comptoir.test', username: 'ADA.L' })).toEqual({
    ok: false,
    reason: 'username-taken',
  })
})

test('where accounts wait for staff, the new one lets nobody in', async ({ db }) => {
  const shop = aShop(db)
  await saveSetting({ db }, { name: 'accounts', value: { waitForStaff: true } })
  await register(shop, WISH)

  const registrationId = await askedFor(db, WISH.email)
  expect(await confirmRegistration(shop, { ...CALLER, registrationId })).toEqual({ ok: true, session: null })
})

test.each([
  ['password1234', 'password-easily-guessed'],
  ['comptoir2026!', 'password-easily-guessed'],
  ['ada@comptoir.test', 'password-easily-guessed'],
  ['four words!', 'password-too-short'],
])('the password %s is refused (A-014)', async (password, reason) => {
  const owner = { email: WISH.email, name: WISH.name, level: 1, shopName: 'Comptoir', pepper: 'pepper' }
  expect(await hashOfChosen(password, owner)).toMatchObject({ ok: false, reason })
})

test('a fourth mail within the hour is not sent to one recipient, and nobody is told', async ({ db }) => {
  const shop = aShop(db)
  for (let time = 0; time < 5; time++) expect(await register(shop, WISH)).toEqual({ ok: true })
  expect(await db.$count(registrations)).toBe(3)
})
