import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { openDatabase } from '~/platform/db.server'
import type { Generator } from './load/generator'
import type { Load } from './load/jobs'
import { type Reading, startMeter } from './meter'
import type { Scenario } from './scenarios'
import type { Stack } from './stack'
import { median } from './statistics'

export type Round = Load & Reading

export type Figures = {
  name: string
  perSecond: number
  p50: number
  p95: number
  p99: number
  /** Computing time per request, in milliseconds. */
  webMs: number
  postgresMs: number
  workerMs: number
  /** The most memory one process held, in megabytes. */
  webMb: number
  failed: number
  failure?: string
  rounds: Round[]
}

export type RoundPlan = { rounds: number; seconds: number; say: (line: string) => void }

/** Until the code that is met often is compiled; each web process compiles for itself. */
const WARM_UP_SECONDS = 4
const LONGEST_WAIT_SECONDS = 6

/** Every scenario once, then every scenario again: what slows the machine for a while slows all of them. */
export async function runRounds(
  { stack, generator, scenarios }: { stack: Stack; generator: Generator; scenarios: Scenario[] },
  { rounds, seconds, say }: RoundPlan,
): Promise<Figures[]> {
  const kept = new Map<string, Round[]>(scenarios.map(({ name }) => [name, []]))
  for (const isWriting of [false, true]) {
    const some = scenarios.filter(({ kind }) => (kind === 'writing') === isWriting)
    say(`Warming up ${some.length} scenarios …`)
    for (const scenario of some) await generator.run(scenario.job(WARM_UP_SECONDS))
    for (let round = 1; round <= rounds; round++) {
      say(`Round ${round} of ${rounds} …`)
      for (const scenario of some) {
        if (isWriting) await untilQueueIsEmpty(stack)
        kept.get(scenario.name)?.push(await runOnce({ generator, scenario }, seconds))
      }
    }
  }
  return scenarios.map(({ name }) => summarise(name, kept.get(name) ?? []))
}

async function runOnce(
  { generator, scenario }: { generator: Generator; scenario: Scenario },
  seconds: number,
): Promise<Round> {
  const meter = startMeter({ ...scenario.watched, load: generator.pid })
  const load = await generator.run(scenario.job(seconds))
  return { ...load, ...meter.stop() }
}

function summarise(name: string, rounds: Round[]): Figures {
  const middle = (of: (round: Round) => number) => median(rounds.map(of))
  const perRequest = (process: string) =>
    middle(({ cpuMs, count }) => (cpuMs[process] ?? 0) / Math.max(1, count))
  const failure = rounds.find((round) => round.failure)?.failure
  return {
    name,
    perSecond: middle(({ count, seconds }) => count / seconds),
    p50: middle(({ p50 }) => p50),
    p95: middle(({ p95 }) => p95),
    p99: middle(({ p99 }) => p99),
    webMs: perRequest('web'),
    postgresMs: perRequest('postgres'),
    workerMs: perRequest('worker'),
    webMb: Math.max(...rounds.map(({ rssMb }) => rssMb.web ?? 0)),
    failed: rounds.reduce((sum, { failed }) => sum + failed, 0),
    ...(failure === undefined ? {} : { failure }),
    rounds,
  }
}

/** Mails of the orders before are written by the worker, on the same machine: they may wait, but are not to count twice. */
async function untilQueueIsEmpty({ databaseUrl }: Stack): Promise<void> {
  const { db, close } = openDatabase(databaseUrl, { name: 'comptoir-bench', poolSize: 1 })
  for (const until = Date.now() + LONGEST_WAIT_SECONDS * 1000; Date.now() < until; await sleep(250))
    if ((await countWaitingJobs(db)) === 0) break
  await close()
}

async function countWaitingJobs(db: ReturnType<typeof openDatabase>['db']): Promise<number> {
  const [row] = await db.execute<{ jobs: number }>(sql`
    select count(*)::int as jobs from graphile_worker.jobs where run_at <= now() and attempts < max_attempts`)
  return row?.jobs ?? 0
}
