import { randomBytes } from 'node:crypto'

type Metadata = Record<string, string>

export type StripeSession = {
  id: string
  object: 'checkout.session'
  status: 'open' | 'complete' | 'expired'
  payment_status: 'paid' | 'unpaid'
  payment_intent: string | null
  client_reference_id: string | null
  amount_total: number
  currency: string
  metadata: Metadata
  expires_at: number
  success_url: string
  cancel_url: string | null
  url: string | null
  [other: string]: unknown
}

export type StripeRefund = {
  id: string
  object: 'refund'
  amount: number
  payment_intent: string
  status: 'succeeded' | 'pending'
  metadata: Metadata
  [other: string]: unknown
}

export class StripeRefusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly parameter?: string,
  ) {
    super(message)
  }
}

export type StripeForm = {
  line_items?: { quantity?: string; price_data?: { currency?: string; unit_amount?: string } }[]
  metadata?: Metadata
  payment_intent_data?: { metadata?: Metadata }
  [name: string]: unknown
}

const id = (prefix: string) => `${prefix}_${randomBytes(12).toString('hex')}`
const seconds = () => Math.floor(Date.now() / 1000)

/** What Stripe knows: sessions, what was taken and what was given back. */
export function openStripeBooks({ baseUrl }: { baseUrl: () => string }) {
  const sessions = new Map<string, StripeSession>()
  const refunds: StripeRefund[] = []

  function find(sessionId: string): StripeSession {
    const session = sessions.get(sessionId)
    if (!session) throw new StripeRefusal(404, 'resource_missing', `No such checkout.session: '${sessionId}'`)
    return session
  }

  return {
    sessions,
    refunds,
    find,

    open(form: StripeForm): StripeSession {
      const expiresAt = Number(form.expires_at ?? seconds() + 86_400)
      const left = expiresAt - seconds()
      if (left < 30 * 60 - 1 || left > 86_400 + 1)
        throw new StripeRefusal(
          400,
          'parameter_invalid_integer',
          'The `expires_at` timestamp must be between 30 minutes and 24 hours from Checkout Session creation.',
          'expires_at',
        )
      const sessionId = id('cs_test')
      const session: StripeSession = {
        id: sessionId,
        object: 'checkout.session',
        automatic_tax: { enabled: false, liability: null, provider: null, status: null },
        created: seconds(),
        custom_fields: [],
        custom_text: {
          after_submit: null,
          shipping_address: null,
          submit: null,
          terms_of_service_acceptance: null,
        },
        livemode: false,
        mode: 'payment',
        payment_method_types: ['card'],
        shipping_options: [],
        customer_email: String(form.customer_email ?? '') || null,
        locale: String(form.locale ?? '') || null,
        status: 'open',
        payment_status: 'unpaid',
        payment_intent: null,
        client_reference_id: String(form.client_reference_id ?? '') || null,
        amount_total: amountOf(form),
        amount_subtotal: amountOf(form),
        currency: form.line_items?.[0]?.price_data?.currency ?? 'eur',
        metadata: form.metadata ?? {},
        intentMetadata: form.payment_intent_data?.metadata ?? {},
        expires_at: expiresAt,
        success_url: String(form.success_url),
        cancel_url: String(form.cancel_url ?? '') || null,
        url: `${baseUrl()}/pay/${sessionId}`,
      }
      sessions.set(sessionId, session)
      return session
    },

    expire(sessionId: string): StripeSession {
      const session = find(sessionId)
      if (session.status !== 'open')
        throw new StripeRefusal(400, '', 'Only Checkout Sessions with a status in ["open"] can be expired.')
      return Object.assign(session, { status: 'expired', url: null })
    },

    pay(sessionId: string): StripeSession {
      const session = find(sessionId)
      if (session.status !== 'open') throw new StripeRefusal(400, '', 'This session is no longer open.')
      return Object.assign(session, {
        status: 'complete',
        payment_status: 'paid',
        payment_intent: id('pi'),
        url: null,
      })
    },

    refund(form: StripeForm): StripeRefund {
      const intent = String(form.payment_intent ?? '')
      const session = [...sessions.values()].find((candidate) => candidate.payment_intent === intent)
      if (!session) throw new StripeRefusal(404, 'resource_missing', `No such payment_intent: '${intent}'`)
      const given = refunds
        .filter((refund) => refund.payment_intent === intent)
        .reduce((sum, r) => sum + r.amount, 0)
      const left = session.amount_total - given
      const amount = Number(form.amount ?? left)
      if (left === 0)
        throw new StripeRefusal(400, 'charge_already_refunded', `Charge has already been refunded.`)
      if (amount > left || amount <= 0)
        throw new StripeRefusal(400, '', `Refund amount is greater than unrefunded amount`, 'amount')
      const refund: StripeRefund = {
        id: id('re'),
        object: 'refund',
        amount,
        created: seconds(),
        currency: session.currency,
        payment_intent: intent,
        status: 'succeeded',
        metadata: form.metadata ?? {},
      }
      refunds.push(refund)
      return refund
    },

    /** Per attempt of the shop: what was taken and given back. */
    balance() {
      return [...sessions.values()]
        .filter((session) => session.payment_intent)
        .map((session) => ({
          attemptId: session.client_reference_id,
          captured: session.amount_total,
          refunded: refunds
            .filter((refund) => refund.payment_intent === session.payment_intent)
            .reduce((sum, refund) => sum + refund.amount, 0),
        }))
    },
  }
}

function amountOf(form: StripeForm): number {
  const lines = form.line_items ?? []
  const amount = lines.reduce(
    (sum, line) => sum + Number(line.quantity ?? 1) * Number(line.price_data?.unit_amount),
    0,
  )
  if (!Number.isInteger(amount) || amount < 50)
    throw new StripeRefusal(
      400,
      'amount_too_small',
      'The total amount must be at least €0.50 eur.',
      'line_items',
    )
  return amount
}
