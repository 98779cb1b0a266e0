import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import postgres from 'postgres'
import { migrate } from '~/platform/migrate.server'

const TEMPLATE = /^comptoir_template_[0-9a-f]{12}$/
/** `copyTemplate` of shop-test.ts names its copies after the template and its process. */
const COPY = /^comptoir_template_[0-9a-f]{12}_(\d+)_/
const TEMPLATE_LOCK = 4_206_513
const TEMPLATE_LIFETIME_MS = 3 * 3_600_000

export function withDatabase(url: string, name: string): string {
  return Object.assign(new URL(url), { pathname: `/${name}` }).href
}

/** A database migrated to the state of `drizzle/`, made once per state of it; several runs at once share it. */
export async function prepareTemplate(serverUrl: string): Promise<string> {
  const name = `comptoir_template_${hashOfMigrations()}`
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

/** Drops the copies whose process is gone, and the templates of migrations that are no more. */
export async function dropLeftovers(serverUrl: string, templateUrl: string): Promise<void> {
  await administer(serverUrl, async (sql) => {
    const databases = await sql<{ name: string; made: string | null }[]>`
      select datname as name, shobj_description(oid, 'pg_database') as made
      from pg_database where datname like 'comptoir\\_template\\_%'`
    for (const { name, made } of databases) {
      const isOldTemplate =
        TEMPLATE.test(name) &&
        !templateUrl.endsWith(name) &&
        Date.now() - Number(made ?? 0) > TEMPLATE_LIFETIME_MS
      const pid = COPY.exec(name)?.[1]
      const isDeserted = pid !== undefined && !isAlive(Number(pid))
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
