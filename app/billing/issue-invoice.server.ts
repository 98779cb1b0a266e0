import { eq } from 'drizzle-orm'
import { taxWithinCents } from '~/money/money'
import { findOrder, type Order } from '~/orders/order-queries.server'
import { orders } from '~/orders/order-tables.server'
import { type Database, inTransaction } from '~/platform/db.server'
import { newId } from '~/platform/ids.server'
import { invoiceNumber } from './document-number'
import { invoices } from './invoice-tables.server'
import { takeDocumentNumber } from './take-document-number.server'
import { vatShares } from './vat-shares'

export type IssueInvoiceOutcome =
  | { ok: true; invoiceId: string; number: string }
  | { ok: false; reason: 'unknown-order' | 'not-paid' }

/** Safe to call twice: an order has one invoice. Call it last in the transaction that made the order paid. */
export async function issueInvoice(
  db: Database,
  { orderId }: { orderId: string },
): Promise<IssueInvoiceOutcome> {
  return inTransaction<IssueInvoiceOutcome>(db, async (tx) => {
    // Locked, so that two callers for one order do not both take a number.
    await tx.select({ id: orders.id }).from(orders).where(eq(orders.id, orderId)).for('update')
    const order = await findOrder(tx, orderId)
    if (!order) return { ok: false, reason: 'unknown-order' }
    if (!order.paidAt) return { ok: false, reason: 'not-paid' }

    const [earlier] = await tx.select().from(invoices).where(eq(invoices.orderId, orderId))
    if (earlier) return { ok: true, invoiceId: earlier.id, number: invoiceNumber(earlier) }

    const invoiceId = newId()
    const taken = await takeDocumentNumber(tx, 'invoice')
    await tx
      .insert(invoices)
      .values({ id: invoiceId, orderId, ...taken, totalCents: order.totalCents, vat: sharesOf(order) })
    return { ok: true, invoiceId, number: invoiceNumber(taken) }
  })
}

function sharesOf({ lines, deliveryCents, deliveryVatBasisPoints }: Order) {
  const delivery = {
    totalCents: deliveryCents,
    vatBasisPoints: deliveryVatBasisPoints,
    vatCents: taxWithinCents(deliveryCents, deliveryVatBasisPoints),
  }
  return vatShares([...lines, delivery])
}
