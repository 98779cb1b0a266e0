/**
 * `npm run export -- [--what products|vehicles|fitments] [--format comptoir|shopify] [--excel] [--out file.csv]`: the
 * catalogue as CSV, on standard output unless a file is named; with `--excel` as a French or German Excel opens it.
 */
import { createWriteStream, existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { openDatabase } from '../app/platform/db.server'
import { exportCatalog } from '../app/transfers/export-catalog.server'
import { TABLE_LAYOUTS, TRANSFER_KINDS } from '../app/transfers/transfer-kinds'
import { writeCsv } from '../app/transfers/write-csv.server'
import { knownDatabaseUrl } from './bring-up/known-services'
import { sayRefusal } from './transfers/say'

const { values } = parseArgs({
  options: {
    what: { type: 'string', default: 'products' },
    format: { type: 'string', default: 'comptoir' },
    excel: { type: 'boolean', default: false },
    out: { type: 'string' },
  },
})
const what = TRANSFER_KINDS.find((kind) => kind === values.what)
const format = (['comptoir', 'shopify'] as const).find((name) => name === values.format)
const layout = values.excel ? TABLE_LAYOUTS.excel : TABLE_LAYOUTS.plain
if (!what || !format) {
  console.error(
    'npm run export -- [--what products|vehicles|fitments] [--format comptoir|shopify] [--excel] [--out file.csv]',
  )
  process.exit(2)
}

if (existsSync('.env')) process.loadEnvFile('.env')
const { db, close } = openDatabase(knownDatabaseUrl(resolve('.comptoir')), {
  name: 'comptoir-export',
  poolSize: 2,
})
const out = values.out ? createWriteStream(values.out) : process.stdout
try {
  const exported = exportCatalog(db, { what, format, layout })
  if (exported.ok) await writeCsv(exported.pages, out, layout)
  else {
    sayRefusal(exported)
    process.exitCode = 2
  }
} catch (fault) {
  // Whoever reads the pipe has read enough: `| head`.
  if (!(fault instanceof Error && 'code' in fault && fault.code === 'EPIPE')) throw fault
} finally {
  await close()
}
