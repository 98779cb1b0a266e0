import { z } from 'zod'

const flag = z.stringbool().default(false)
const url = (protocols: RegExp) => z.url({ protocol: protocols })
const secret = z.string().trim().min(32, 'must have at least 32 characters')

/** Every variable of the environment that the shop reads, and what each may hold. */
export const variables = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('production'),
  ORIGIN: url(/^https?$/).transform((value) => new URL(value).origin),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  WEB_CONCURRENCY: z.coerce.number().int().min(1).max(64).optional(),
  /** Where its days begin and end; read where it is needed by `i18n/time-zone`. */
  SHOP_TIME_ZONE: z.string().refine(isTimeZone, 'is no time zone; Europe/Paris is one').optional(),
  SHUTDOWN_WAIT_SECONDS: z.coerce.number().int().min(0).max(120).optional(),
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
  MAIL_AS_FILES: flag,
  MAIL_FROM: z.string().default('Comptoir <boutique@comptoir.test>'),
  DATA_DIRECTORY: z.string().default('.comptoir'),

  STRIPE_SECRET_KEY: z.string().startsWith('sk_').optional(),
  STRIPE_WEBHOOK_SECRETS: z
    .string()
    .transform((list) => list.split(',').map((entry) => entry.trim()))
    .refine((list) => list.every(Boolean), 'has an empty entry: anybody could sign with it')
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
  TEST_PAYMENTS: flag,
  METRICS_TOKEN: z.string().trim().min(16).optional(),
})

export type Variables = z.infer<typeof variables>

export const VARIABLES: readonly string[] = Object.keys(variables.shape)

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}
