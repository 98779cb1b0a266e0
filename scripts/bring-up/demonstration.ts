import { spawn } from 'node:child_process'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import postgres from 'postgres'
import { openDatabase } from '~/platform/db.server'
import { commandFor, findPlan } from '../../demo/full/plan'
import { step } from './progress'

export async function isEmpty(databaseUrl: string): Promise<boolean> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} })
  try {
    const [row] = await sql<{ empty: boolean }[]>`select not exists (select 1 from products) as empty`
    return row?.empty ?? true
  } finally {
    await sql.end({ timeout: 1 })
  }
}

/** A shop that is being filled at full size is no shop yet. */
export async function refuseHalfAFullShop(databaseUrl: string): Promise<void> {
  const { db, close } = openDatabase(databaseUrl, { poolSize: 1 })
  const begun = await findPlan(db).finally(close)
  if (begun) throw new Error(`This shop is only half filled. Go on with it first: ${commandFor(begun)}`)
}

/** Fills the shop; a mark stays until it is done. */
export async function fillDemonstration(dir: string, env: NodeJS.ProcessEnv): Promise<void> {
  writeFileSync(markOf(dir), '')
  // In a terminal the filling draws a bar of its own.
  if (process.stdout.isTTY) await runSeed(env)
  else await step('Demonstration shop', () => runSeed(env))
  rmSync(markOf(dir))
}

function runSeed(env: NodeJS.ProcessEnv): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/seed.ts'], { env, stdio: 'inherit' })
    child.once('error', fail)
    child.once('exit', (code, signal) =>
      code === 0 ? done() : fail(new Error(`Filling the shop failed (${signal ?? code}).`)),
    )
  })
}

/** A filling that was interrupted begins anew, in a database of our own only: another's is never dropped. */
export async function forgetHalfAFilling(dir: string, databaseUrl: string): Promise<void> {
  if (!existsSync(markOf(dir)) || process.env.DATABASE_URL) return
  const name = new URL(databaseUrl).pathname.slice(1)
  const server = Object.assign(new URL(databaseUrl), { pathname: '/postgres' }).href
  const sql = postgres(server, { max: 1, onnotice: () => {} })
  try {
    await sql`drop database if exists ${sql(name)} with (force)`
    await sql`create database ${sql(name)}`
  } finally {
    await sql.end({ timeout: 1 })
  }
}

function markOf(dir: string): string {
  return join(dir, 'filling')
}
