import { EventEmitter } from 'node:events'
import { run, type WorkerEvents } from 'graphile-worker'
import { crontab } from '../app/jobs/crontab'
import { tasksOf } from '../app/jobs/tasks.server'
import type { Environment } from '../app/platform/env.server'
import { holdWorkerLock } from '../app/platform/worker-locks.server'
import { openShop } from '../app/shop.server'
import { shutDownOnSignal } from './shutdown'
import { workerLogger } from './worker-log'

/** Runs jobs until a signal ends the process. */
export async function work(env: Environment): Promise<void> {
  const { shop, close } = await openShop(env, 'worker')

  const events: WorkerEvents = new EventEmitter()
  let lock: ReturnType<typeof holdWorkerLock> | undefined
  events.on('pool:create', ({ workerPool }) => {
    lock = holdWorkerLock(env.DATABASE_URL, workerPool.id)
  })
  const runner = await run({
    events,
    connectionString: env.DATABASE_URL,
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
      await lock?.close()
      await close()
    },
  })
  await runner.promise
}
