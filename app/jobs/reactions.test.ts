import { sql } from 'drizzle-orm'
import { parseCrontab } from 'graphile-worker'
import { newId } from '~/platform/ids.server'
import { expect, test } from '../../tests/shop-test'
import { crontab } from './crontab'
import { react } from './react.server'

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
  expect(parseCrontab(crontab).map((item) => item.task)).toEqual([
    'release-reservations',
    'close-overdue-payments',
    'send-refunds',
    'ask-open-payments',
    'index-sales',
  ])
})
