import { sql } from 'drizzle-orm'
import { brokenConstraint } from '~/platform/db.server'
import { aVariant } from '../../tests/a-shop'
import { anOrder } from '../../tests/an-order'
import { expect, test } from '../../tests/shop-test'
import { orders } from './order-tables.server'

test.for([
  ['ines@example.fr, everybody@example.test'],
  ['ines@example.fr;everybody@example.test'],
  ['Inès <ines@example.fr>'],
  ['group:ines@example.fr'],
  ['"ines everybody"@example.fr'],
  ['ines@example.fr\nBcc: everybody@example.test'],
  ['ines\\@example.fr'],
  ['ines'],
  [''],
])('no hand can write %j as the one recipient of an order', async ([email = ''], { db }) => {
  const { id } = await anOrder(db, { of: await aVariant(db) })

  const fault = await db
    .transaction((tx) => tx.update(orders).set({ email }).where(sql`${orders.id} = ${id}`))
    .catch((fault: unknown) => fault)

  expect(brokenConstraint(fault)).toBe('order_has_one_recipient')
})
