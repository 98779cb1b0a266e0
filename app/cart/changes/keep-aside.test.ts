import { newToken } from '~/platform/ids.server'
import { saveSetting } from '~/settings/save-setting.server'
import { aVariant, stockOf } from '../../../tests/a-shop'
import { expect, test } from '../../../tests/shop-test'
import { addToCart } from '../cart-lines.server'

test('where the shop reserves at checkout only, a cart keeps nothing aside', async ({ db }) => {
  await saveSetting({ db }, { name: 'stock', value: { reserveAt: 'checkout' } })
  const mug = await aVariant(db, { onHand: 5 })

  const token = newToken()
  await addToCart(db, { token, variantId: mug.id, quantity: 5 })

  expect(await stockOf(db, mug.id)).toEqual({ onHand: 5, reserved: 0 })
  expect(await addToCart(db, { token, variantId: mug.id, quantity: 1 })).toMatchObject({
    reason: 'not-enough-stock',
    available: 5,
  })
})

test('all carts of one network together keep no more aside than the shop allows', async ({ db }) => {
  await saveSetting({ db }, { name: 'stock', value: { maxReservedUnitsPerAddress: 60 } })
  const goods = [await aVariant(db, { onHand: 500 }), await aVariant(db, { onHand: 500 })]
  const add = (openedFrom: string, variantId: number) =>
    addToCart(db, { token: newToken(), openedFrom, variantId, quantity: 40 })
  const reserved = async () =>
    (await Promise.all(goods.map(({ id }) => stockOf(db, id)))).reduce((sum, row) => sum + row.reserved, 0)

  for (let visit = 0; visit < 3; visit++)
    for (const { id } of goods) expect(await add('one network', id)).toMatchObject({ ok: true })
  expect(await reserved()).toBe(60)

  for (const { id } of goods) await add('another network', id)
  expect(await reserved()).toBe(120)
})

test('many carts of one network keep no more of one item aside than one cart may', async ({ db }) => {
  const mug = await aVariant(db, { onHand: 500 })

  for (let visit = 0; visit < 3; visit++)
    await addToCart(db, {
      token: newToken(),
      openedFrom: 'one network',
      variantId: mug.id,
      quantity: 40,
    })

  expect((await stockOf(db, mug.id)).reserved).toBe(50)
})
