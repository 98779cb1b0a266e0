import { sql } from 'drizzle-orm'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openDatabase } from '~/platform/db.server'
import { openLog } from '~/platform/log.server'
import { openReplica } from '~/platform/replica.server'
import { aPrimaryWithReplica } from './a-replica'

const log = openLog({ level: 'silent', process: 'test' })

test('pages read from the replica while it keeps up, and from the primary when it is gone', async () => {
  const pair = await aPrimaryWithReplica()
  onTestFinished(() => pair.stop())
  const { db: primary, close } = openDatabase(pair.primaryUrl)
  const replica = openReplica({ primary, url: pair.replicaUrl, poolSize: 2, name: 'test', log })
  onTestFinished(async () => {
    await replica.close()
    await close()
  })
  expect(replica.current()).toBe(primary)

  await vi.waitFor(() => expect(replica.current()).not.toBe(primary), 20_000)
  await primary.execute(sql`create table told as select 'by the primary' as what`)
  await vi.waitFor(async () => {
    const [row] = await replica
      .current()
      .execute(sql`select what, pg_is_in_recovery() as "isReplica" from told`)
    expect(row).toEqual({ what: 'by the primary', isReplica: true })
  }, 20_000)

  await pair.stopReplica()
  await vi.waitFor(() => expect(replica.current()).toBe(primary), 20_000)
  expect(await replica.current().execute(sql`select what from told`)).toHaveLength(1)
}, 90_000)

test('without a replica everything is read from the primary', async () => {
  const { db: primary, close } = openDatabase('postgres://nobody@127.0.0.1:1/nothing')
  onTestFinished(() => close())
  const replica = openReplica({ primary, url: undefined, poolSize: 2, name: 'test', log })
  expect(replica.current()).toBe(primary)
})
