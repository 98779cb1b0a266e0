import { eq } from 'drizzle-orm'
import { pino } from 'pino'
import { orders } from '~/orders/order-tables.server'
import type { Gateway, GatewayName, Redirect } from '~/payments/gateway'
import { receiveNotification } from '~/payments/notifications/receive-notification.server'
import { openPayboxGateway } from '~/payments/paybox/paybox-gateway.server'
import { charges, paymentAttempts, refunds } from '~/payments/payment-tables.server'
import { openSandboxGateway } from '~/payments/sandbox/sandbox-gateway.server'
import { startPayment } from '~/payments/start-payment.server'
import { openStripeGateway } from '~/payments/stripe/stripe-gateway.server'
import type { Database } from '~/platform/db.server'
import { aVariant } from '../a-shop'
import { anOrder } from '../an-order'
import { PAYBOX_TEST_ACCOUNT, startPayboxStandIn } from '../stand-ins/paybox-stand-in'
import { type StripeEvent, sign, startStripeStandIn } from '../stand-ins/stripe-stand-in'

const ORIGIN = 'http://shop.test'
const LINK_SECRET = 'link-secret-of-the-tests-0123456789abc'

export type ShopWithBanks = Awaited<ReturnType<typeof aShopWithBanks>>

/** The payments room on a database, with a Stripe and a Paybox that speak HTTP beside it. */
export async function aShopWithBanks(db: Database) {
  const stripe = await startStripeStandIn()
  const paybox = await startPayboxStandIn({ notifies: false })
  const gateways = new Map<GatewayName, Gateway>([
    [
      'stripe',
      openStripeGateway({
        secretKey: stripe.secretKey,
        webhookSecrets: [stripe.webhookSecret],
        apiUrl: stripe.url,
        timeoutMs: 300,
      }),
    ],
    [
      'paybox',
      openPayboxGateway({
        account: PAYBOX_TEST_ACCOUNT,
        origin: ORIGIN,
        receiptsTo: 'shop@shop.test',
        pageUrl: paybox.url,
        publicKeys: [paybox.publicKey],
        direct: { ...paybox.direct, timeoutMs: 300 },
      }),
    ],
    ['sandbox', openSandboxGateway({ db, origin: ORIGIN, secret: LINK_SECRET })],
  ])
  const shop = {
    db,
    gateways,
    env: { ORIGIN, LINK_SECRET },
    log: pino({ level: 'silent' }),
  }

  async function tell(name: GatewayName, raw: string, headers: Record<string, string> = {}) {
    const reading = gateways.get(name)?.readNotification(Buffer.from(raw), new Headers(headers))
    if (!reading?.ok) throw new Error(`The notification was refused: ${reading?.reason}`)
    return receiveNotification(db, reading.notification)
  }

  return {
    shop,
    stripe,
    paybox,
    /** The bank's call arrives, over the signature check and the inbox. */
    tellFromStripe(event: StripeEvent) {
      const body = JSON.stringify(event)
      return tell('stripe', body, { 'stripe-signature': sign(body, stripe.webhookSecret) })
    },
    tellFromPaybox: (query: string) => tell('paybox', query),
    async [Symbol.asyncDispose]() {
      await stripe.close()
      await paybox.close()
    },
  }
}

type Facts = {
  priceCents?: number
  onHand?: number
  quantity?: number
  email?: string
  state?: 'pending'
  needsValidation?: boolean
}

/** A placed order, not yet in payment, of a variant of its own. */
export async function anUnpaidOrder(db: Database, { onHand = 5, ...facts }: Facts = {}) {
  const priceCents = facts.priceCents ?? 4990
  const variant = await aVariant(db, { priceCents, onHand })
  const order = await anOrder(db, { state: 'pending', ...facts, of: variant, priceCents })
  return { orderId: order.id, totalCents: order.totalCents, variantId: variant.id }
}

export function wishFor(orderId: string, gateway: GatewayName = 'stripe') {
  return {
    orderId,
    gateway,
    returnPath: `/checkout/return/${orderId}?token=t`,
    cancelPath: `/checkout/pay/${orderId}?token=t`,
  }
}

/** The shopper is sent to the bank; what the bank then knows of the attempt is looked up in its books. */
export async function anOpenPayment(
  { shop }: ShopWithBanks,
  orderId: string,
  gateway: GatewayName = 'stripe',
) {
  const started = await startPayment(shop, wishFor(orderId, gateway))
  if (!started.ok) throw new Error(`Not started: ${started.reason}`)
  const [attempt] = await shop.db
    .select()
    .from(paymentAttempts)
    .where(eq(paymentAttempts.id, started.attemptId))
  if (!attempt?.sessionId) throw new Error('No session')
  return { attemptId: attempt.id, sessionId: attempt.sessionId, redirect: started.redirect }
}

/** The shopper's browser posts the form; the visit is what the bank then knows. */
export function enterPaybox({ paybox }: ShopWithBanks, { redirect }: { redirect: Redirect }) {
  const visit = 'form' in redirect ? paybox.enter(redirect.form.fields) : undefined
  if (!visit) throw new Error('Paybox refused the form')
  return visit
}

/** Puts an attempt's times into the past, as if the clock had gone on. */
export async function letMinutesPass(db: Database, orderId: string, minutes: number) {
  const earlier = (time: Date | null) => (time ? new Date(time.getTime() - minutes * 60_000) : null)
  for (const attempt of await db.select().from(paymentAttempts).where(eq(paymentAttempts.orderId, orderId)))
    await db
      .update(paymentAttempts)
      .set({
        startedAt: earlier(attempt.startedAt) ?? undefined,
        expiresAt: earlier(attempt.expiresAt) ?? undefined,
      })
      .where(eq(paymentAttempts.id, attempt.id))
  const [order] = await db.select().from(orders).where(eq(orders.id, orderId))
  await db
    .update(orders)
    .set({ paymentDeadline: earlier(order?.paymentDeadline ?? null) })
    .where(eq(orders.id, orderId))
}

export async function stateOf(db: Database, orderId: string) {
  const [order] = await db
    .select({ state: orders.state, attention: orders.attention })
    .from(orders)
    .where(eq(orders.id, orderId))
  return order
}

export async function moneyOf(db: Database, orderId: string) {
  const taken = await db
    .select({ role: charges.role, cents: charges.amountCents })
    .from(charges)
    .where(eq(charges.orderId, orderId))
    .orderBy(charges.recordedAt)
  const givenBack = await db
    .select({ status: refunds.status, cents: refunds.amountCents, reason: refunds.reason })
    .from(refunds)
    .where(eq(refunds.orderId, orderId))
    .orderBy(refunds.requestedAt)
  return { taken, givenBack }
}
