import { eq, sql } from 'drizzle-orm'
import { newToken } from '~/platform/ids.server'
import { aVariant } from '../../tests/a-shop'
import { expect, test } from '../../tests/shop-test'
import { readCartToken, rememberCart } from './cart-cookie.server'
import { addToCart } from './cart-lines.server'
import { findCart } from './cart-queries.server'
import { carts } from './cart-tables.server'
import { forgetOldCarts } from './forget-old-carts.server'
import { cartOrigin } from './visitor-cart.server'

const HTTPS = { ORIGIN: 'https://shop.example' }
const visit = (cookie: string) => new Request('https://shop.example/cart', { headers: { cookie } })

test('over https the cookie belongs to this very host, and no other name is read', async () => {
  const token = newToken()

  const header = await rememberCart(token, HTTPS)

  expect(header).toMatch(/^__Host-cart=[^;]+; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  const [pair = ''] = header.split(';')
  expect(await readCartToken(visit(pair), HTTPS)).toBe(token)
  expect(await readCartToken(visit(pair.replace('__Host-cart', 'cart')), HTTPS)).toBeNull()
})

test('what is no token of ours is no token', async () => {
  for (const value of ['', 'x', '"a"', 'null', '%00', btoa(JSON.stringify({ a: 1 })), btoa('"../../etc"')])
    expect(await readCartToken(visit(`__Host-cart=${value}`), HTTPS)).toBeNull()
  expect(await readCartToken(new Request('https://shop.example/cart'), HTTPS)).toBeNull()
})

test('IPs of one household are one origin, and the name tells none of them', () => {
  const env = { LINK_SECRET: 'a secret of thirty-two characters' }
  const origin = (clientIp: string) => cartOrigin(clientIp, env)

  expect(origin('2001:db8:1:2:3:4:5:6')).toBe(origin('2001:db8:1:2::9'))
  expect(origin('2001:db8:1:2::9')).not.toBe(origin('2001:db8:1:3::9'))
  expect(origin('2001:db8::9')).toBe(origin('2001:db8:0:0:9::'))
  expect(origin('::ffff:203.0.113.9')).toBe(origin('203.0.113.9'))
  expect(origin('203.0.113.9')).not.toBe(origin('203.0.113.8'))
  expect(origin('203.0.113.9')).not.toContain('203')
})

test('carts that nobody came back to are forgotten, however many, others stay', async ({ db }) => {
  const mug = await aVariant(db)
  const [old, older, fresh] = [newToken(), newToken(), newToken()]
  for (const token of [old, older, fresh]) await addToCart(db, { token, variantId: mug.id, quantity: 1 })
  for (const token of [old, older])
    await db
      .update(carts)
      .set({ changedAt: sql`now() - interval '91 days'` })
      .where(eq(carts.id, (await findCart(db, token))?.id ?? ''))

  expect(await forgetOldCarts(db, { size: 1 })).toBe(2)

  for (const token of [old, older]) expect(await findCart(db, token)).toBeNull()
  expect(await findCart(db, fresh)).not.toBeNull()
})
