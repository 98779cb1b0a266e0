import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Database } from '~/platform/db.server'
import { exportCatalog } from '~/transfers/export-catalog.server'
import { type ImportOptions, importFile } from '~/transfers/import-file.server'
import type { ReportLine } from '~/transfers/report'
import { TABLE_LAYOUTS, type TableLayout, type TransferKind } from '~/transfers/transfer-kinds'
import { csvText } from '~/transfers/write-csv.server'

/** A file with this content, gone when the test ends. */
export function aFile(content: string | Buffer, name = 'table.csv'): string {
  const folder = mkdtempSync(join(tmpdir(), 'comptoir-table-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

/** Imports a text as if it were a file, and gathers the report. */
export async function imported(
  db: Database,
  content: string | Buffer,
  options: Partial<ImportOptions> = {},
): Promise<{ outcome: Awaited<ReturnType<typeof importFile>>; lines: ReportLine[] }> {
  const lines: ReportLine[] = []
  const outcome = await importFile(db, {
    path: aFile(content),
    actor: 'test',
    onLines: (some) => void lines.push(...some),
    ...options,
  })
  return { outcome, lines }
}

/** The whole export as one text. */
export async function exported(
  db: Database,
  {
    what = 'products',
    format = 'comptoir',
    layout = TABLE_LAYOUTS.plain,
  }: { what?: TransferKind; format?: 'comptoir' | 'shopify'; layout?: TableLayout } = {},
): Promise<string> {
  const made = exportCatalog(db, { what, format, layout })
  if (!made.ok) throw new Error(made.reason)
  const parts: string[] = []
  for await (const text of csvText(made.pages, layout)) parts.push(text)
  return parts.join('')
}
