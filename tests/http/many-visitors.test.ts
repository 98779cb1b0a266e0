import { eq } from 'drizzle-orm'
import { parse } from 'node-html-parser'
import { products, productTexts } from '~/catalog/product-tables.server'
import type { Database } from '~/platform/db.server'
import { levelPrices } from '~/pricing/price-tables.server'
import { aVariant } from '../a-shop'
import { aType, fitted } from '../a-vehicle'
import { openForBusiness } from '../open-for-business'
import { expect, type RunningWeb, test } from '../running-web'
import { aCartWith, fromSomewhere, post } from '../safe-answer'

const PATIENCE_MS = 240_000
const REQUESTS = 1_000
const AT_ONCE = 20

type Visitor = {
  name: string
  cookie: string
  language: 'fr' | 'en'
  cartCount: number
  vehicle: '1.5 dCi' | '1.9 TDI' | null
  price: string
}

/** What a page says of the one it was drawn for. */
function seenOn(html: string): Omit<Visitor, 'name' | 'cookie'> {
  const root = parse(html)
  const language = root.querySelector('html')?.getAttribute('lang') === 'en' ? 'en' : 'fr'
  const header = root.querySelector('header')?.text ?? ''
  const text = (root.querySelector('main')?.text ?? '').replace(/\s/g, ' ')
  const cart = root.querySelector('header a[href$="/cart"]')
  const vehicle = (['1.5 dCi', '1.9 TDI'] as const).find((name) => header.includes(name)) ?? null
  return {
    language,
    cartCount: Number(cart?.text.match(/\d+/)?.[0] ?? 0),
    vehicle,
    price: text.match(/(?:19|15)[,.]90/)?.[0].replace('.', ',') ?? '',
  }
}

test(
  'of a thousand requests of all kinds of visitors, each sees their own name, price, cart, language and vehicle (A-103)',
  async ({ ownDb, web }) => {
    await openForBusiness(ownDb)
    const variant = await aVariant(ownDb, { priceCents: 1990, onHand: 100, name: 'Disque ventilé' })
    const path = await describe(ownDb, variant)
    const visitors = await everybody(ownDb, web, variant)

    const wrong: string[] = []
    let kept = 0
    let asked = 0
    const ask = async () => {
      while (asked < REQUESTS) {
        // 7 and the number of visitors have no common part: every visitor comes after every other.
        const visitor = visitors[(asked++ * 7) % visitors.length] as Visitor
        const { name, cookie, ...expected } = visitor
        const url = visitor.language === 'en' ? `/en${path}` : path
        const answer = await web.ask(url, {
          headers: { cookie, 'x-forwarded-for': fromSomewhere() },
        })
        if (answer.headers.has('etag')) kept += 1
        const seen = seenOn(await answer.text())
        const isShared = answer.headers.has('etag') && cookie !== ''
        if (isShared || JSON.stringify(seen) !== JSON.stringify(inOrder(expected)))
          wrong.push(`${name}: ${JSON.stringify(seen)}`)
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, ask))

    expect(wrong).toEqual([])
    expect(kept).toBeGreaterThan(REQUESTS / visitors.length)
  },
  PATIENCE_MS,
)

const inOrder = ({ language, cartCount, vehicle, price }: Omit<Visitor, 'name' | 'cookie'>) => ({
  language,
  cartCount,
  vehicle,
  price,
})

/** Gives the product English words, and a price of its own for VIP customers; its path. */
async function describe(db: Database, variant: { id: number; productId: number }): Promise<string> {
  const { id: variantId, productId } = variant
  await db.insert(productTexts).values({ productId, language: 'en', name: 'Vented disc' })
  await db.insert(levelPrices).values({ variantId, level: 4, unitCents: 1590 })
  const [product] = await db.select({ slug: products.slug }).from(products).where(eq(products.id, productId))
  return `/p/${product?.slug}`
}

async function everybody(
  db: Database,
  web: RunningWeb,
  variant: { id: number; productId: number },
): Promise<Visitor[]> {
  const nobody = { cookie: '', cartCount: 0, vehicle: null, price: '19,90' }
  const { productId } = variant
  const clio = await aGarage(db, web, {
    make: 'renault',
    model: 'clio-iii',
    type: '1-5-dci',
    name: '1.5 dCi',
    productId,
  })
  const golf = await aGarage(db, web, {
    make: 'volkswagen',
    model: 'golf-v',
    type: '1-9-tdi',
    name: '1.9 TDI',
    productId,
  })
  const carts = [await aCartWith(web, variant.id), await aCartWith(web, variant.id)]
  const more = { intent: 'add', variantId: String(variant.id), quantity: '4' }
  await post(web, '/cart', more, carts[1])
  const vip = await web.signedIn(4)
  const both = (visitor: Omit<Visitor, 'language'>): Visitor[] => [
    { ...visitor, language: 'fr' },
    { ...visitor, language: 'en' },
  ]
  return [
    ...both({ ...nobody, name: 'nobody' }),
    ...both({ ...nobody, name: 'a VIP customer', cookie: vip, price: '15,90' }),
    ...both({ ...nobody, name: 'one with a cart', cookie: carts[0] ?? '', cartCount: 1 }),
    ...both({ ...nobody, name: 'another with a cart', cookie: carts[1] ?? '', cartCount: 5 }),
    ...both({ ...nobody, name: 'a driver', cookie: clio, vehicle: '1.5 dCi' }),
    ...both({ ...nobody, name: 'another driver', cookie: golf, vehicle: '1.9 TDI' }),
    {
      ...nobody,
      language: 'fr',
      name: 'a VIP driver with a cart',
      vehicle: '1.5 dCi',
      cartCount: 1,
      price: '15,90',
      cookie: [vip, clio, carts[0]].join('; '),
    },
  ]
}

type Driven = { make: string; model: string; type: string; name: string; productId: number }

/** The cookie of a garage with a vehicle of this type, which the product fits. */
async function aGarage(
  db: Database,
  web: RunningWeb,
  { productId, name, ...names }: Driven,
): Promise<string> {
  const { make, model, type } = names
  await fitted(db, { typeId: await aType(db, { make, model, slug: type, name }), productId })
  const added = await post(web, '/garage', { intent: 'add', ...names })
  expect(added.status).toBe(303)
  return added.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}
