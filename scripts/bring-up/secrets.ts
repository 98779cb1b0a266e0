import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readText } from './children'

const NAMES = ['SESSION_SECRET', 'LINK_SECRET', 'PASSWORD_PEPPER', 'METRICS_TOKEN']

/** Random secrets for this machine, made once and kept in the data folder: cookies survive a restart. */
export function keptSecrets(dir: string): Record<string, string> {
  const file = join(dir, 'secrets.env')
  const known = Object.fromEntries(
    readText(file)
      .split('\n')
      .filter((line) => line.includes('='))
      .map((line) => line.split('=', 2) as [string, string]),
  )
  const missing = NAMES.filter((name) => !known[name])
  for (const name of missing) known[name] = randomBytes(32).toString('hex')
  if (missing.length > 0) {
    const lines = Object.entries(known).map(([name, value]) => `${name}=${value}\n`)
    writeFileSync(file, lines.join(''), { mode: 0o600 })
  }
  return known
}
