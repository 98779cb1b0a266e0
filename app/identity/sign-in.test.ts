import type { Database } from '~/platform/db.server'
import { openRateLimits } from '~/platform/rate-limits.server'
import type { Shop } from '~/shop.server'
import { expect, test } from '../../tests/shop-test'
import { SECRETS } from '../../tests/test-secrets'
import { createAccount } from './create-account.server'
import { isKnownTo, madeKnown } from './sign-in/known-device.server'
import { signIn } from './sign-in.server'

const EMAIL = 'owner@comptoir.test'
const PASSWORD = 'correct horse battery staple'

async function aShop(db: Database) {
  const { ok } = await createAccount(db, {
    email: EMAIL,
    password: PASSWORD,
    level: 9,
    pepper: SECRETS.PASSWORD_PEPPER,
  })
  expect(ok).toBe(true)
  const env = { ...SECRETS } as Shop['env']
  const shop = { db, env, limits: openRateLimits(undefined) }
  const attempt = { email: EMAIL, userAgent: 'test', clientIp: '203.0.113.7', device: null }
  return {
    try: (over: Partial<Parameters<typeof signIn>[1]>) =>
      signIn(shop, { ...attempt, password: 'wrong', ...over }),
  }
}

test('five wrong passwords from elsewhere lock strangers out, and not the owner at a known computer', async ({
  db,
}) => {
  const door = await aShop(db)
  const first = await door.try({ password: PASSWORD })
  if (!first.ok) throw new Error(first.reason)
  for (let count = 0; count < 5; count++)
    expect(await door.try({})).toEqual({ ok: false, reason: 'wrong-credentials' })

  expect(await door.try({ password: PASSWORD })).toMatchObject({ reason: 'too-many-attempts' })
  expect(await door.try({ password: PASSWORD, device: first.device })).toMatchObject({ ok: true })
})

test('a known computer has five tries of its own, whatever the client IP has left', async ({ db }) => {
  const door = await aShop(db)
  const first = await door.try({ password: PASSWORD })
  if (!first.ok) throw new Error(first.reason)
  const { device } = first
  for (let count = 0; count < 30; count++) await door.try({ email: `nobody-${count}@comptoir.test` })
  expect(await door.try({ email: 'else@comptoir.test' })).toMatchObject({ reason: 'too-many-attempts' })

  for (let count = 0; count < 5; count++)
    expect(await door.try({ device })).toEqual({ ok: false, reason: 'wrong-credentials' })
  expect(await door.try({ password: PASSWORD, device })).toMatchObject({ reason: 'too-many-attempts' })
}, 60_000)

test('what a browser shows proves its own sign-ins alone', () => {
  const secret = SECRETS.SESSION_SECRET
  const device = madeKnown(madeKnown(null, EMAIL, secret), 'other@comptoir.test', secret)

  expect(isKnownTo(device, EMAIL, secret)).toBe(true)
  expect(isKnownTo(device, 'other@comptoir.test', secret)).toBe(true)
  expect(isKnownTo(device, 'third@comptoir.test', secret)).toBe(false)
  expect(isKnownTo({ ...device, id: 'another' }, EMAIL, secret)).toBe(false)
  expect(isKnownTo(device, EMAIL, 'another secret')).toBe(false)
  expect(isKnownTo(null, EMAIL, secret)).toBe(false)
})
