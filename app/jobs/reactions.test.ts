import { sql } from 'drizzle-orm'
import { parseCrontab } from 'graphile-worker'
import { newId } from '~/platform/ids.server'
import type { Shop } from '~/shop.server'
import { expect, test } from '../../tests/shop-test'
import { crontab } from './crontab'
import { react } from './react.server'
import { tasksOf } from './tasks.server'

test('told twice, an announcement leaves one job of each', async ({ db }) => {
  const orderId = newId()

  await react(db, { type: 'order.paid', orderId })
  await react(db, { type: 'order.paid', orderId })

  const jobs = await db.execute<{ task: string; payload: unknown }>(sql`
    select task.identifier as task, job.payload from graphile_worker._private_jobs job
    join graphile_worker._private_tasks task on task.id = job.task_id where job.key like ${`%${orderId}%`}`)
  expect([...jobs]).toEqual([{ task: 'send-order-mail', payload: { orderId, kind: 'confirmation' } }])
})

test('the clock’s list can be read, and calls only jobs that exist', () => {
  // Nothing is opened: the list of jobs is made without using the shop.
  const jobs = Object.keys(tasksOf({} as Shop))

  expect(jobs).toEqual(expect.arrayContaining(parseCrontab(crontab).map((item) => item.task)))
})
