/**
 * `npm run import -- file.csv [--dry-run] [--all-or-nothing] [--report lines.csv]`, `-- file.csv --resume <id>`,
 * `-- --undo <id>`: brings products, vehicles or fitments into the shop. docs/import.md says which columns a file may have.
 */
import { existsSync } from 'node:fs'
import { userInfo } from 'node:os'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { openDatabase } from '../app/platform/db.server'
import { importFile } from '../app/transfers/import-file.server'
import { undoImport } from '../app/transfers/undo-import.server'
import { knownDatabaseUrl } from './bring-up/known-services'
import { openReport } from './transfers/report-file'
import { sayOutcome, sayRefusal, sayUndone } from './transfers/say'
import { openBar } from './transfers/transfer-bar'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'dry-run': { type: 'boolean', default: false },
    'all-or-nothing': { type: 'boolean', default: false },
    report: { type: 'string' },
    resume: { type: 'string' },
    undo: { type: 'string' },
  },
})
const USAGE =
  'npm run import -- file.csv [--dry-run] [--all-or-nothing] [--report lines.csv] | -- --undo <id>'

if (existsSync('.env')) process.loadEnvFile('.env')
const [path] = positionals
if (!path && !values.undo) {
  console.error(USAGE)
  process.exit(2)
}
const { db, close } = openDatabase(knownDatabaseUrl(resolve('.comptoir')), {
  name: 'comptoir-import',
  poolSize: 4,
})
try {
  if (values.undo) await undo(values.undo)
  else if (path) await bringIn(path)
} finally {
  await close()
}

async function bringIn(file: string): Promise<void> {
  const isDry = values['dry-run']
  const bar = openBar()
  const report = await openReport({ path: values.report, isShown: isDry && !values.report })
  const outcome = await importFile(db, {
    path: file,
    actor: userInfo().username,
    isDry,
    isDetailed: isDry || values.report !== undefined,
    isAllOrNothing: values['all-or-nothing'],
    resume: values.resume,
    onProgress: bar.show,
    onLines: report.add,
  })
  bar.stop()
  await report.close()
  if (outcome.ok) sayOutcome(outcome, { isDry, seconds: bar.seconds() })
  else sayRefusal(outcome)
  process.exitCode = !outcome.ok || outcome.counts.refused > 0 ? 1 : 0
}

async function undo(importId: string): Promise<void> {
  const bar = openBar()
  const outcome = await undoImport(db, { importId, actor: userInfo().username, onProgress: bar.showBatches })
  bar.stop()
  if (outcome.ok) sayUndone(outcome)
  else sayRefusal(outcome)
  process.exitCode = outcome.ok ? 0 : 1
}
