import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { parse } from 'node-html-parser'
import { brands, familyTexts, rangeTexts } from '~/catalog/family-tables.server'
import { productReferences, products, productTexts } from '~/catalog/product-tables.server'
import { deliveryMethods } from '~/delivery/delivery-tables.server'
import { sendOrderMail } from '~/mails/send-order-mail.server'
import { orders } from '~/orders/order-tables.server'
import type { Database } from '~/platform/db.server'
import type { Mail } from '~/platform/mail.server'
import { aVariant, unique } from '../a-shop'
import { openForBusiness } from '../open-for-business'
import { expect, test } from '../running-web'
import { foreignMarkup, provoke } from '../safe-answer'
import { ADDRESS, aShopper, walkToReview } from '../shopper'
import { SECRETS } from '../test-secrets'

const PATIENCE_MS = 120_000

/** Closes a script, opens another, leaves an attribute, and would be reckoned with by a template engine. */
const HOSTILE = `</script><!--<script>"><img src=x onerror=alert(1)>' onload='&amp;{{7*7}}`
const META = `"><meta http-equiv=refresh content="0;url=//evil.test">`

/** One product for sale whose every text is hostile. */
async function aHostileShelf(db: Database) {
  await openForBusiness(db)
  const variant = await aVariant(db, { name: HOSTILE, options: { size: HOSTILE } })
  await aVariant(db, { productId: variant.productId, options: { size: META } })
  const text = { productId: variant.productId, language: 'en', name: META, description: HOSTILE } as const
  await db.insert(productTexts).values(text)
  await db.update(productTexts).set({ description: HOSTILE }).where(eq(productTexts.language, 'fr'))
  await db.update(familyTexts).set({ name: HOSTILE })
  await db.update(rangeTexts).set({ name: HOSTILE, description: HOSTILE })
  const [product] = await db.select().from(products).where(eq(products.id, variant.productId))
  if (!product) throw new Error('There is no product')
  await db.update(brands).set({ name: HOSTILE }).where(eq(brands.id, product.brandId))
  const reference = { productId: product.id, maker: HOSTILE, value: `"'<${unique('x')}>` }
  await db.insert(productReferences).values({ ...reference, kind: 'manufacturer' })
  await db.update(deliveryMethods).set({
    name: { fr: HOSTILE, en: HOSTILE },
    carrier: HOSTILE,
    description: { fr: HOSTILE, en: HOSTILE },
  })
  const [brand] = await db.select().from(brands).where(eq(brands.id, product.brandId))
  return { variant, slug: product.slug, brandSlug: brand?.slug ?? '' }
}

test(
  'a shop whose every text is hostile shows them as text on every page (A-069, A-079, A-081, A-082, A-084)',
  async ({ ownDb, web }) => {
    const { variant, slug, brandSlug } = await aHostileShelf(ownDb)
    const product = parse((await provoke(web, `/p/${slug}`)).text)
    expect(product.querySelector('h1')?.text).toContain(HOSTILE)
    expect(product.querySelector('title')?.text).toContain(HOSTILE)
    expect(product.querySelector('meta[property="og:title"]')?.getAttribute('content')).toBe(HOSTILE)
    const facts = product
      .querySelectorAll('script[type="application/ld+json"]')
      .map((script) => JSON.parse(script.rawText))
    expect(JSON.stringify(facts)).toContain(JSON.stringify(HOSTILE).slice(1, -1))

    const english = parse((await provoke(web, `/en/p/${slug}`)).text)
    expect(english.querySelector('meta[property="og:title"]')?.getAttribute('content')).toBe(META)

    const range = product.querySelectorAll('a[href^="/c/"]').map((link) => link.getAttribute('href') ?? '')
    const said = encodeURIComponent(HOSTILE)
    const pages = [
      ...new Set(range),
      '/',
      '/en',
      '/catalog',
      '/brands',
      `/brands/${brandSlug}`,
      `/p/${slug}?variant=${variant.sku}`,
      `/search?q=${said}`,
      '/search?q=script',
      `/en/search?q=${encodeURIComponent(META)}&brand=${said}&sort=${said}`,
      `/${encodeURIComponent('<script>alert(1)</script>')}`,
    ]
    for (const path of pages) expect([200, 404], path).toContain((await provoke(web, path)).status)
    const data = await provoke(web, `/p/${slug}.data`)
    expect(data.headers.get('content-type')).toMatch(/^text\/x-script/)
    expect(data.headers.get('x-content-type-options')).toBe('nosniff')
    const suggestions = await provoke(web, `/search/suggestions?q=${encodeURIComponent('script')}`)
    expect(suggestions.headers.get('content-type')).toMatch(/^application\/json/)

    const sitemap = await provoke(web, '/sitemap.xml')
    for (const [, path = ''] of sitemap.text.matchAll(/<loc>[^<]*?(\/sitemaps\/[^<]+)<\/loc>/g)) {
      const { status, text } = await provoke(web, path)
      expect([status, /&(?!(amp|lt|gt|quot|apos|#\d+);)/.test(text)], path).toEqual([200, false])
    }
  },
  PATIENCE_MS,
)

test(
  'a hostile shopper stays text in the cart, the checkout, the order, the back office and the mail (A-069, A-070, A-079)',
  async ({ ownDb, web }) => {
    const { variant } = await aHostileShelf(ownDb)
    const staff = await web.signedIn(9)
    const shopper = aShopper(web.origin)
    const cart = await shopper.post('/cart', { intent: 'add', variantId: `${variant.id}`, quantity: '1' })
    const coded = await shopper.post('/cart', { intent: 'apply-code', code: HOSTILE.slice(0, 40) })
    const soldOut = await shopper.post('/cart', { intent: 'add', variantId: `${variant.id}`, quantity: '90' })
    const review = await walkToReview(shopper, {
      ...ADDRESS,
      'shipping.fullName': HOSTILE,
      'shipping.street': META,
      'shipping.city': HOSTILE,
    })
    const bank = await shopper.submit(review, 'agreedTo', { gateway: 'sandbox' })
    const pay = await shopper.visit('/checkout/review')
    const paid = await shopper.submit(bank, 'choice', { choice: 'pay' })
    const link = paid.root.querySelector('a[href^="/order/"]')?.getAttribute('href') ?? ''
    const order = await shopper.visit(link)

    expect(order.root.querySelector('main')?.text).toContain(HOSTILE)
    for (const page of [cart, coded, soldOut, review, bank, pay, paid, order])
      expect(foreignMarkup(page.html), page.url).toEqual([])

    const [placed] = await ownDb.select().from(orders)
    expect(placed?.shippingAddress.fullName).toBe(HOSTILE)
    for (const path of [
      '/admin/orders',
      `/admin/orders?q=${encodeURIComponent(HOSTILE)}`,
      `/admin/orders/${placed?.id}`,
    ]) {
      const { status, text } = await provoke(web, path, { headers: { cookie: staff } })
      expect(status, path).toBe(200)
      expect(text, path).toContain('&lt;/script&gt;')
    }

    const sent: Mail[] = []
    const office = {
      db: ownDb,
      env: { ORIGIN: web.origin, LINK_SECRET: SECRETS.LINK_SECRET },
      mailer: { send: async (mail: Mail) => void sent.push(mail) },
    }
    await sendOrderMail(office, { orderId: placed?.id ?? '', kind: 'confirmation' })
    expect(sent).toHaveLength(1)
    expect(sent[0]?.html).toContain('&lt;/script&gt;')
    expect(sent[0]?.html).not.toMatch(/<script|<img[^>]*onerror|<meta[^>]*refresh/i)
    expect(`${sent[0]?.subject}${sent[0]?.to}`).not.toMatch(/[\r\n]/)
  },
  PATIENCE_MS,
)

test('what browsers are sent holds no secret and no name of a machine behind (A-067)', () => {
  const folder = 'build/client/assets'
  const scripts = readdirSync(folder).filter((name) => /\.(js|css)$/.test(name))
  expect(scripts.length).toBeGreaterThan(5)
  for (const name of scripts)
    expect(readFileSync(join(folder, name), 'utf8'), name).not.toMatch(
      /MEILISEARCH_|DATABASE_URL|SESSION_SECRET|PASSWORD_PEPPER|STRIPE_SECRET|PAYBOX_HMAC|sourceMappingURL/,
    )
  expect(readdirSync(folder).filter((name) => name.endsWith('.map'))).toEqual([])
})
