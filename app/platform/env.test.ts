import { describe, expect, test } from 'vitest'
import { readEnvironment } from './env.server'

/** Each as `openssl rand -hex 32` writes them. */
const SECRETS = {
  SESSION_SECRET: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  LINK_SECRET: '60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752',
  PASSWORD_PEPPER: 'fd61a03af4f77d870fc21e05e7e80678095c92d808cfb3b5c279ee04c74aca13',
}
const REAL = {
  NODE_ENV: 'production',
  ORIGIN: 'https://boutique.fr',
  DATABASE_URL: 'postgres://comptoir:8sDk2pQx@db.internal/comptoir',
  SMTP_URL: 'smtps://shop:8sDk2pQx@mail.boutique.fr',
  MAIL_FROM: 'La boutique <contact@boutique.fr>',
  ...SECRETS,
}
const STRIPE = {
  STRIPE_SECRET_KEY: `sk_live_${'51H8xYzAbCdEfGhIjKlMn'}`,
  STRIPE_WEBHOOK_SECRETS: 'whsec_a1B2c3D4e5F6g7H8i9J0',
}
const PAYBOX = {
  PAYBOX_SITE: '2345678',
  PAYBOX_RANG: '01',
  PAYBOX_IDENTIFIANT: '8765432',
  PAYBOX_HMAC_KEY: SECRETS.LINK_SECRET,
  PAYBOX_DIRECT_URL: 'https://ppps.paybox.com/PPPS.php',
  PAYBOX_DIRECT_KEY: 'KJ8sdQ2x',
}
const PLAY_BANK = {
  PAYBOX_SITE: '1999888',
  PAYBOX_RANG: '32',
  PAYBOX_IDENTIFIANT: '110647233',
  PAYBOX_HMAC_KEY: '0123456789ABCDEF'.repeat(8),
}

test.for([
  ['without a bank', {}],
  ['with both banks', { ...STRIPE, ...PAYBOX }],
  [
    'with two webhook secrets',
    { ...STRIPE, STRIPE_WEBHOOK_SECRETS: `${STRIPE.STRIPE_WEBHOOK_SECRETS}, whsec_z9Y8x7W6v5U4t3S2r1Q0` },
  ],
  ['without mail server, said so', { SMTP_URL: '', MAIL_AS_FILES: 'true' }],
  [
    'with play money of real banks, said so',
    { ...PLAY_BANK, ...STRIPE, STRIPE_SECRET_KEY: 'sk_test_1', TEST_PAYMENTS: 'true' },
  ],
] as const)('production starts %s', ([, variables]) => {
  expect(() => readEnvironment({ ...REAL, ...variables })).not.toThrow()
})

describe('production refuses to start', () => {
  test.for([
    ['over http', { ORIGIN: 'http://boutique.fr' }, 'ORIGIN'],
    ['under the URL of the example', { ORIGIN: 'https://shop.example' }, 'ORIGIN'],
    ['under the URL of the machine itself', { ORIGIN: 'https://127.0.0.1' }, 'ORIGIN'],
    ['with a mail server that has no name', { SMTP_URL: 'smtp://' }, 'SMTP_URL'],
    ['with two senders', { MAIL_FROM: 'contact@boutique.fr, autre@boutique.fr' }, 'MAIL_FROM'],
    ['without a mail server', { SMTP_URL: undefined }, 'SMTP_URL'],
    ['with a blank mail server', { SMTP_URL: ' ' }, 'SMTP_URL'],
    ['with the default sender', { MAIL_FROM: undefined }, 'MAIL_FROM'],
    ['with a sender that is no mailbox', { MAIL_FROM: 'La boutique' }, 'MAIL_FROM'],
    ['with a secret of one letter', { SESSION_SECRET: 'a'.repeat(40) }, 'SESSION_SECRET'],
    ['with a secret of spaces', { LINK_SECRET: ' '.repeat(40) }, 'LINK_SECRET'],
    ['with a short secret among spaces', { LINK_SECRET: `${' '.repeat(40)}abcdefgh` }, 'LINK_SECRET'],
    ['with a word over and over', { PASSWORD_PEPPER: 'poivre-noir'.repeat(4) }, 'PASSWORD_PEPPER'],
    [
      'with a secret that somebody meant to replace',
      { SESSION_SECRET: 'please-change-this-secret-in-production' },
      'SESSION_SECRET',
    ],
    ['with a row of keys', { LINK_SECRET: 'azertyuiopqsdfghjklmwxcvbn0246813579' }, 'LINK_SECRET'],
    ['with the alphabet', { LINK_SECRET: 'abcdefghijklmnopqrstuvwxyz0246813579' }, 'LINK_SECRET'],
    [
      'with a secret that was printed',
      { SESSION_SECRET: `change-me-${SECRETS.LINK_SECRET}` },
      'SESSION_SECRET',
    ],
    ['with one secret for two things', { LINK_SECRET: SECRETS.SESSION_SECRET }, 'LINK_SECRET'],
    ['with metrics for anybody', { METRICS_TOKEN: 'x'.repeat(20) }, 'METRICS_TOKEN'],
    [
      'with a password of a manual',
      { DATABASE_URL: 'postgres://comptoir:password@db.internal/shop' },
      'DATABASE_URL',
    ],
    ['with an open search engine', { MEILISEARCH_URL: 'http://search:7700' }, 'MEILISEARCH_KEY'],
    [
      'with the search engine’s key of its manual',
      { MEILISEARCH_URL: 'http://search:7700', MEILISEARCH_KEY: 'masterKey' },
      'MEILISEARCH_KEY',
    ],
    [
      'with a password that is written otherwise',
      { DATABASE_URL: 'postgres://comptoir:p%61ssword@db.internal/shop' },
      'DATABASE_URL',
    ],
    ['with the sandbox bank', { SANDBOX_BANK: 'true' }, 'SANDBOX_BANK'],
    [
      'with a test key',
      { ...STRIPE, STRIPE_SECRET_KEY: 'sk_test_4eC39HqLyjWDarjtT1zdp7dc' },
      'STRIPE_SECRET_KEY',
    ],
    ['with a key that is none', { ...STRIPE, STRIPE_SECRET_KEY: 'sk_' }, 'STRIPE_SECRET_KEY'],
    ['with the beginning of one', { ...STRIPE, STRIPE_SECRET_KEY: 'sk_live_' }, 'STRIPE_SECRET_KEY'],
    ['with a live key where play was said', { ...STRIPE, TEST_PAYMENTS: 'true' }, 'STRIPE_SECRET_KEY'],
    ['with an empty webhook secret', { ...STRIPE, STRIPE_WEBHOOK_SECRETS: ',' }, 'STRIPE_WEBHOOK_SECRETS'],
    [
      'with half of one',
      { ...STRIPE, STRIPE_WEBHOOK_SECRETS: `${STRIPE.STRIPE_WEBHOOK_SECRETS},` },
      'STRIPE_WEBHOOK_SECRETS',
    ],
    [
      'with a webhook secret of one letter',
      { ...STRIPE, STRIPE_WEBHOOK_SECRETS: 'x' },
      'STRIPE_WEBHOOK_SECRETS',
    ],
    [
      'with one that says nothing',
      { ...STRIPE, STRIPE_WEBHOOK_SECRETS: `whsec_${'0'.repeat(32)}` },
      'STRIPE_WEBHOOK_SECRETS',
    ],
    ['with a stand-in for Stripe', { ...STRIPE, STRIPE_API_URL: 'http://127.0.0.1:1' }, 'STRIPE_API_URL'],
    ['with the bank’s published account', { ...PAYBOX, PAYBOX_SITE: '1999888' }, 'PAYBOX_SITE'],
    [
      'with the bank’s published key',
      { ...PAYBOX, PAYBOX_HMAC_KEY: PLAY_BANK.PAYBOX_HMAC_KEY },
      'PAYBOX_HMAC_KEY',
    ],
    ['with a key of zeros', { ...PAYBOX, PAYBOX_HMAC_KEY: '00'.repeat(64) }, 'PAYBOX_HMAC_KEY'],
    [
      'with the bank’s published direct key',
      { ...PAYBOX, PAYBOX_DIRECT_KEY: '1999888I' },
      'PAYBOX_DIRECT_KEY',
    ],
    [
      'with the bank’s test page',
      { ...PAYBOX, PAYBOX_URL: 'https://preprod-tpeweb.paybox.com/' },
      'PAYBOX_URL',
    ],
    ['with a payment page over http', { ...PAYBOX, PAYBOX_URL: 'http://tpeweb.paybox.com/' }, 'PAYBOX_URL'],
    [
      'with a payment page over HTTP in capitals',
      { ...PAYBOX, PAYBOX_URL: 'HTTP://tpeweb.paybox.com/' },
      'PAYBOX_URL',
    ],
    [
      'with refunds over http',
      { ...PAYBOX, PAYBOX_DIRECT_URL: 'http://ppps.paybox.com/' },
      'PAYBOX_DIRECT_URL',
    ],
  ] as const)('%s', ([, variables, variable]) => {
    const refused = expect(() => readEnvironment({ ...REAL, ...variables }))
    refused.toThrow(new RegExp(`^ {2}${variable}: `, 'm'))
  })

  test('with one sentence per variable, and none for the others', () => {
    expect(() => readEnvironment({ ...REAL, ...STRIPE, STRIPE_WEBHOOK_SECRETS: 'x', SMTP_URL: '' })).toThrow(
      [
        'The environment is not usable (see .env.example):',
        '  SMTP_URL: is needed: without a mail server nobody gets a mail. If that is meant, set MAIL_AS_FILES=true',
        '  STRIPE_WEBHOOK_SECRETS: must be signing secrets of Stripe (whsec_…)',
      ].join('\n'),
    )
  })
})

test('a password may hold a percent sign that stands for nothing', () => {
  const variables = { ...REAL, REDIS_URL: 'redis://:8sD%k2pQx@cache.internal' }
  expect(() => readEnvironment(variables)).not.toThrow()
})

test('an empty webhook secret, with which anybody could sign, is refused everywhere', () => {
  const variables = { ...REAL, NODE_ENV: 'development', STRIPE_SECRET_KEY: 'sk_test_1' }

  expect(() => readEnvironment({ ...variables, STRIPE_WEBHOOK_SECRETS: ',' })).toThrow(
    /STRIPE_WEBHOOK_SECRETS/,
  )
})
