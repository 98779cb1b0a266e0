import { createHash, createHmac, randomBytes } from 'node:crypto'
import {
  type Answer,
  type Call,
  type Delivery,
  deliver,
  escapeHtml,
  type Fault,
  page,
  seeOther,
  startHttpStandIn,
} from './http-stand-in'
import { openStripeBooks, type StripeForm, StripeRefusal, type StripeSession } from './stripe-books'
import { checkStripeRequest, checkStripeResponse } from './stripe-document'
import { readForm } from './stripe-form'

export type StripeEvent = {
  id: string
  type: string
  data: { object: Record<string, unknown> }
  [other: string]: unknown
}

type Options = {
  secretKey?: string
  webhookSecret?: string
  /** Where events go by themselves; without it the test delivers them. */
  webhookUrl?: string
}

type Stored = { print: string; answer: Answer | 'running' }

/** Speaks Stripe's HTTP: Checkout Sessions, refunds, idempotency keys, signed events, and a page that a browser can click. */
export async function startStripeStandIn(options: Options = {}) {
  const { secretKey = 'sk_test_standin', webhookSecret = 'whsec_standin' } = options
  const stored = new Map<string, Stored>()
  const faults: { on: RegExp; fault: Fault }[] = []
  const events: StripeEvent[] = []
  const deliveries: Promise<Delivery[]>[] = []
  let webhookUrl = options.webhookUrl
  let base = ''
  const books = openStripeBooks({ baseUrl: () => base })

  function takeFault({ method, url }: Call): Fault | undefined {
    const index = faults.findIndex(({ on }) => on.test(`${method} ${url.pathname}`))
    return index < 0 ? undefined : faults.splice(index, 1)[0]?.fault
  }

  const scripted = new WeakMap<Call, Fault>()
  const server = await startHttpStandIn(answer, (call) => {
    const fault = takeFault(call)
    if (fault) scripted.set(call, fault)
    return fault
  })
  base = server.url

  async function answer(call: Call): Promise<Answer> {
    if (call.url.pathname.startsWith('/pay/')) return hostedPage(call)
    if (call.headers.authorization !== `Bearer ${secretKey}`)
      return refusal(new StripeRefusal(401, '', 'Invalid API Key'))
    const key = call.headers['idempotency-key']
    return typeof key === 'string' && call.method === 'POST' ? once(key, call) : act(call)
  }

  /** The first answer to a key is kept, a fault of Stripe's own included; a refused validation is not. */
  async function once(key: string, call: Call): Promise<Answer> {
    const print = createHash('sha256').update(call.url.pathname).update(call.raw).digest('hex')
    const earlier = stored.get(key)
    if (earlier && earlier.print !== print)
      return refusal(
        new StripeRefusal(
          400,
          '',
          'Keys for idempotent requests can only be used with the same parameters',
          undefined,
        ),
        'idempotency_error',
      )
    if (earlier?.answer === 'running')
      return refusal(new StripeRefusal(409, 'idempotency_key_in_use', 'A request with this key is running'))
    if (earlier)
      return { ...earlier.answer, headers: { ...earlier.answer.headers, 'idempotent-replayed': 'true' } }

    stored.set(key, { print, answer: 'running' })
    const result = await act(call)
    const isKept = result.status < 400 || (result.status >= 500 && isStoredFault(scripted.get(call)))
    if (isKept) stored.set(key, { print, answer: result })
    else stored.delete(key)
    return result
  }

  async function act(call: Call): Promise<Answer> {
    const fault = scripted.get(call)
    if (fault?.kind === 'status')
      return refusal(
        new StripeRefusal(fault.status, fault.status === 429 ? 'rate_limit' : '', 'Scripted fault'),
        'api_error',
      )
    const route = `${call.method} ${call.url.pathname}`
    try {
      const form = readForm(call.raw.toString('utf8')) as StripeForm
      if (call.method === 'POST') checkStripeRequest(call.url.pathname, form)
      const [, name = '', action] =
        call.url.pathname.match(/^\/v1\/checkout\/sessions\/([^/]+)(?:\/(expire))?$/) ?? []
      if (route === 'POST /v1/checkout/sessions') return ok('checkout.session', books.open(form))
      if (call.method === 'POST' && action === 'expire') {
        const session = books.expire(name)
        emit('checkout.session.expired', session)
        return ok('checkout.session', session)
      }
      if (call.method === 'GET' && name) return ok('checkout.session', books.find(name))
      if (route === 'POST /v1/refunds') {
        const refund = books.refund(form)
        emit('refund.updated', refund)
        return ok('refund', refund)
      }
      if (route === 'GET /v1/refunds') {
        const intent = call.url.searchParams.get('payment_intent')
        const data = books.refunds.filter((refund) => refund.payment_intent === intent)
        return {
          status: 200,
          body: JSON.stringify({ object: 'list', data, has_more: false, url: '/v1/refunds' }),
        }
      }
      throw new StripeRefusal(404, '', `Unrecognized request URL (${route})`)
    } catch (fault) {
      if (fault instanceof StripeRefusal) return refusal(fault)
      throw fault
    }
  }

  function ok(kind: string, object: Record<string, unknown>): Answer {
    const { intentMetadata: _, ...shown } = object
    checkStripeResponse(kind, shown)
    return { status: 200, body: JSON.stringify(shown) }
  }

  function hostedPage({ method, url, raw }: Call): Answer {
    const session = books.sessions.get(url.pathname.slice('/pay/'.length))
    if (!session) return { status: 404, body: 'No such page' }
    if (method === 'GET') return payPage(session)
    if (session.status !== 'open') return page('Session over', '<p>This page is no longer active.</p>')
    const choice = new URLSearchParams(raw.toString('utf8')).get('choice')
    if (choice === 'decline') {
      refuseCard(session.id)
      return payPage(session, 'Your card was declined.')
    }
    if (choice !== 'pay') return seeOther(session.cancel_url ?? '/')
    pay(session.id)
    return seeOther(session.success_url.replace('{CHECKOUT_SESSION_ID}', session.id))
  }

  function emit(type: string, object: Record<string, unknown>): StripeEvent {
    const { intentMetadata: _, ...shown } = object
    const event = makeEvent(type, shown)
    events.push(event)
    if (webhookUrl) deliveries.push(send(event))
    return event
  }

  /** The shopper pays: Stripe's books change, and the event is made. */
  function pay(sessionId: string): StripeEvent {
    return emit('checkout.session.completed', books.pay(sessionId))
  }

  function refuseCard(sessionId: string): StripeEvent {
    const session = books.find(sessionId)
    return emit('payment_intent.payment_failed', {
      id: `pi_${randomBytes(8).toString('hex')}`,
      object: 'payment_intent',
      metadata: session.intentMetadata,
      last_payment_error: { code: 'card_declined' },
    })
  }

  function send(event: StripeEvent, to = webhookUrl): Promise<Delivery[]> {
    if (!to) throw new Error('The stand-in knows no webhook URL')
    const body = JSON.stringify(event)
    return deliver(to, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', 'stripe-signature': sign(body, webhookSecret) },
    })
  }

  return {
    url: base,
    secretKey,
    webhookSecret,
    books,
    events,
    faults,
    makeEvent,
    pay,
    refuseCard,
    send,
    /** Scripts one fault for the next matching call, `POST /v1/checkout/sessions` for instance. */
    failNext: (on: RegExp, ...scriptedFaults: Fault[]) =>
      faults.push(...scriptedFaults.map((fault) => ({ on, fault }))),
    notifyAt: (url: string) => {
      webhookUrl = url
    },
    settled: async () => (await Promise.all(deliveries)).flat(),
    close: server.close,
  }
}

const isStoredFault = (fault: Fault | undefined) => fault?.kind === 'status' && fault.isStored !== false

/** Stripe's header for a body: HMAC-SHA256 over `t.body`. */
export function sign(
  body: string,
  secret: string,
  { at = Math.floor(Date.now() / 1000), scheme = 'v1' } = {},
): string {
  return `t=${at},${scheme}=${createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')}`
}

export function makeEvent(type: string, object: Record<string, unknown>): StripeEvent {
  return {
    id: `evt_${randomBytes(12).toString('hex')}`,
    object: 'event',
    api_version: '2025-10-29',
    created: Math.floor(Date.now() / 1000),
    livemode: false,
    pending_webhooks: 1,
    request: { id: null, idempotency_key: null },
    type,
    data: { object },
  }
}

function refusal(
  { status, code, message, parameter }: StripeRefusal,
  type = 'invalid_request_error',
): Answer {
  const error = { type, message, ...(code ? { code } : {}), ...(parameter ? { param: parameter } : {}) }
  return { status, body: JSON.stringify({ error }) }
}

function payPage(session: StripeSession, notice = ''): Answer {
  const amount = `${(session.amount_total / 100).toFixed(2)} ${session.currency.toUpperCase()}`
  const button = (choice: string, label: string) =>
    `<button name="choice" value="${choice}">${label}</button>`
  return page(
    'Stripe stand-in',
    `<p>${escapeHtml(amount)}</p><p role="alert">${escapeHtml(notice)}</p>
     <form method="post">${button('pay', 'Pay')}${button('decline', 'Use a refused card')}${button('cancel', 'Back')}</form>`,
  )
}
