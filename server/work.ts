import { EventEmitter } from 'node:events'
import { Logger, run, type WorkerEvents } from 'graphile-worker'
import { crontab } from '../app/jobs/crontab'
import { tasksOf } from '../app/jobs/tasks.server'
import type { Environment } from '../app/platform/env.server'
import type { Log } from '../app/platform/log.server'
import { holdWorkerLock } from '../app/platform/worker-locks.server'
import { openShop } from '../app/shop.server'
import { openJobPool } from './job-pool'
import { shutDownOnSignal } from './shutdown'

/** EX_TEMPFAIL: to be started again. */
const LEASE_LOST = 75

/** Of the queue's messages. */
const LEVELS = { error: 'error', warning: 'warn', info: 'debug', debug: 'debug' } as const

/** Runs jobs until a signal ends the process. */
export async function work(env: Environment): Promise<void> {
  const { shop, close } = await openShop(env, 'worker')

  const events: WorkerEvents = new EventEmitter()
  let lock: ReturnType<typeof holdWorkerLock> | undefined
  events.on('pool:create', ({ workerPool }) => {
    lock = holdWorkerLock(env.DATABASE_URL, workerPool.id, {
      onLost() {
        // What it was doing is done by another: it must not write over that. Whoever keeps it alive starts a new one.
        shop.log.fatal('this worker stood still for longer than its lease')
        process.exit(LEASE_LOST)
      },
    })
  })
  const pool = openJobPool({ url: env.DATABASE_URL, size: 10, log: shop.log })
  const runner = await run({
    events,
    pgPool: pool,
    concurrency: 4,
    noHandleSignals: true,
    pollInterval: 1_000,
    taskList: tasksOf(shop),
    crontab,
    logger: workerLogger(shop.log),
  })

  shop.log.info('working')
  process.send?.('ready')

  shutDownOnSignal({
    log: shop.log,
    beforeClosing: () => {},
    async close() {
      await runner.stop()
      await pool.end()
      await lock?.close()
      await close()
    },
  })
  await runner.promise
}

/** The queue's messages in the shop's log; payloads stay out of it, and so does what a failed query was given. */
function workerLogger(log: Log): Logger {
  return new Logger(({ taskIdentifier: task, jobId: job }) => (level, message, meta) => {
    // The queue's own sentence about a failed job quotes its fault whole.
    if (meta?.failure) log.error({ task, job, err: meta.error }, 'job failed')
    else log[LEVELS[level]]({ task, job }, message)
  })
}
