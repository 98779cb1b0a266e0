import { asc, eq } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import { creditNoteNumber, invoiceNumber } from './numbers/paper-number.server'
import { creditNotes, invoices } from './paper-tables.server'

export async function findInvoice(db: Database, orderId: string) {
  const [invoice] = await db.select().from(invoices).where(eq(invoices.orderId, orderId))
  return invoice ? { ...invoice, label: invoiceNumber(invoice) } : null
}

/** What an order's papers are called: its invoice, then its credit notes. */
export async function listPaperNumbers(db: Database, orderId: string): Promise<string[]> {
  const [invoice, creditNotes] = await Promise.all([findInvoice(db, orderId), listCreditNotes(db, orderId)])
  return [...(invoice ? [invoice] : []), ...creditNotes].map(({ label }) => label)
}

export async function listCreditNotes(db: Database, orderId: string) {
  const notes = await db
    .select({
      id: creditNotes.id,
      refundId: creditNotes.refundId,
      year: creditNotes.year,
      number: creditNotes.number,
      totalCents: creditNotes.totalCents,
      issuedAt: creditNotes.issuedAt,
    })
    .from(creditNotes)
    .innerJoin(invoices, eq(invoices.id, creditNotes.invoiceId))
    .where(eq(invoices.orderId, orderId))
    .orderBy(asc(creditNotes.issuedAt))
    .limit(100)
  return notes.map((note) => ({ ...note, label: creditNoteNumber(note) }))
}
