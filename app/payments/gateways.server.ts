import { readFileSync } from 'node:fs'
import type { Database } from '~/platform/db.server'
import type { Environment } from '~/platform/env.server'
import type { Log } from '~/platform/log.server'
import { withCircuit } from './bank-calls/with-circuit'
import type { Gateway, GatewayName } from './gateway'
import { openPayboxGateway, PAYBOX_PUBLIC_KEY } from './paybox/paybox-gateway.server'
import type { Gateways } from './payment-shop'
import { openSandboxGateway } from './sandbox/sandbox-gateway.server'
import { openStripeGateway } from './stripe/stripe-gateway.server'

/** The gateways that the environment configures, in the order in which they are offered. */
export function openGateways(env: Environment, { db, log }: { db: Database; log: Log }): Gateways {
  const gateways = new Map<GatewayName, Gateway>()
  if (env.STRIPE_SECRET_KEY)
    gateways.set(
      'stripe',
      withCircuit(
        openStripeGateway({
          secretKey: env.STRIPE_SECRET_KEY,
          webhookSecrets: env.STRIPE_WEBHOOK_SECRETS ?? [],
          apiUrl: env.STRIPE_API_URL,
        }),
        {
          onPause: () => log.error({ gateway: 'stripe' }, 'no answer from the bank: left alone for a while'),
        },
      ),
    )
  const paybox = payboxSettings(env)
  if (paybox) gateways.set('paybox', openPayboxGateway(paybox))
  if (isSandboxOpen(env, gateways.size > 0))
    gateways.set('sandbox', openSandboxGateway({ db, origin: env.ORIGIN, secret: env.LINK_SECRET }))
  return gateways
}

/** Play money is offered where no real bank is, or where it was asked for; never in production, never beside live keys. */
function isSandboxOpen(env: Environment, hasRealGateway: boolean): boolean {
  if (env.NODE_ENV === 'production' || env.STRIPE_SECRET_KEY?.startsWith('sk_live_')) return false
  return env.SANDBOX_BANK || !hasRealGateway
}

const PEM = /-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----/g

/** A file may hold several keys; `built-in` is the one that the shop knows by itself. */
function readPublicKeys(file: string): string[] {
  if (file === 'built-in') return [PAYBOX_PUBLIC_KEY]
  const keys = readFileSync(file, 'utf8').match(PEM)
  if (!keys) throw new Error(`PAYBOX_PUBLIC_KEY_FILES: ${file} holds no public key in PEM`)
  return keys
}

function payboxSettings(env: Environment) {
  const {
    PAYBOX_SITE: site,
    PAYBOX_RANG: rang,
    PAYBOX_IDENTIFIANT: identifiant,
    PAYBOX_HMAC_KEY: hmacKey,
  } = env
  if (!site || !rang || !identifiant || !hmacKey) return undefined
  const { PAYBOX_DIRECT_URL: url, PAYBOX_DIRECT_KEY: key } = env
  return {
    account: { site, rang, identifiant, hmacKey },
    origin: env.ORIGIN,
    receiptsTo: env.MAIL_FROM.match(/<([^>]+)>/)?.[1] ?? env.MAIL_FROM,
    pageUrl: env.PAYBOX_URL,
    publicKeys: env.PAYBOX_PUBLIC_KEY_FILES?.flatMap(readPublicKeys),
    direct: url && key ? { url, key } : undefined,
  }
}
