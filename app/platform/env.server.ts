import { z } from 'zod'

const flag = z.stringbool().default(false)
const url = (protocols: RegExp) => z.url({ protocol: protocols })
const secret = z.string().min(32, 'must have at least 32 characters')

/** Secrets that were printed somewhere once; none of them may guard a real shop. */
const KNOWN_SECRETS = /^(secret|change-?me|comptoir|development|test)/i

const environment = z
  .object({
    NODE_ENV: z.enum(['development', 'test', 'production']).default('production'),
    ORIGIN: url(/^https?$/).transform((value) => new URL(value).origin),
    PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
    HOST: z.string().default('127.0.0.1'),
    WEB_CONCURRENCY: z.coerce.number().int().min(1).max(64).optional(),
    /** Where its days begin and end; read where it is needed by `i18n/time-zone`. */
    SHOP_TIME_ZONE: z.string().refine(isTimeZone, 'is no time zone; Europe/Paris is one').optional(),
    TRUSTED_PROXY_HOPS: z.coerce.number().int().min(0).max(5).default(0),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),

    SESSION_SECRET: secret,
    LINK_SECRET: secret,
    /** Part of every password hash: changing it makes all passwords worthless. */
    PASSWORD_PEPPER: secret,

    DATABASE_URL: url(/^postgres(ql)?$/),
    DATABASE_REPLICA_URL: url(/^postgres(ql)?$/).optional(),
    DATABASE_POOL: z.coerce.number().int().min(1).max(100).default(10),
    REDIS_URL: url(/^rediss?$/).optional(),
    MEILISEARCH_URL: url(/^https?$/).optional(),
    MEILISEARCH_KEY: z.string().optional(),
    SMTP_URL: url(/^smtps?$/).optional(),
    MAIL_FROM: z.string().default('Comptoir <boutique@comptoir.test>'),
    DATA_DIRECTORY: z.string().default('.comptoir'),

    STRIPE_SECRET_KEY: z.string().startsWith('sk_').optional(),
    STRIPE_WEBHOOK_SECRETS: z
      .string()
      .transform((list) => list.split(',').map((entry) => entry.trim()))
      .optional(),
    STRIPE_API_URL: url(/^https?$/).optional(),

    PAYBOX_SITE: z
      .string()
      .regex(/^\d{7}$/)
      .optional(),
    PAYBOX_RANG: z
      .string()
      .regex(/^\d{2,3}$/)
      .optional(),
    PAYBOX_IDENTIFIANT: z
      .string()
      .regex(/^\d{1,9}$/)
      .optional(),
    PAYBOX_HMAC_KEY: z
      .string()
      .regex(/^([0-9a-fA-F]{2}){16,}$/)
      .optional(),
    PAYBOX_URL: url(/^https?$/).optional(),
    PAYBOX_PUBLIC_KEY_FILES: z
      .string()
      .transform((list) => list.split(',').map((entry) => entry.trim()))
      .optional(),
    PAYBOX_DIRECT_URL: url(/^https?$/).optional(),
    PAYBOX_DIRECT_KEY: z.string().optional(),

    SANDBOX_BANK: flag,
    METRICS_TOKEN: z.string().min(16).optional(),
  })
  .superRefine((env, context) => {
    const refuse = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message })

    if (env.STRIPE_SECRET_KEY && !env.STRIPE_WEBHOOK_SECRETS)
      refuse('STRIPE_WEBHOOK_SECRETS', 'is needed beside STRIPE_SECRET_KEY')
    const paybox = [env.PAYBOX_SITE, env.PAYBOX_RANG, env.PAYBOX_IDENTIFIANT, env.PAYBOX_HMAC_KEY]
    if (paybox.some(Boolean) && !paybox.every(Boolean))
      refuse('PAYBOX_SITE', 'needs PAYBOX_RANG, PAYBOX_IDENTIFIANT and PAYBOX_HMAC_KEY beside it')
    if (Boolean(env.PAYBOX_DIRECT_URL) !== Boolean(env.PAYBOX_DIRECT_KEY))
      refuse('PAYBOX_DIRECT_URL', 'and PAYBOX_DIRECT_KEY need each other')
    if (env.SANDBOX_BANK && env.STRIPE_SECRET_KEY?.startsWith('sk_live_'))
      refuse('SANDBOX_BANK', 'is not allowed beside a live key')

    if (env.NODE_ENV !== 'production') return
    if (!env.ORIGIN.startsWith('https://')) refuse('ORIGIN', 'must begin with https:// in production')
    if (env.SANDBOX_BANK) refuse('SANDBOX_BANK', 'is not allowed in production')
    for (const name of ['SESSION_SECRET', 'LINK_SECRET', 'PASSWORD_PEPPER'] as const)
      if (KNOWN_SECRETS.test(env[name]))
        refuse(name, 'is a default value; make one with: openssl rand -hex 32')
    if (env.STRIPE_SECRET_KEY?.startsWith('sk_test_'))
      refuse('STRIPE_SECRET_KEY', 'is a test key; production takes a live one')
    if (env.STRIPE_API_URL) refuse('STRIPE_API_URL', 'is for tests only')
  })

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}

export type Environment = z.infer<typeof environment>

/** Reads the process's environment once, at boot. Throws one readable sentence per wrong variable. */
export function readEnvironment(variables: Record<string, string | undefined> = process.env): Environment {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
  const outcome = environment.safeParse(given)
  if (outcome.success) return outcome.data

  const problems = outcome.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`The environment is not usable (see .env.example):\n${problems.join('\n')}`)
}
