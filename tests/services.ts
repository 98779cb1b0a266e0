import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import postgres from 'postgres'
import { migrate } from '~/platform/migrate.server'

/** What `global-setup.ts` hands to every test by `inject('services')`. */
export interface TestServices {
  /** A migrated, empty database that nobody connects to: `create database … template …` copies it in a moment. */
  template: string
  /** One copy of it per worker process; tests there roll back what they write. */
  databases: string[]
  redis: string | undefined
  meilisearch: { url: string; key: string } | undefined
}

declare module 'vitest' {
  interface ProvidedContext {
    services: TestServices
  }
}

const TEMPLATE = 'comptoir_template_'
const RUN = 'comptoir_test_'
const TEMPLATE_LOCK = 4_206_513
const TEMPLATE_LIFETIME_MS = 3 * 3_600_000

let copies = 0

/** The name of a database of this process's own; leftovers of dead processes are known by it. */
export function ownDatabaseName(): string {
  copies += 1
  return `${RUN}${process.pid}_${copies}`
}

export function withDatabase(url: string, name: string): string {
  return Object.assign(new URL(url), { pathname: `/${name}` }).href
}

/** Creates a database that holds the schema and nothing else; answers with its URL. */
export async function createTestDatabase(template: string, name = ownDatabaseName()): Promise<string> {
  const templateName = new URL(template).pathname.slice(1)
  await administer(template, async (sql) => {
    await sql`create database ${sql(name)} template ${sql(templateName)}`
  })
  return withDatabase(template, name)
}

export async function dropTestDatabase(url: string): Promise<void> {
  const name = new URL(url).pathname.slice(1)
  await administer(url, (sql) => sql`drop database if exists ${sql(name)} with (force)`)
}

/** A database migrated to the state of `drizzle/`, made once per state of it; several runs at once share it. */
export async function prepareTemplate(serverUrl: string): Promise<string> {
  const name = `${TEMPLATE}${hashOfMigrations()}`
  await administer(serverUrl, async (sql) => {
    await sql`select pg_advisory_lock(${TEMPLATE_LOCK})`
    const [ready] = await sql`select 1 from pg_database where datname = ${name}`
    if (ready) return
    const building = `${name}_building`
    await sql`drop database if exists ${sql(building)} with (force)`
    await sql`create database ${sql(building)}`
    await migrate(withDatabase(serverUrl, building))
    await sql.unsafe(`comment on database ${building} is '${Date.now()}'`)
    await sql`alter database ${sql(building)} rename to ${sql(name)}`
  })
  return withDatabase(serverUrl, name)
}

/** Drops the databases of test runs that died, and templates of migrations that are no more. */
export async function dropLeftovers(serverUrl: string, template: string): Promise<void> {
  await administer(serverUrl, async (sql) => {
    const databases = await sql<{ name: string; made: string | null }[]>`
      select datname as name, shobj_description(oid, 'pg_database') as made
      from pg_database where datname ~ ${`^(${TEMPLATE}|${RUN})`}`
    for (const { name, made } of databases) {
      const isOldTemplate =
        name.startsWith(TEMPLATE) &&
        !template.endsWith(name) &&
        Date.now() - Number(made ?? Date.now()) > TEMPLATE_LIFETIME_MS
      const isDeserted = name.startsWith(RUN) && !isAlive(Number(name.slice(RUN.length).split('_')[0]))
      if (isOldTemplate || isDeserted) await sql`drop database if exists ${sql(name)} with (force)`
    }
  })
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function hashOfMigrations(): string {
  const hash = createHash('sha256')
  for (const file of readdirSync('drizzle', { recursive: true, encoding: 'utf8' }).sort())
    if (/\.sql$|_journal\.json$/.test(file)) hash.update(file).update(readFileSync(join('drizzle', file)))
  hash.update(readFileSync('app/platform/migrate.server.ts'))
  hash.update(readFileSync('node_modules/graphile-worker/package.json'))
  return hash.digest('hex').slice(0, 12)
}

async function administer(url: string, work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(withDatabase(url, 'postgres'), { max: 1, onnotice: () => {} })
  try {
    await work(sql)
  } finally {
    await sql.end({ timeout: 5 })
  }
}
