import { issueInvoice } from '~/billing/issue-invoice.server'
import type { Database } from '~/platform/db.server'
import { newId } from '~/platform/ids.server'
import type { Mail } from '~/platform/mail.server'
import { aVariant } from '../../tests/a-shop'
import { anOrder } from '../../tests/an-order'
import { expect, test } from '../../tests/shop-test'
import { sendOrderMail } from './send-order-mail.server'

function aPostOffice(db: Database) {
  const sent: Mail[] = []
  let isDown = false
  return {
    sent,
    breakDown: () => {
      isDown = true
    },
    repair: () => {
      isDown = false
    },
    db,
    env: { ORIGIN: 'https://shop.test', LINK_SECRET: 'link-secret-of-the-tests-0123456789abc' },
    mailer: {
      async send(mail: Mail) {
        if (isDown) throw new Error('421 try later')
        sent.push(mail)
      },
    },
  }
}

test('the confirmation says what was bought, for how much, with which tax, and where it is followed', async ({
  db,
}) => {
  const office = aPostOffice(db)
  const order = await anOrder(db, {
    of: await aVariant(db),
    priceCents: 12_000,
    deliveryCents: 600,
    state: 'paid',
  })
  await issueInvoice(db, { orderId: order.id })

  await sendOrderMail(office, { orderId: order.id, kind: 'confirmation' })

  const [mail] = office.sent
  expect(mail?.to).toBe('ines@example.fr')
  expect(mail?.subject).toBe(`Votre commande ${order.number} est confirmée`)
  for (const content of [mail?.html, mail?.text])
    for (const words of [
      'Disque de frein avant',
      '126,00\u00a0€',
      'dont TVA 20\u00a0%',
      '3 rue des Ateliers',
      `https://shop.test/order/${order.number}?token=`,
      '14 jours',
    ])
      expect(content?.replace(/&nbsp;/g, '\u00a0').replace(/<!-- -->/g, '')).toContain(words)
  expect(mail?.text).toMatch(/Total TTC +126,00\s€\s+dont TVA 20\s% +21,00\s€/)
})

test('an order of many lines has its total and its button first, and is short enough for any reader of mail', async ({
  db,
}) => {
  const office = aPostOffice(db)
  const variants = await Promise.all(Array.from({ length: 120 }, () => aVariant(db)))
  const order = await anOrder(db, { of: variants, state: 'paid' })

  await sendOrderMail(office, { orderId: order.id, kind: 'confirmation' })

  const html = office.sent[0]?.html ?? ''
  const text = office.sent[0]?.text ?? ''
  expect(Buffer.byteLength(html)).toBeLessThan(40_000)
  for (const content of [html, text]) {
    const places = [
      'Total TTC',
      `/order/${order.number}?token=`,
      'Disque de frein avant',
      'et 60 autres articles',
    ].map((words) => content.indexOf(words))
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  }
})

test('the longest names of all scripts make no mail of 100 kB', async ({ db }) => {
  const office = aPostOffice(db)
  const variants = await Promise.all(Array.from({ length: 120 }, () => aVariant(db)))
  const name = '<Ⓐ&👩‍👩‍👧>'.repeat(300)
  const order = await anOrder(db, { of: variants.map((variant) => ({ ...variant, name })), state: 'paid' })

  await sendOrderMail(office, { orderId: order.id, kind: 'confirmation' })

  expect(Buffer.byteLength(office.sent[0]?.html ?? '')).toBeLessThan(100_000)
})

test('an English customer is written to in English, with links to English pages', async ({ db }) => {
  const office = aPostOffice(db)
  const order = await anOrder(db, { of: await aVariant(db), state: 'paid', language: 'en' })

  await sendOrderMail(office, { orderId: order.id, kind: 'confirmation' })

  expect(office.sent[0]?.subject).toBe(`Your order ${order.number} is confirmed`)
  expect(office.sent[0]?.text).toContain(`https://shop.test/en/order/${order.number}?token=`)
})

test('an approved order can be paid from its mail', async ({ db }) => {
  const office = aPostOffice(db)
  const order = await anOrder(db, { of: await aVariant(db), state: 'validated' })

  await sendOrderMail(office, { orderId: order.id, kind: 'payable' })

  expect(office.sent[0]?.subject).toBe(`Votre commande ${order.number} peut être payée`)
})

test('a job that runs twice sends one mail', async ({ db }) => {
  const office = aPostOffice(db)
  const order = await anOrder(db, { of: await aVariant(db), state: 'paid' })

  await sendOrderMail(office, { orderId: order.id, kind: 'confirmation' })
  await sendOrderMail(office, { orderId: order.id, kind: 'confirmation' })

  expect(office.sent).toHaveLength(1)
})

test('a mail that the server refused is sent later, as the same message', async ({ db }) => {
  const office = aPostOffice(db)
  const order = await anOrder(db, { of: await aVariant(db), state: 'cancelled' })
  office.breakDown()
  await expect(sendOrderMail(office, { orderId: order.id, kind: 'cancelled' })).rejects.toThrow('421')
  office.repair()

  await sendOrderMail(office, { orderId: order.id, kind: 'cancelled' })

  expect(office.sent).toHaveLength(1)
  expect(office.sent[0]?.text).toContain('Rien ne vous a été prélevé')
})

test('nobody is told of a failed payment that succeeded since', async ({ db }) => {
  const office = aPostOffice(db)
  const paid = await anOrder(db, { of: await aVariant(db), state: 'paid' })
  const failed = await anOrder(db, { of: await aVariant(db), state: 'payment_failed' })

  await sendOrderMail(office, { orderId: paid.id, kind: 'payment-failed' })
  await sendOrderMail(office, { orderId: failed.id, kind: 'payment-failed' })

  expect(office.sent.map((mail) => mail.subject)).toEqual([
    `Le paiement de votre commande ${failed.number} n'a pas abouti`,
  ])
})

test('each refund has its mail, and one that was promised already has no second', async ({ db }) => {
  const office = aPostOffice(db)
  const order = await anOrder(db, { of: await aVariant(db), state: 'paid' })
  const [half, rest, late] = [newId(), newId(), newId()]
  const tell = (kind: 'refunded' | 'refunded-late', refundId: string, amountCents: number) =>
    sendOrderMail(office, { orderId: order.id, kind, refund: { refundId, amountCents } })

  await tell('refunded', half, 400)
  await tell('refunded', half, 400)
  await tell('refunded', rest, 600)
  await tell('refunded-late', late, 1000)
  await tell('refunded', late, 1000)

  expect(office.sent.map((mail) => /(\d+,\d\d)/.exec(mail.text)?.[1])).toEqual(['4,00', '6,00', '10,00'])
})

test('of orders that nobody paid for, one recipient is told three times a day; of money, always', async ({
  db,
}) => {
  const office = aPostOffice(db)
  const of = await aVariant(db, { onHand: 50 })
  for (let count = 0; count < 15; count++) {
    const email = count % 2 ? 'Stranger@example.fr' : 'stranger@example.fr'
    const state = count % 3 ? 'cancelled' : 'payment_failed'
    const order = await anOrder(db, { of, email, state })
    await sendOrderMail(office, { orderId: order.id, kind: count % 3 ? 'cancelled' : 'payment-failed' })
  }
  expect(office.sent).toHaveLength(3)

  const paid = await anOrder(db, { of, email: 'stranger@example.fr', state: 'paid' })
  await issueInvoice(db, { orderId: paid.id })
  await sendOrderMail(office, { orderId: paid.id, kind: 'confirmation' })
  const other = await anOrder(db, { of, email: 'else@example.fr', state: 'cancelled' })
  await sendOrderMail(office, { orderId: other.id, kind: 'cancelled' })
  expect(office.sent.slice(3).map(({ to }) => to)).toEqual(['stranger@example.fr', 'else@example.fr'])
})
