import { sql } from 'drizzle-orm'
import { react } from '~/jobs/react.server'
import { type MailToSend, sendOrderMail } from '~/mails/send-order-mail.server'
import { transitionOrder } from '~/orders/transition-order.server'
import { sendPendingRefunds } from '~/payments/send-pending-refunds.server'
import type { Database } from '~/platform/db.server'
import type { Mail } from '~/platform/mail.server'
import type { Announcement } from '~/platform/queue.server'
import { expect, test } from '../shop-test'
import {
  anOpenPayment,
  anUnpaidOrder,
  aShopWithBanks,
  moneyOf,
  type ShopWithBanks,
  stateOf,
} from './a-shop-with-banks'

test('Stripe tells of a payment for an order that is cancelled: recorded, paid back by itself, and the shopper is told', async ({
  db,
}) => {
  await using setting = await aShopWithBanks(db)
  const { orderId } = await anUnpaidOrder(db)
  const { sessionId } = await anOpenPayment(setting, orderId)
  const event = setting.stripe.pay(sessionId)
  await transitionOrder(db, {
    orderId,
    to: 'cancelled',
    actor: { kind: 'system' },
    reason: 'not-paid-in-time',
  })

  expect(await setting.tellFromStripe(event)).toEqual({ ok: true, effect: 'refund-due' })
  await sendPendingRefunds(setting.shop)

  expect(await stateOf(db, orderId), 'it is not revived').toMatchObject({ state: 'cancelled' })
  expect(await moneyOf(db, orderId)).toEqual({
    taken: [{ role: 'surplus', cents: 4990 }],
    givenBack: [{ status: 'confirmed', cents: 4990, reason: 'came-too-late' }],
  })
  expect(setting.stripe.books.balance()).toMatchObject([{ captured: 4990, refunded: 4990 }])
  const mails = await mailsAfterwards(setting)
  expect(mails.map(({ subject }) => subject)).toContainEqual(expect.stringMatching(/remboursé/))
  expect(mails.find(({ subject }) => /remboursé/.test(subject))?.text).toContain('49,90')
})

/** What the worker would send, once everything announced was reacted to. */
async function mailsAfterwards({ shop }: ShopWithBanks): Promise<Mail[]> {
  const sent: Mail[] = []
  const office = { ...shop, mailer: { send: async (mail: Mail) => void sent.push(mail) } }
  for (const announcement of await payloadsOf<Announcement>(shop.db, 'react'))
    await react(shop.db, announcement)
  for (const mail of await payloadsOf<MailToSend>(shop.db, 'send-order-mail'))
    await sendOrderMail(office, mail)
  return sent
}

async function payloadsOf<Payload>(db: Database, task: string): Promise<Payload[]> {
  const rows = await db.execute<{ payload: Payload }>(sql`
    select job.payload from graphile_worker._private_jobs job
    join graphile_worker._private_tasks task on task.id = job.task_id
    where task.identifier = ${task} order by job.id`)
  return rows.map((row) => row.payload)
}
