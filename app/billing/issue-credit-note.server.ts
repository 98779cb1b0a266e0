import { eq, sum } from 'drizzle-orm'
import { type Database, inTransaction } from '~/platform/db.server'
import { newId } from '~/platform/ids.server'
import { creditedShares } from '~/vat/credited-shares'
import { creditNoteNumber, takePaperNumber } from './numbers/paper-number.server'
import { creditNotes, invoices } from './paper-tables.server'

export type IssueCreditNoteOutcome =
  | { ok: true; creditNoteId: string; number: string }
  | { ok: false; reason: 'not-invoiced' }
  | { ok: false; reason: 'more-than-invoiced'; leftCents: number }

/** Safe to call twice: a refund has one credit note. Call it last in the transaction that recorded the refund. */
export async function issueCreditNote(
  db: Database,
  { orderId, refundId, amountCents }: { orderId: string; refundId: string; amountCents: number },
): Promise<IssueCreditNoteOutcome> {
  return inTransaction<IssueCreditNoteOutcome>(db, async (tx) => {
    const [invoice] = await tx.select().from(invoices).where(eq(invoices.orderId, orderId)).for('update')
    if (!invoice) return { ok: false, reason: 'not-invoiced' }

    const [earlier] = await tx.select().from(creditNotes).where(eq(creditNotes.refundId, refundId))
    if (earlier) return { ok: true, creditNoteId: earlier.id, number: creditNoteNumber(earlier) }

    const beforeCents = await sumOfCredits(tx, invoice.id)
    const leftCents = invoice.totalCents - beforeCents
    if (amountCents > leftCents) return { ok: false, reason: 'more-than-invoiced', leftCents }

    const creditNoteId = newId()
    const taken = await takePaperNumber(tx, 'credit-note')
    await tx.insert(creditNotes).values({
      id: creditNoteId,
      invoiceId: invoice.id,
      refundId,
      ...taken,
      totalCents: amountCents,
      vat: creditedShares(invoice.vat, { beforeCents, creditedCents: amountCents }),
    })
    return { ok: true, creditNoteId, number: creditNoteNumber(taken) }
  })
}

async function sumOfCredits(tx: Database, invoiceId: string): Promise<number> {
  const [row] = await tx
    .select({ cents: sum(creditNotes.totalCents) })
    .from(creditNotes)
    .where(eq(creditNotes.invoiceId, invoiceId))
  return Number(row?.cents ?? 0)
}
