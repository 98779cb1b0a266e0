import { run } from 'graphile-worker'
import { crontab } from '../app/jobs/crontab'
import { tasksOf } from '../app/jobs/tasks.server'
import type { Environment } from '../app/platform/env.server'
import { openShop } from '../app/shop.server'
import { shutDownOnSignal } from './shutdown'
import { workerLogger } from './worker-log'

/** Runs jobs until a signal ends the process. */
export async function work(env: Environment): Promise<void> {
  const { shop, close } = await openShop(env, 'worker')

  const runner = await run({
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
      await close()
    },
  })
  await runner.promise
}
