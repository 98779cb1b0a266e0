import { expect, test } from 'vitest'
import { anAttemptToOpen, sessionOfAttempt } from '../../../tests/payments/an-attempt'
import { PAYBOX_TEST_ACCOUNT, startPayboxStandIn } from '../../../tests/stand-ins/paybox-stand-in'
import type { AttemptToOpen } from '../gateway'
import { openPayboxGateway } from './paybox-gateway.server'

async function aBank({ hasDirect = true } = {}) {
  const bank = await startPayboxStandIn({ notifies: false })
  const gateway = openPayboxGateway({
    account: PAYBOX_TEST_ACCOUNT,
    origin: 'http://shop.test',
    pageUrl: bank.url,
    receiptsTo: 'shop@shop.test',
    publicKeys: [bank.publicKey],
    direct: hasDirect ? { ...bank.direct, timeoutMs: 200 } : undefined,
  })
  return { bank, gateway, [Symbol.asyncDispose]: bank.close }
}

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000)

/** The shopper's browser posts the form and chooses on the bank's page. */
async function visit(
  { bank, gateway }: Awaited<ReturnType<typeof aBank>>,
  attempt: AttemptToOpen,
  choice: string,
) {
  const outcome = await gateway.openSession(attempt)
  if (!outcome.ok || !('form' in outcome.session.redirect)) throw new Error('no form')
  const { action, fields } = outcome.session.redirect.form
  const shown = await fetch(action, { method: 'POST', body: new URLSearchParams(fields) })
  const reference = (await shown.text()).match(/name="reference" value="([^"]+)"/)?.[1] ?? ''
  const body = new URLSearchParams({ reference, choice })
  return fetch(new URL('/choice', bank.url), { method: 'POST', body, redirect: 'manual' })
}

test('a browser posts the form, pays, and comes back to the page that we named', async () => {
  await using shop = await aBank()
  const attempt = anAttemptToOpen()

  const answer = await visit(shop, attempt, 'pay')

  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toContain('http://shop.test/checkout/return/1?token=a&Mt=4990')
})

test('its page cannot be closed before its time: nothing is concluded', async () => {
  await using shop = await aBank()
  const session = sessionOfAttempt(anAttemptToOpen({ startedAt: minutesAgo(20) }), 'x')

  expect(await shop.gateway.closeSession(session)).toBe('unknown')
})

test('once its page is over the bank is asked: paid or closed', async () => {
  await using shop = await aBank()
  const paid = anAttemptToOpen({ startedAt: minutesAgo(36) })
  const unpaid = anAttemptToOpen({ startedAt: minutesAgo(36) })
  await visit(shop, paid, 'pay')

  expect(await shop.gateway.closeSession(sessionOfAttempt(paid, 'x'))).toBe('already-paid')
  expect(await shop.gateway.closeSession(sessionOfAttempt(unpaid, 'y'))).toBe('closed')
})

test('a bank that gives no answer when asked is not taken for one that took nothing', async () => {
  await using shop = await aBank()
  shop.bank.failDirect({ kind: 'drop' }, { kind: 'black-hole' })
  const session = sessionOfAttempt(anAttemptToOpen({ startedAt: minutesAgo(36) }), 'x')

  expect(await shop.gateway.closeSession(session)).toBe('unknown')
  expect(await shop.gateway.closeSession(session)).toBe('unknown')
})

test('without a direct line an ended page counts as unpaid', async () => {
  await using shop = await aBank({ hasDirect: false })

  expect(await shop.gateway.closeSession(sessionOfAttempt(anAttemptToOpen(), 'x'))).toBe('unknown')
  const over = anAttemptToOpen({ startedAt: minutesAgo(36) })
  expect(await shop.gateway.closeSession(sessionOfAttempt(over, 'x'))).toBe('closed')
})

test('money goes back by the direct line; a lost answer is for a person to look at, never asked again', async () => {
  await using shop = await aBank()
  const attempt = anAttemptToOpen()
  await visit(shop, attempt, 'pay')
  const [transaction] = shop.bank.transactions
  const refund = {
    refundId: attempt.attemptId,
    gatewayPaymentId: `${transaction?.number}.${transaction?.call}`,
    orderNumber: attempt.orderNumber,
    amount: { cents: 1000, currency: 'EUR' as const },
  }

  expect(await shop.gateway.refund(refund)).toMatchObject({ ok: true, state: 'succeeded' })
  shop.bank.failDirect({ kind: 'answer-lost' })
  expect(await shop.gateway.refund(refund)).toMatchObject({ ok: false, reason: 'uncertain' })
  expect(transaction?.refundedCents).toBe(2000)
  const tooMuch = { ...refund, amount: { cents: 4000, currency: 'EUR' as const } }
  expect(await shop.gateway.refund(tooMuch)).toMatchObject({ ok: false, reason: 'declined' })
})
