import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { makeEvent, sign } from '../../../tests/stand-ins/stripe-stand-in'
import { openStripeGateway } from './stripe-gateway.server'

const SECRET = 'whsec_of_today'

function read(body: string | Uint8Array, signature?: string, { live = false, secrets = [SECRET] } = {}) {
  const gateway = openStripeGateway({
    secretKey: live ? 'sk_live_x' : 'sk_test_x',
    webhookSecrets: secrets,
  })
  const headers = new Headers(signature === undefined ? {} : { 'stripe-signature': signature })
  return gateway.readNotification(Buffer.from(body), headers)
}

function aBody({ over = {}, ...session }: { over?: object; [field: string]: unknown } = {}) {
  const event = makeEvent('checkout.session.completed', {
    id: 'cs_test_1',
    client_reference_id: '0198a000-0000-7000-8000-000000000001',
    payment_status: 'paid',
    amount_total: 4990,
    currency: 'eur',
    payment_intent: 'pi_1',
    ...session,
  })
  return JSON.stringify({ ...event, ...over })
}

const now = () => Math.floor(Date.now() / 1000)

describe('A-106: what is not signed by Stripe over these very bytes', () => {
  const body = aBody()
  test.each([
    ['no signature', body, undefined, 'not-signed'],
    ['an empty signature', body, '', 'not-signed'],
    ['another secret', body, sign(body, 'whsec_other'), 'wrong-signature'],
    ['one space more', `${body} `, sign(body, SECRET), 'wrong-signature'],
    [
      'the same JSON written anew',
      JSON.stringify(JSON.parse(body), null, 1),
      sign(body, SECRET),
      'wrong-signature',
    ],
    ['the bytes compressed', gzipSync(body), sign(body, SECRET), 'wrong-signature'],
    ['only the scheme v0', body, sign(body, SECRET, { scheme: 'v0' }), 'wrong-signature'],
    ['junk', body, 'junk', 'wrong-signature'],
  ])('%s is refused', (_, bytes, signature, reason) => {
    expect(read(bytes, signature)).toEqual({ ok: false, reason })
  })
})

describe('A-107: the time of the signature', () => {
  const body = aBody()
  test.each([
    ['301 seconds ago', -301, false],
    ['299 seconds ago', -299, true],
    ['299 seconds ahead', 299, true],
    ['302 seconds ahead', 302, false],
    ['a year ahead', 365 * 86_400, false],
  ])('%s', (_, seconds, accepted) => {
    const reading = read(body, sign(body, SECRET, { at: now() + seconds }))
    expect(reading.ok).toBe(accepted)
    if (!reading.ok) expect(reading.reason).toBe('wrong-time')
  })

  test.each(['t=NaN', 't=', `t=${now()},t=${now()}`, 't=1e9', 't=-5'])('%s is no time', (time) => {
    const [, v1] = sign(body, SECRET).split(',')
    expect(read(body, `${time},${v1}`)).toEqual({ ok: false, reason: 'wrong-signature' })
  })
})

describe('A-108: while a secret is being replaced', () => {
  const body = aBody()
  test('two signatures, the second right', () => {
    const at = now()
    const signature = `${sign(body, 'whsec_old', { at })},${sign(body, SECRET, { at }).split(',')[1]}`
    expect(read(body, signature).ok).toBe(true)
  })

  test('the old and the new secret are both believed', () => {
    const secrets = ['whsec_new', 'whsec_old']
    expect(read(body, sign(body, 'whsec_old'), { secrets }).ok).toBe(true)
    expect(read(body, sign(body, 'whsec_new'), { secrets }).ok).toBe(true)
  })
})

describe('A-113: an event that was meant for somebody else', () => {
  test.each([
    ['play money at a live shop', { livemode: false }, true],
    ['real money at a test shop', { livemode: true }, false],
    ['another account', { account: 'acct_other' }, false],
  ])('%s is refused', (_, over, live) => {
    const body = aBody({ over })
    expect(read(body, sign(body, SECRET), { live })).toEqual({ ok: false, reason: 'wrong-account' })
  })

  test('another version of Stripe’s API is read as long as it says what is needed', () => {
    const body = aBody({ over: { api_version: '2019-01-01' } })
    expect(read(body, sign(body, SECRET)).ok).toBe(true)
  })
})

describe('what an event tells', () => {
  const news = (type: string, fields: Record<string, unknown> = {}) => {
    const body = aBody({ over: { type }, ...fields })
    const reading = read(body, sign(body, SECRET))
    return reading.ok ? reading.notification : reading
  }

  test('a completed, paid session is a charge', () => {
    expect(news('checkout.session.completed')).toMatchObject({
      about: {
        attemptIds: ['0198a000-0000-7000-8000-000000000001'],
        sessionId: 'cs_test_1',
        orderNumber: null,
      },
      news: { kind: 'paid', charge: { gatewayPaymentId: 'pi_1', cents: 4990, currency: 'EUR' } },
    })
  })

  test('a completed session that is not paid yet waits for its bank', () => {
    expect(news('checkout.session.completed', { payment_status: 'unpaid' })).toMatchObject({
      news: { kind: 'confirming' },
    })
  })

  test('expired and failed sessions are over', () => {
    const unpaid = { payment_status: 'unpaid' }
    expect(news('checkout.session.expired', unpaid)).toMatchObject({ news: { kind: 'over' } })
    expect(news('checkout.session.async_payment_failed', unpaid)).toMatchObject({ news: { kind: 'over' } })
  })

  test.each([
    ['an expired session that is paid', 'checkout.session.expired', { payment_status: 'paid' }],
    [
      'an expired session that is complete',
      'checkout.session.expired',
      { payment_status: 'unpaid', status: 'complete' },
    ],
    ['a completed session that is open', 'checkout.session.completed', { status: 'open' }],
    ['a completed session that is expired', 'checkout.session.completed', { status: 'expired' }],
    [
      'a payment that failed and is paid',
      'checkout.session.async_payment_failed',
      { payment_status: 'paid' },
    ],
    ['a session of real money in an event of play money', 'checkout.session.completed', { livemode: true }],
  ])('%s contradicts itself', (_, type, fields) => {
    expect(news(type, fields)).toMatchObject({ news: { kind: 'contradictory' } })
  })

  test('every name that a session bears is told: reference, metadata, and those of its payment', () => {
    const named = news('checkout.session.completed', {
      metadata: { attempt_id: 'second', order_number: 'C-1' },
      payment_intent: { id: 'pi_1', metadata: { attempt_id: 'third' } },
    })
    expect(named).toMatchObject({
      about: {
        attemptIds: ['0198a000-0000-7000-8000-000000000001', 'second', 'third'],
        orderNumber: 'C-1',
      },
    })
  })

  test('one refused card is not the end of the session', () => {
    const metadata = { attempt_id: '0198a000-0000-7000-8000-000000000001' }
    expect(news('payment_intent.payment_failed', { metadata })).toMatchObject({
      about: { attemptIds: [metadata.attempt_id] },
      news: { kind: 'card-refused' },
    })
  })

  test('a kind that the shop does not know is of no interest', () => {
    expect(news('customer.created')).toMatchObject({ news: { kind: 'other' } })
  })

  test('a session without amount is rightly signed and unreadable: staff look, Stripe need not repeat it', () => {
    expect(news('checkout.session.completed', { amount_total: 'many' })).toMatchObject({
      news: { kind: 'unreadable' },
    })
  })

  test('signed text that is no event is malformed', () => {
    expect(read('{', sign('{', SECRET))).toEqual({ ok: false, reason: 'malformed' })
    expect(read('[]', sign('[]', SECRET))).toEqual({ ok: false, reason: 'malformed' })
  })
})

describe('an event that can be read in two ways, rightly signed', () => {
  const body = aBody()
  test.each([
    ['a field twice', body.replace('"amount_total":4990', '"amount_total":1,"amount_total":4990')],
    ['a field in another case', body.replace('"amount_total":4990', '"Amount_Total":1,"amount_total":4990')],
    ['two objects', body.replace('"data":{', '"data":{"object":{},')],
    [
      'a hundred thousand levels',
      body.replace('"currency":"eur"', `"x":${'['.repeat(1e5)}${']'.repeat(1e5)}`),
    ],
  ])('%s is refused before it is read', (_, text) => {
    expect(text).not.toBe(body)
    expect(read(text, sign(text, SECRET))).toEqual({ ok: false, reason: 'ambiguous' })
  })
})
