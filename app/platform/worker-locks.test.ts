import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { sql } from 'drizzle-orm'
import { onTestFinished } from 'vitest'
import { expect, test } from '../../tests/shop-test'
import { until } from '../../tests/until'
import { enqueue } from '../jobs/enqueue.server'
import type { Database } from './db.server'
import { giveBackJobsOfTheDead, holdWorkerLock } from './worker-locks.server'

async function beganJob(db: Database, worker: string) {
  await enqueue(db, { name: 'send-refunds', payload: {}, key: worker })
  await db.execute(sql`
    update graphile_worker._private_jobs set locked_by = ${worker}, locked_at = now() where key = ${worker}`)
}

async function busyWorkers(db: Database): Promise<unknown[]> {
  const rows = await db.execute(
    sql`select locked_by from graphile_worker._private_jobs where locked_by is not null order by 1`,
  )
  return rows.map((row) => row.locked_by)
}

async function locksHeld(db: Database): Promise<unknown> {
  const [row] = await db.execute(sql`select count(*)::int as locks from pg_locks
    where locktype = 'advisory' and classid = hashtext('comptoir.workers')::oid
      and database = (select oid from pg_database where datname = current_database())`)
  return row?.locks
}

test('the jobs of a worker that died are given back, those of one that lives are not', async ({
  ownDb: db,
  ownDbUrl,
}) => {
  const [living, dying] = ['living', 'dying'].map((worker) =>
    holdWorkerLock(ownDbUrl, worker, { onLost: () => {} }),
  )
  onTestFinished(() => living?.close())
  await beganJob(db, 'living')
  await beganJob(db, 'dying')
  await until(async () => (await locksHeld(db)) === 2)

  await giveBackJobsOfTheDead(db)
  expect(await busyWorkers(db)).toEqual(['dying', 'living'])

  await dying?.close()
  await until(async () => {
    await giveBackJobsOfTheDead(db)
    return (await busyWorkers(db)).length === 1
  })
  expect(await busyWorkers(db)).toEqual(['living'])
})

test('the jobs of a worker that was stopped are given back too; woken, it ends before it writes over them', async ({
  ownDb: db,
  ownDbUrl,
}) => {
  const script = ['--import', 'tsx', 'tests/a-worker-that-holds-its-lock.ts', ownDbUrl, 'sleeping', '3000']
  const worker = spawn(process.execPath, script, { stdio: 'inherit' })
  onTestFinished(() => void worker.kill('SIGKILL'))
  const ended = once(worker, 'exit')
  await beganJob(db, 'sleeping')
  await until(async () => (await locksHeld(db)) === 1)

  worker.kill('SIGSTOP')
  await giveBackJobsOfTheDead(db)
  expect(await busyWorkers(db), 'a short pause costs nothing').toEqual(['sleeping'])
  await until(async () => {
    await giveBackJobsOfTheDead(db)
    return (await busyWorkers(db)).length === 0
  })

  worker.kill('SIGCONT')
  expect((await ended)[0]).toBe(75)
})
