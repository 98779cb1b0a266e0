/**
 * `npm run export -- [--what products|vehicles|fitments] [--format comptoir|shopify] [--out file.csv]`: the catalogue as CSV,
 * on standard output unless a file is named.
 */
import { createWriteStream, existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { openDatabase } from '../app/platform/db.server'
import { exportCatalog } from '../app/transfers/export-catalog.server'
import { TRANSFER_KINDS } from '../app/transfers/transfer-kinds'
import { writeCsv } from '../app/transfers/write-csv.server'
import { knownDatabaseUrl } from './bring-up/known-services'
import { sayRefusal } from './transfers/say'

const { values } = parseArgs({
  options: {
    what: { type: 'string', default: 'products' },
    format: { type: 'string', default: 'comptoir' },
    out: { type: 'string' },
  },
})
const what = TRANSFER_KINDS.find((kind) => kind === values.what)
const format = (['comptoir', 'shopify'] as const).find((name) => name === values.format)
if (!what || !format) {
  console.error(
    'npm run export -- [--what products|vehicles|fitments] [--format comptoir|shopify] [--out file.csv]',
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
  const exported = exportCatalog(db, { what, format })
  if (exported.ok) await writeCsv(exported.pages, out)
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
