import { render, toPlainText } from '@react-email/render'
import { and, eq, gt, inArray, sql } from 'drizzle-orm'
import { findInvoice } from '~/billing/paper-queries.server'
import { localPath } from '~/i18n/language'
import { translator } from '~/i18n/translator.server'
import { addressLines } from '~/orders/address-lines.server'
import { orderPath } from '~/orders/order-link.server'
import { findOrder, idsOfOrdersBy, listOrderHistory, type Order } from '~/orders/order-queries.server'
import { type Database, inTransaction } from '~/platform/db.server'
import { newId } from '~/platform/ids.server'
import type { Mailer } from '~/platform/mail.server'
import { readSettings } from '~/settings/setting-queries.server'
import { AS_TEXT } from './letters/as-text'
import { OrderMail, orderMailSubject } from './letters/order-mail'
import type { MailKind } from './mail-kinds'
import { sentMails } from './mail-tables.server'

export type MailToSend = {
  orderId: string
  kind: MailKind
  refund?: { refundId: string; amountCents: number }
}

export type MailShop = { db: Database; mailer: Mailer; env: { ORIGIN: string; LINK_SECRET: string } }

/**
 * Sends a mail about an order once. Its row is written before the mail server is called, and marked after it: if the
 * process dies in between, the mail goes out again under the same Message-ID.
 */
export async function sendOrderMail(shop: MailShop, mail: MailToSend): Promise<void> {
  const order = await findOrder(shop.db, mail.orderId)
  if (!order || !isStillTrue(order, mail.kind)) return
  const id = await beginMail(shop.db, order, mail)
  if (!id) return

  await shop.mailer.send({ reference: id, to: order.email, ...(await writeOrderMail(shop, order, mail)) })
  await shop.db.update(sentMails).set({ sentAt: sql`clock_timestamp()` }).where(eq(sentMails.id, id))
}

/** The queue may have been standing still: nobody wants to read of a failure that was cured since. */
function isStillTrue(order: Order, kind: MailKind): boolean {
  switch (kind) {
    case 'payable':
      return order.state === 'validated'
    case 'confirmation':
      return order.paidAt !== null
    case 'payment-failed':
      return order.state === 'payment_failed'
    case 'cancelled':
      return order.state === 'cancelled'
    case 'refunded':
    case 'refunded-late':
      return true
  }
}

/** Of orders that nobody paid for, a stranger's e-mail may have been given: so many mails go there in a day. */
const MOST_UNPAID_A_DAY = 3
const OF_UNPAID: readonly MailKind[] = ['payment-failed', 'cancelled']

/** The row's id, or null when the mail was sent before, or is one too many. */
async function beginMail(db: Database, order: Order, mail: MailToSend): Promise<string | null> {
  const { orderId, kind } = mail
  const about = await subjectMatter(db, mail)
  // Who was told that the money goes back by itself needs no second message when it does.
  if (kind === 'refunded' && (await findMail(db, { orderId, kind: 'refunded-late', about }))) return null

  return inTransaction(db, async (tx) => {
    const isLimited = OF_UNPAID.includes(kind) && order.paidAt === null
    const recipient = order.email.toLowerCase()
    if (isLimited)
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`mail ${recipient}`}, 0))`)
    const earlier = await findMail(tx, { orderId, kind, about })
    if (earlier) return earlier.sentAt ? null : earlier.id
    if (isLimited && (await countOfUnpaid(tx, recipient)) >= MOST_UNPAID_A_DAY) return null

    const [begun] = await tx
      .insert(sentMails)
      .values({ id: newId(), orderId, kind, about })
      .onConflictDoNothing()
      .returning({ id: sentMails.id })
    if (begun) return begun.id
    const meanwhile = await findMail(tx, { orderId, kind, about })
    return meanwhile && !meanwhile.sentAt ? meanwhile.id : null
  })
}

async function countOfUnpaid(tx: Database, recipient: string): Promise<number> {
  const theirs = idsOfOrdersBy(tx, { email: recipient, unpaidOnly: true })
  return tx.$count(
    sentMails,
    and(
      inArray(sentMails.orderId, theirs),
      inArray(sentMails.kind, OF_UNPAID),
      gt(sentMails.begunAt, sql`clock_timestamp() - interval '1 day'`),
    ),
  )
}

/** What one mail of a kind tells that another does not: a payment can fail twice, a refund be one of several. */
async function subjectMatter(db: Database, { orderId, kind, refund }: MailToSend): Promise<string> {
  if (refund) return refund.refundId
  if (kind !== 'payment-failed') return ''
  const failures = (await listOrderHistory(db, orderId)).filter((move) => move.to === 'payment_failed')
  return String(failures.at(-1)?.seq ?? '')
}

async function findMail(
  db: Database,
  { orderId, kind, about }: { orderId: string; kind: MailKind; about: string },
) {
  const [mail] = await db
    .select({ id: sentMails.id, sentAt: sentMails.sentAt })
    .from(sentMails)
    .where(and(eq(sentMails.orderId, orderId), eq(sentMails.kind, kind), eq(sentMails.about, about)))
  return mail
}

async function writeOrderMail({ db, env }: MailShop, order: Order, { kind, refund }: MailToSend) {
  const { language } = order
  const t = translator(language)
  const [{ shop }, invoice] = await Promise.all([readSettings(db), findInvoice(db, order.id)])
  const page = (
    <OrderMail
      kind={kind}
      order={order}
      shipTo={addressLines(order.shippingAddress, language)}
      billTo={addressLines(order.billingAddress, language)}
      url={env.ORIGIN + localPath(language, orderPath(order, env.LINK_SECRET))}
      amountCents={refund?.amountCents ?? 0}
      invoice={invoice?.label ?? null}
      shop={shop}
      language={language}
      t={t}
    />
  )
  const html = await render(page)
  return { subject: orderMailSubject({ kind, order, t }), html, text: toPlainText(html, AS_TEXT) }
}
