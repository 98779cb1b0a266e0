import { generateKeyPairSync, sign } from 'node:crypto'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { readEnvironment } from '~/platform/env.server'
import { describe, expect, test } from '../../tests/shop-test'
import { openGateways } from './gateways.server'

const BASE = {
  NODE_ENV: 'development',
  ORIGIN: 'http://localhost:3000',
  DATABASE_URL: 'postgres://localhost/shop',
  SESSION_SECRET: 'a-session-secret-that-is-long-enough-1',
  LINK_SECRET: 'a-link-secret-that-is-long-enough-12345',
  PASSWORD_PEPPER: 'a-pepper-that-is-long-enough-and-nobodys',
}
const STRIPE = { STRIPE_SECRET_KEY: 'sk_test_1', STRIPE_WEBHOOK_SECRETS: 'whsec_1' }
const LIVE = { STRIPE_SECRET_KEY: 'sk_live_1', STRIPE_WEBHOOK_SECRETS: 'whsec_1' }
const PAYBOX = {
  PAYBOX_SITE: '1999888',
  PAYBOX_RANG: '32',
  PAYBOX_IDENTIFIANT: '110647233',
  PAYBOX_HMAC_KEY: '0123456789ABCDEF'.repeat(8),
}
const PRODUCTION = {
  NODE_ENV: 'production',
  ORIGIN: 'https://boutique.fr',
  MAIL_AS_FILES: 'true',
  TEST_PAYMENTS: 'true',
} as const
const log = pino({ level: 'silent' })

describe('A-128: the bank of play money', () => {
  test.for([
    ['where no real bank is', {}, ['sandbox']],
    ['not beside Stripe', STRIPE, ['stripe']],
    ['not beside both', { ...STRIPE, ...PAYBOX }, ['stripe', 'paybox']],
    ['beside them where it was asked for', { ...STRIPE, SANDBOX_BANK: 'true' }, ['stripe', 'sandbox']],
    ['never in production', { ...PRODUCTION, ...PAYBOX }, ['paybox']],
    ['not in production without a bank either', PRODUCTION, []],
  ] as const)('is open %s', ([, variables, offered], { db }) => {
    const env = readEnvironment({ ...BASE, ...variables })
    expect([...openGateways(env, { db, log }).keys()]).toEqual(offered)
  })

  test.for([
    ['in production', { ...PRODUCTION, SANDBOX_BANK: 'true' }],
    ['beside a live key', { ...LIVE, SANDBOX_BANK: 'true' }],
  ] as const)('is refused at boot %s', ([, variables]) => {
    expect(() => readEnvironment({ ...BASE, ...variables })).toThrow(/SANDBOX_BANK/)
  })
})

test('the bank’s keys are read from several files, of one key or more, beside the one that the shop knows', async ({
  db,
}) => {
  const [first, second, third] = ['first', 'second', 'third'].map(() =>
    generateKeyPairSync('rsa', { modulusLength: 1024 }),
  )
  const pem = (pair?: typeof first) => pair?.publicKey.export({ type: 'spki', format: 'pem' }) ?? ''
  const folder = await mkdtemp(join(tmpdir(), 'comptoir-keys-'))
  await writeFile(join(folder, 'two.pem'), `${pem(first)}\n# and then\n${pem(second)}`)
  await writeFile(join(folder, 'none.pem'), 'no key')
  const open = (files: string) =>
    openGateways(readEnvironment({ ...BASE, ...PAYBOX, PAYBOX_PUBLIC_KEY_FILES: files }), { db, log }).get(
      'paybox',
    )

  const paybox = open(`built-in, ${join(folder, 'two.pem')}`)
  const believes = (pair?: typeof first) => {
    const signature =
      pair && sign('sha1', Buffer.from('Mt=1&Erreur=00001'), pair.privateKey).toString('base64')
    const query = `Mt=1&Erreur=00001&Sign=${encodeURIComponent(signature ?? '')}`
    return paybox?.readNotification(Buffer.from(query), new Headers()).ok
  }

  expect([believes(first), believes(second), believes(third)]).toEqual([true, true, false])
  expect(() => open(join(folder, 'none.pem'))).toThrow(/PAYBOX_PUBLIC_KEY_FILES.*none\.pem/)
})
