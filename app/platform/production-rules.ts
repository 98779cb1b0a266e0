import type { Variables } from './variables'

export type Problem = { variable: keyof Variables; sentence: string }

/** What would lose mail, money or secrecy of a real shop: one sentence for each, and the shop does not start. */
export function* problemsInProduction(env: Variables): Generator<Problem> {
  yield* secrecyProblems(env)
  yield* mailProblems(env)
  yield* stripeProblems(env)
  yield* payboxProblems(env)
  if (env.SANDBOX_BANK) yield { variable: 'SANDBOX_BANK', sentence: 'is not allowed in production' }
}

const OWN_SECRETS = ['SESSION_SECRET', 'LINK_SECRET', 'PASSWORD_PEPPER'] as const

function* secrecyProblems(env: Variables): Generator<Problem> {
  if (!env.ORIGIN.startsWith('https://'))
    yield { variable: 'ORIGIN', sentence: 'must begin with https:// in production' }
  else if (isReserved(new URL(env.ORIGIN).hostname) || isLoopback(new URL(env.ORIGIN).hostname))
    yield { variable: 'ORIGIN', sentence: 'is no address that shoppers can open' }

  for (const variable of [...OWN_SECRETS, 'METRICS_TOKEN'] as const)
    if (isGuessable(env[variable]))
      yield { variable, sentence: 'can be guessed; make one with: openssl rand -hex 32' }
  for (const [at, variable] of OWN_SECRETS.entries())
    if (OWN_SECRETS.slice(0, at).some((other) => env[other] === env[variable]))
      yield { variable, sentence: 'is the same as another secret: each needs its own' }

  for (const variable of ['DATABASE_URL', 'DATABASE_REPLICA_URL', 'REDIS_URL', 'SMTP_URL'] as const)
    if (hasKnownPassword(env[variable]))
      yield { variable, sentence: 'has a password that everybody tries first' }
  if (env.MEILISEARCH_URL && (!env.MEILISEARCH_KEY || isGuessable(env.MEILISEARCH_KEY)))
    yield {
      variable: 'MEILISEARCH_KEY',
      sentence: 'is needed in production, and none that can be guessed: with it anybody can change the index',
    }
}

function* mailProblems(env: Variables): Generator<Problem> {
  if (!env.SMTP_URL && !env.MAIL_AS_FILES)
    yield {
      variable: 'SMTP_URL',
      sentence:
        'is needed: without a mail server nobody gets a mail. If that is meant, set MAIL_AS_FILES=true',
    }
  if (env.SMTP_URL && new URL(env.SMTP_URL).hostname === '')
    yield { variable: 'SMTP_URL', sentence: 'names no mail server' }
  const [, domain = ''] = /^[^@]*@([^\s@<>,;]+)>?\s*$/.exec(env.MAIL_FROM) ?? []
  if (env.SMTP_URL && (domain === '' || isReserved(domain)))
    yield { variable: 'MAIL_FROM', sentence: 'must be an address of yours: answers and bounces go there' }
}

function* stripeProblems(env: Variables): Generator<Problem> {
  const isLive = env.STRIPE_SECRET_KEY?.startsWith('sk_live_') ?? false
  if (env.TEST_PAYMENTS && isLive)
    yield { variable: 'STRIPE_SECRET_KEY', sentence: 'is a live key, and TEST_PAYMENTS is set' }
  if (isLive && !/^sk_live_\S{16,}$/.test(env.STRIPE_SECRET_KEY ?? ''))
    yield { variable: 'STRIPE_SECRET_KEY', sentence: 'is the beginning of a key' }
  if (env.STRIPE_SECRET_KEY && !isLive && !env.TEST_PAYMENTS)
    yield {
      variable: 'STRIPE_SECRET_KEY',
      sentence: 'is no live key: payments would be play. If that is meant, set TEST_PAYMENTS=true',
    }
  if (env.STRIPE_WEBHOOK_SECRETS?.some((secret) => !/^whsec_\S{16,}$/.test(secret) || isGuessable(secret)))
    yield { variable: 'STRIPE_WEBHOOK_SECRETS', sentence: 'must be signing secrets of Stripe (whsec_…)' }
  if (env.STRIPE_API_URL) yield { variable: 'STRIPE_API_URL', sentence: 'is for tests only' }
}

/** The bank prints these in its manuals: whoever reads them can sign for this account. */
const PUBLISHED_SITES = ['1999888', '9999999']
const PUBLISHED_KEY = /^(0123456789ABCDEF)+$/i
const PUBLISHED_DIRECT_KEYS = PUBLISHED_SITES.map((site) => `${site}I`)

function* payboxProblems(env: Variables): Generator<Problem> {
  for (const variable of ['PAYBOX_URL', 'PAYBOX_DIRECT_URL'] as const)
    if (/^http:/i.test(env[variable] ?? ''))
      yield { variable, sentence: 'must begin with https:// in production' }

  if (env.PAYBOX_HMAC_KEY && !PUBLISHED_KEY.test(env.PAYBOX_HMAC_KEY) && isGuessable(env.PAYBOX_HMAC_KEY))
    yield { variable: 'PAYBOX_HMAC_KEY', sentence: 'can be guessed: make one in the bank’s back office' }
  if (env.TEST_PAYMENTS) return
  const isPlay =
    'belongs to the bank’s test account: payments would be play. If that is meant, set TEST_PAYMENTS=true'
  if (PUBLISHED_SITES.includes(env.PAYBOX_SITE ?? '')) yield { variable: 'PAYBOX_SITE', sentence: isPlay }
  if (PUBLISHED_KEY.test(env.PAYBOX_HMAC_KEY ?? '')) yield { variable: 'PAYBOX_HMAC_KEY', sentence: isPlay }
  if (PUBLISHED_DIRECT_KEYS.includes(env.PAYBOX_DIRECT_KEY ?? ''))
    yield { variable: 'PAYBOX_DIRECT_KEY', sentence: isPlay }
  for (const variable of ['PAYBOX_URL', 'PAYBOX_DIRECT_URL'] as const)
    if (/^https?:\/\/(preprod|recette)/i.test(env[variable] ?? '')) yield { variable, sentence: isPlay }
}

/** What manuals and examples leave to be replaced, and what fingers type along the keys. */
const PLACEHOLDER =
  /change-?(?:me|this|it)|your-|-here|placeholder|master-?key|\{\{|<\w+>|azerty|qwert|abcdefgh|01234567|12345678/i

/** Printed somewhere once, of a few signs only, or a short word over and over. */
function isGuessable(secret: string | undefined): boolean {
  if (secret === undefined) return false
  return (
    /^(secret|comptoir|development|test)/i.test(secret) ||
    PLACEHOLDER.test(secret) ||
    new Set(secret).size < 8 ||
    /^(.{1,16}?)\1+.{0,15}$/.test(secret)
  )
}

const isLoopback = (host: string) => /^(localhost|127\.|\[::1\])/.test(host)

function hasKnownPassword(url: string | undefined): boolean {
  if (!url) return false
  const { hostname, password } = new URL(url)
  return (
    !isLoopback(hostname) &&
    /^(password|postgres|comptoir|admin|admin123|guest|secret|123456\d*)$/i.test(spelt(password))
  )
}

/** Without percent signs, where they stand for letters. */
function spelt(password: string): string {
  try {
    return decodeURIComponent(password)
  } catch {
    return password
  }
}

/** Names that can belong to nobody: RFC 2606 and 6761. */
function isReserved(domain: string): boolean {
  return /(^|\.)(test|example|invalid|localhost|example\.(com|net|org))\.?$/i.test(domain)
}
