import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import type { Database } from '~/platform/db.server'

/** One step of a plan as Postgres ran it. */
type Step = {
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  'Rows Removed by Index Recheck'?: number
  Plans?: Step[]
}

/** What the statements of some work read, all together, of the tables that grow with a shop. */
export type Reading = {
  /** The tables that were read from end to end. */
  scanned: string[]
  indexes: string[]
  /** Rows that were taken from tables and indexes, whether they were wanted or not. */
  rows: number
}

/** These do not grow with the number of products, customers and orders: a walk through one of them is a short one. */
const FEW = new Set([
  ...['families', 'family_texts', 'ranges', 'range_texts', 'brands', 'files', 'makes', 'models'],
  ...['attributes', 'attribute_texts', 'attribute_option_texts', 'fitment_conditions', 'universal_products'],
  ...['delivery_zones', 'delivery_countries', 'delivery_methods', 'delivery_offers', 'delivery_rates'],
  ...['shop_settings', 'vat_rates', 'promo_codes', 'public_code_history', 'search_synonyms'],
  ...['_private_jobs', '_private_job_queues', '_private_tasks'],
])

/**
 * A database that tells, by its own module auto_explain, how it ran each statement of the work it is given. A small one
 * would rather scan its tables: it has to be told not to, where it is compared with a large one.
 */
export function openExplained(url: string, { mayScan = true } = {}) {
  let plans: { Plan: Step }[] = []
  const client = postgres(url, {
    max: 1,
    onnotice: ({ message }) => {
      const plan = message?.match(/plan:\n(?<plan>.*)/s)?.groups?.plan
      if (plan) plans.push(JSON.parse(plan))
    },
    connection: { ...SETTINGS, enable_seqscan: mayScan ? 'on' : 'off' },
  })
  const db: Database = drizzle(client)

  async function reading(work: (db: Database) => Promise<unknown>): Promise<Reading> {
    // A connection begins with a question of its client's.
    await client`select 1`
    plans = []
    await work(db)
    const steps = plans.flatMap(({ Plan }) => stepsOf(Plan)).filter(isReadOfMany)
    return {
      scanned: tablesOf(steps.filter((step) => step['Node Type'] === 'Seq Scan')),
      indexes: [...new Set(steps.flatMap((step) => step['Index Name'] ?? []))].sort(),
      rows: steps.reduce((sum, step) => sum + rowsOf(step), 0),
    }
  }
  return { db, reading, close: () => client.end({ timeout: 5 }) }
}

const SETTINGS = {
  application_name: 'comptoir-explained',
  session_preload_libraries: 'auto_explain',
  'auto_explain.log_min_duration': '0ms',
  'auto_explain.log_analyze': true,
  'auto_explain.log_format': 'json',
  'auto_explain.log_level': 'notice',
  'auto_explain.log_nested_statements': true,
  jit: 'off',
}

function stepsOf(step: Step): Step[] {
  return [step, ...(step.Plans ?? []).flatMap(stepsOf)]
}

function isReadOfMany(step: Step): boolean {
  if (!/Scan$/.test(step['Node Type']) || FEW.has(step['Relation Name'] ?? '')) return false
  return Boolean(step['Relation Name'] ?? step['Index Name'])
}

function rowsOf(step: Step): number {
  const removed = (step['Rows Removed by Filter'] ?? 0) + (step['Rows Removed by Index Recheck'] ?? 0)
  return Math.round((step['Actual Rows'] + removed) * step['Actual Loops'])
}

function tablesOf(steps: readonly Step[]): string[] {
  return [...new Set(steps.flatMap((step) => step['Relation Name'] ?? []))].sort()
}
