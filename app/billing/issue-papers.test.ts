import { asc } from 'drizzle-orm'
import { transitionOrder } from '~/orders/transition-order.server'
import { charges, refunds } from '~/payments/payment-tables.server'
import { type Database, inTransaction } from '~/platform/db.server'
import { newId } from '~/platform/ids.server'
import { aVariant } from '../../tests/a-shop'
import { anOrder } from '../../tests/an-order'
import { expect, test } from '../../tests/shop-test'
import { issueCreditNote } from './issue-credit-note.server'
import { issueInvoice } from './issue-invoice.server'
import { creditNotes, invoices } from './paper-tables.server'

test('an invoice splits the tax by rate, delivery included', async ({ db }) => {
  const disc = await aVariant(db)
  const book = await aVariant(db)
  const order = await anOrder(db, {
    of: [
      { ...disc, priceCents: 12_000, vatBasisPoints: 2000 },
      { ...book, priceCents: 2110, vatBasisPoints: 550 },
    ],
    deliveryCents: 600,
    state: 'paid',
  })

  const issued = await issueInvoice(db, { orderId: order.id })

  const [invoice] = await db.select().from(invoices)
  expect(issued).toMatchObject({ ok: true, number: expect.stringMatching(/^F-\d{4}-000001$/) })
  expect(invoice?.totalCents).toBe(14_710)
  expect(invoice?.vat).toEqual([
    { basisPoints: 2000, netCents: 10_500, vatCents: 2100 },
    { basisPoints: 550, netCents: 2000, vatCents: 110 },
  ])
})

test('an order has one invoice, whoever asks twice', async ({ db }) => {
  const order = await anOrder(db, { of: await aVariant(db), state: 'paid' })

  const first = await issueInvoice(db, { orderId: order.id })
  expect(await issueInvoice(db, { orderId: order.id })).toEqual(first)

  expect(await db.select().from(invoices)).toHaveLength(1)
})

test('an order nobody paid has no invoice', async ({ db }) => {
  const order = await anOrder(db, { of: await aVariant(db), state: 'payment_pending' })

  expect(await issueInvoice(db, { orderId: order.id })).toEqual({ ok: false, reason: 'not-paid' })
  expect(await issueCreditNote(db, { orderId: order.id, refundId: newId(), amountCents: 100 })).toEqual({
    ok: false,
    reason: 'not-invoiced',
  })
})

test('credit notes give back at most what was invoiced, one per refund, in a series of their own', async ({
  db,
}) => {
  const order = await anOrder(db, { of: await aVariant(db), priceCents: 1000, state: 'paid' })
  await issueInvoice(db, { orderId: order.id })
  const refund = { orderId: order.id, refundId: newId(), amountCents: 400 }

  const first = await issueCreditNote(db, refund)
  expect(first).toMatchObject({ ok: true, number: expect.stringMatching(/^A-\d{4}-000001$/) })
  expect(await issueCreditNote(db, refund)).toEqual(first)
  expect(await issueCreditNote(db, { ...refund, refundId: newId(), amountCents: 601 })).toEqual({
    ok: false,
    reason: 'more-than-invoiced',
    leftCents: 600,
  })

  const [note] = await db.select().from(creditNotes)
  expect(note?.vat).toEqual([{ basisPoints: 2000, netCents: 333, vatCents: 67 }])
})

test('forty invoices at once, a third of them rolled back, leave no gap', async ({ ownDb }) => {
  const disc = await aVariant(ownDb, { onHand: 100 })
  const orders = []
  for (let index = 0; index < 40; index++)
    orders.push(await anOrder(ownDb, { of: disc, state: 'payment_pending' }))

  const attempts = orders.map(({ id }, index) =>
    inTransaction(ownDb, async (tx) => {
      await transitionOrder(tx, { orderId: id, to: 'paid', actor: { kind: 'system' } })
      await aCharge(tx, id)
      await issueInvoice(tx, { orderId: id })
      if (index % 3 === 0) throw new Error('the lights went out')
    }).catch(() => 'rolled back'),
  )
  const outcomes = await Promise.all(attempts)

  const issued = await ownDb.select().from(invoices).orderBy(asc(invoices.number))
  expect(outcomes.filter((outcome) => outcome === 'rolled back')).toHaveLength(14)
  expect(issued.map((invoice) => invoice.number)).toEqual(Array.from({ length: 26 }, (_, index) => index + 1))
  const times = issued.map((invoice) => invoice.issuedAt.getTime())
  expect(times).toEqual([...times].sort((a, b) => a - b))
})

test('one refund told ten times at once has one credit note', async ({ ownDb }) => {
  const order = await anOrder(ownDb, { of: await aVariant(ownDb), state: 'paid' })
  const chargeId = await aCharge(ownDb, order.id)
  await issueInvoice(ownDb, { orderId: order.id })
  const refundId = newId()
  await ownDb.insert(refunds).values({
    id: refundId,
    chargeId,
    orderId: order.id,
    amountCents: 500,
    reason: 'test',
    status: 'confirmed',
  })

  await Promise.all(
    Array.from({ length: 10 }, () =>
      issueCreditNote(ownDb, { orderId: order.id, refundId, amountCents: 500 }),
    ),
  )

  expect(await ownDb.select().from(creditNotes)).toHaveLength(1)
})

async function aCharge(db: Database, orderId: string): Promise<string> {
  const id = newId()
  await db.insert(charges).values({
    id,
    gateway: 'sandbox',
    gatewayPaymentId: id,
    orderId,
    amountCents: 1000,
    currency: 'EUR',
    role: 'payment',
  })
  return id
}

test('an order given back in parts is given back whole: per rate, net and tax, to the cent', async ({
  db,
}) => {
  const order = await anOrder(db, {
    of: [
      { ...(await aVariant(db)), priceCents: 1999, quantity: 3, vatBasisPoints: 2000 },
      { ...(await aVariant(db)), priceCents: 1337, vatBasisPoints: 550 },
    ],
    deliveryCents: 599,
    state: 'paid',
  })
  await issueInvoice(db, { orderId: order.id })

  for (const amountCents of [1, 1, 333, 2000, 2999, order.totalCents - 5334])
    expect(await issueCreditNote(db, { orderId: order.id, refundId: newId(), amountCents })).toMatchObject({
      ok: true,
    })

  const [invoice] = await db.select().from(invoices)
  const given = (await db.select().from(creditNotes)).flatMap((note) => note.vat)
  const sums = invoice?.vat.map(({ basisPoints }) => {
    const own = given.filter((share) => share.basisPoints === basisPoints)
    return {
      basisPoints,
      netCents: own.reduce((sum, share) => sum + share.netCents, 0),
      vatCents: own.reduce((sum, share) => sum + share.vatCents, 0),
    }
  })
  expect(sums).toEqual(invoice?.vat)
})
