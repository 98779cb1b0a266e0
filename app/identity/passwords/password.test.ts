import { describe, expect, test } from 'vitest'
import { SECRETS } from '../../../tests/test-secrets'
import { comparePassword, hashPassword, TooBusyToHash } from './password.server'

const PEPPER = SECRETS.PASSWORD_PEPPER
const PASSWORD = 'correct horse battery staple'

test('a password is known again, and no other is', async () => {
  const kept = await hashPassword(PASSWORD, PEPPER)

  expect(kept).toMatch(/^bcrypt-sha384:\$2b\$12\$/)
  expect(await comparePassword(PASSWORD, kept, PEPPER)).toEqual({ matches: true, isOutdated: false })
  expect(await comparePassword(`${PASSWORD}!`, kept, PEPPER)).toMatchObject({ matches: false })
  expect(await comparePassword(PASSWORD, kept, 'another pepper')).toMatchObject({ matches: false })
})

test('what comes after 72 bytes counts, and an accent typed in two ways is one (A-013, A-014)', async () => {
  const kept = await hashPassword(`${'é'.repeat(36)}AAAA`, PEPPER)

  expect(await comparePassword(`${'é'.repeat(36)}BBBB`, kept, PEPPER)).toMatchObject({ matches: false })
  expect(await comparePassword(`${'e\u0301'.repeat(36)}AAAA`, kept, PEPPER)).toMatchObject({ matches: true })
})

/** Made by `openssl passwd -1 -salt sAlt.123`, `htpasswd -bnBC 10` and md5sum. */
const KEPT_ELSEWHERE = {
  'MD5-crypt': ['pässword€', '$1$sAlt.123$Dd2gx4Kwfvg9a.fKMrAOE/'],
  'a long MD5-crypt': [
    '日本語のパスワード, long enough to pass sixteen bytes twice',
    '$1$sAlt.123$ZotiE7dYvTLWKgf5GyAdX0',
  ],
  'bare MD5': ['password', '5f4dcc3b5aa765d61d8327deb882cf99'],
  'bare MD5 in capitals': ['password', '5F4DCC3B5AA765D61D8327DEB882CF99'],
} as const

describe('kept by another shop', () => {
  test.each(Object.entries(KEPT_ELSEWHERE))('as %s', async (_scheme, [password, kept]) => {
    expect(await comparePassword(password, kept, PEPPER)).toEqual({ matches: true, isOutdated: true })
    expect(await comparePassword(`${password}x`, kept, PEPPER)).toEqual({ matches: false, isOutdated: false })
    // What a thief of the table has is no password.
    expect(await comparePassword(kept, kept, PEPPER)).toMatchObject({ matches: false })
  })
  test.each(['', '*', '!', '$2b$12$', '$5$salt$hash', 'plain'])('as %j: nobody has it', async (kept) => {
    expect(await comparePassword(kept, kept, PEPPER)).toEqual({ matches: false, isOutdated: false })
  })
})

test('of fifty at once some are told to come back', async () => {
  const all = await Promise.allSettled(Array.from({ length: 50 }, () => hashPassword(PASSWORD, PEPPER)))

  const refused = all.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[]
  expect(refused.length).toBeGreaterThan(20)
  expect(refused.every(({ reason }) => reason instanceof TooBusyToHash)).toBe(true)
}, 60_000)
