import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readText } from './children'

/** Writes down where the services of a running shop are, for commands that are called beside it. */
export function noteServices(dir: string, urls: Record<string, string>): void {
  const lines = Object.entries(urls).map(([name, url]) => `${name}=${url}\n`)
  writeFileSync(fileIn(dir), lines.join(''), { mode: 0o600 })
}

/** The database that the environment names, else that of the shop which `npm start` keeps running here. */
export function knownDatabaseUrl(dir: string): string {
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL
  const noted = /^DATABASE_URL=(.+)$/m.exec(readText(fileIn(dir)))?.[1]
  if (noted) return noted
  throw new Error('No shop is known here: start one with npm start, or set DATABASE_URL.')
}

/** Meilisearch likewise; undefined where there is none. */
export function knownMeilisearch(dir: string): { url: string; key: string } | undefined {
  const noted = readText(fileIn(dir))
  const noteOf = (name: string) => process.env[name] ?? new RegExp(`^${name}=(.+)$`, 'm').exec(noted)?.[1]
  const url = noteOf('MEILISEARCH_URL')
  return url ? { url, key: noteOf('MEILISEARCH_KEY') ?? '' } : undefined
}

const fileIn = (dir: string) => join(dir, 'services.env')
