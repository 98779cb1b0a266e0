import { EventEmitter } from 'node:events'
import { run, type WorkerEvents } from 'graphile-worker'
import { crontab } from '../app/jobs/crontab'
import { tasksOf } from '../app/jobs/tasks.server'
import type { Environment } from '../app/platform/env.server'
import { holdWorkerLock } from '../app/platform/worker-locks.server'
import { openShop } from '../app/shop.server'
import { openJobPool } from './job-pool'
import { shutDownOnSignal } from './shutdown'
import { workerLogger } from './worker-log'

/** EX_TEMPFAIL: to be started again. */
const LEASE_LOST = 75

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
