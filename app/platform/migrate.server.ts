import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator'
import { runMigrations } from 'graphile-worker'
import postgres from 'postgres'

const LOCK = 4_206_512

/** Brings a database to the code's version. Several processes may call it at once: one works, the others wait. */
export async function migrate(url: string, folder = 'drizzle'): Promise<void> {
  const client = postgres(url, {
    max: 1,
    onnotice: () => {},
    connection: { application_name: 'comptoir-migrate' },
  })
  try {
    await client`select pg_advisory_lock(${LOCK})`
    await runMigrations({ connectionString: url })
    await applyMigrations(drizzle(client), { migrationsFolder: folder })
  } finally {
    await client.end()
  }
}
