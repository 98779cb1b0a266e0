import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

/** Where the shop under test says which database is its own: the page tests know only its port. */
export function pagesDatabaseFile(port: string | undefined): string {
  return resolve('.comptoir', `pages-${port}.database`)
}

/** The database of the shop that the page tests visit; undefined when they visit one that is not ours. */
export function pagesDatabaseUrl(): string | undefined {
  return process.env.PAGES_ORIGIN
    ? undefined
    : readFileSync(pagesDatabaseFile(process.env.PAGES_PORT), 'utf8')
}
