import { eq } from 'drizzle-orm'
import { lockOrder } from '~/orders/lock-order.server'
import { listOrderLines } from '~/orders/order-queries.server'
import { vatOfOrder } from '~/orders/order-vat'
import { type Database, inTransaction } from '~/platform/db.server'
import { newId } from '~/platform/ids.server'
import { inOrder } from '~/platform/in-order.server'
import { invoiceNumber, takePaperNumber } from './numbers/paper-number.server'
import { invoices } from './paper-tables.server'

export type IssueInvoiceOutcome =
  | { ok: true; invoiceId: string; number: string }
  | { ok: false; reason: 'unknown-order' | 'not-paid' }

/** Safe to call twice: an order has one invoice. Call it last in the transaction that made the order paid. */
export async function issueInvoice(
  db: Database,
  { orderId }: { orderId: string },
): Promise<IssueInvoiceOutcome> {
  return inTransaction<IssueInvoiceOutcome>(db, async (tx) => {
    const [[order], lines, [earlier]] = await inOrder(
      // Locked, so that two callers for one order do not both take a number.
      lockOrder(tx, { orderId }),
      listOrderLines(tx, orderId),
      tx.select().from(invoices).where(eq(invoices.orderId, orderId)),
    )
    if (!order) return { ok: false, reason: 'unknown-order' }
    if (!order.paidAt) return { ok: false, reason: 'not-paid' }

    if (earlier) return { ok: true, invoiceId: earlier.id, number: invoiceNumber(earlier) }

    const invoiceId = newId()
    const vat = vatOfOrder({ ...order, lines }).map(({ vatBasisPoints, netCents, vatCents }) => ({
      basisPoints: vatBasisPoints,
      netCents,
      vatCents,
    }))
    const taken = await takePaperNumber(tx, 'invoice')
    await tx.insert(invoices).values({ id: invoiceId, orderId, ...taken, totalCents: order.totalCents, vat })
    return { ok: true, invoiceId, number: invoiceNumber(taken) }
  })
}
