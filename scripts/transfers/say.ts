import type { MessageKey } from '../../app/i18n/translate'
import { translator } from '../../app/i18n/translator.server'
import type { ImportOutcome } from '../../app/transfers/import-file.server'
import { inShort, NOTES } from '../../app/transfers/problems'
import type { ReportLine } from '../../app/transfers/report'
import type { UndoOutcome } from '../../app/transfers/undo-import.server'

const t = translator(/^fr/.test(process.env.LC_ALL ?? process.env.LANG ?? '') ? 'fr' : 'en')
const count = (number: number) => number.toLocaleString('en-GB')

export function sentenceOf({
  row,
  outcome,
  subject,
  sku,
  column,
  before,
  after,
  reason,
}: ReportLine): string {
  const where = [`row ${row}`, column && `column ${column}`].filter(Boolean).join(', ')
  const thing = [subject, sku].filter(Boolean).join(' / ')
  if (reason) {
    const kind = (NOTES as readonly string[]).includes(reason) ? 'note' : 'problem'
    const key = `transfers.${kind}.${reason}` as MessageKey
    return `  ${where}: ${after ? `“${after}” ` : ''}${t(key)}${thing ? ` [${thing}]` : ''}`
  }
  if (outcome === 'create') return `  ${where}: + ${thing} ${after}`
  return `  ${where}: ${thing} ${shown(before)} → ${shown(after)}`
}

const shown = (cell: string) => inShort(cell) || '(nothing)'

type Refused = Extract<ImportOutcome | UndoOutcome, { ok: false }> | { ok: false; reason: 'no-such-format' }

export function sayRefusal(refusal: Refused): void {
  const { ok: _, reason, ...facts } = refusal
  const values = { ...('counts' in refusal ? refusal.counts : {}), ...facts }
  const isOfAnImport = [
    'wrong-rows',
    'unknown-import',
    'another-file',
    'already-finished',
    'already-undone',
    'no-such-format',
  ].includes(reason)
  const key = `transfers.${isOfAnImport ? 'refused' : 'notCsv'}.${reason}` as MessageKey
  console.error(t(key, values as Record<string, string | number>))
}

type Imported = Extract<ImportOutcome, { ok: true }>

export function sayOutcome(
  { importId, kind, dialect, encoding, wentOn, counts, rows }: Imported,
  { isDry, seconds }: { isDry: boolean; seconds: number },
): void {
  const { created, changed, unchanged, refused } = counts
  console.log(
    `${isDry ? 'Would be' : 'Done'}: ${count(created)} created, ${count(changed)} changed, ${count(unchanged)} unchanged, ${count(refused)} refused ` +
      `(${kind}, ${dialect}, ${encoding}; ${count(rows)} rows in ${seconds.toFixed(1)} s, ${count(Math.round(rows / seconds))} rows/s)`,
  )
  if (wentOn) console.log('It went on where an earlier run of this file had stopped.')
  if (isDry) console.log('Nothing was written.')
  else if (importId) console.log(`To take it back: npm run import -- --undo ${importId}`)
}

export function sayUndone({ undone, kept }: Extract<UndoOutcome, { ok: true }>): void {
  for (const { subject, column, reason } of kept.slice(0, 50))
    console.log(`  ${subject}${column ? ` ${column}` : ''}: ${t(`transfers.undo.${reason}`)}`)
  if (kept.length > 50) console.log(`  … and ${count(kept.length - 50)} more`)
  console.log(`Taken back: ${count(undone)} changes; ${count(kept.length)} could not be.`)
}
