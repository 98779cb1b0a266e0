import { sql } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import { recomputeDocuments } from '~/search/recompute-documents.server'
import { loadUniversalProducts } from '~/vehicles/bulk/load-fitments.server'
import { aBrand, aRange, aVariant } from '../a-shop'
import { aType, fitted } from '../a-vehicle'
import { openForBusiness } from '../open-for-business'
import { expect, test } from '../running-web'
import { aShopper, type Page } from '../shopper'

/** Each test starts a web process of its own, beside others. */
const PATIENCE_MS = 120_000

const CLIO = { make: 'renault', model: 'clio-iii', type: '1-5-dci' }

/** A range of four parts: one that is sold out fits a Clio, one on a condition, one goes on any vehicle, one fits another. */
async function aRangeOfParts(db: Database) {
  await openForBusiness(db)
  const clio = await aType(db, { make: 'renault', model: 'clio-iii', slug: '1-5-dci' })
  const golf = await aType(db, { make: 'volkswagen', model: 'golf-v', slug: '1-9-tdi' })
  const [rangeId, brandId] = [await aRange(db), await aBrand(db)]
  const part = async (name: string, onHand = 3) =>
    (await aVariant(db, { rangeId, brandId, name, onHand })).productId
  const ids = [
    await part('Disque A', 0),
    await part('Disque B'),
    await part('Disque C'),
    await part('Disque D'),
  ]
  const [fits = 0, conditional = 0, universal = 0, other = 0] = ids
  await fitted(db, { typeId: clio, productId: fits })
  await fitted(db, { typeId: clio, productId: conditional, condition: { airConditioning: true } })
  await fitted(db, { typeId: golf, productId: other })
  await loadUniversalProducts(db, [universal])
  await recomputeDocuments(db, { ids })
  const [row] = await db.execute<{ path: string }>(sql`
    select '/c/' || f.slug || '/' || r.slug as path
    from ranges r join families f on f.id = r.family_id where r.id = ${rangeId}`)
  return { clio, golf, path: row?.path ?? '' }
}

const names = (page: Page) => page.root.querySelectorAll('article h3').map((heading) => heading.text)
const headings = (page: Page) =>
  page.root.querySelectorAll('main section section > h3').map(({ text }) => text)
const main = (page: Page) => page.root.querySelector('main')?.text.replace(/\s+/g, ' ') ?? ''
const head = (page: Page, tag: string) => page.root.querySelector(tag)

test(
  'without JavaScript a chosen vehicle narrows a range, through filters and sorts, until all is asked for',
  async ({ ownDb, web }) => {
    const { path } = await aRangeOfParts(ownDb)
    const shopper = aShopper(web.origin)
    expect(names(await shopper.visit(path))).toHaveLength(4)
    await shopper.post('/garage', { intent: 'add', ...CLIO })

    const mine = await shopper.visit(path)
    expect(main(mine)).toContain(
      "2 produits sur 4 conviennent à votre Clio III 1.5 dCi, dont 1 à vérifier avant l'achat, et 1 produit universel",
    )
    expect(headings(mine)).toEqual([
      'Conviennent à ce véhicule',
      "À vérifier avant l'achat",
      'Produits universels',
    ])
    expect(names(mine)).toEqual(['Disque A', 'Disque B', 'Disque C'])
    expect(main(mine)).toContain('À vérifier : véhicule avec climatisation')

    const filtered = await shopper.submit(mine, 'stock', { stock: '1', sort: 'name' })
    expect(filtered.url).toMatch(/vehicle=\d+/)
    expect(names(filtered)).toEqual(['Disque B', 'Disque C'])

    const all = filtered.root.querySelector('main nav a[href*="vehicle=all"]')?.getAttribute('href') ?? ''
    const whole = await shopper.visit(all)
    expect(new URL(whole.url).search).toBe('?stock=1&vehicle=all&sort=name')
    expect(names(whole)).toEqual(['Disque B', 'Disque C', 'Disque D'])

    const forgotten = await shopper.submit(mine, 'next', {})
    expect(new URL(forgotten.url).search).toBe('')
    expect(names(forgotten)).toHaveLength(4)
  },
  PATIENCE_MS,
)

test(
  'a URL that names a vehicle says the same to everybody, and speaks before the garage',
  async ({ ownDb, web }) => {
    const { clio, golf, path } = await aRangeOfParts(ownDb)
    const [nobody, owner] = [aShopper(web.origin), aShopper(web.origin)]
    await owner.post('/garage', { intent: 'add', ...CLIO })

    expect(names(await nobody.visit(`${path}?vehicle=${clio}`))).toEqual(['Disque A', 'Disque B', 'Disque C'])
    expect(names(await owner.visit(`${path}?vehicle=${golf}`))).toEqual(['Disque D', 'Disque C'])
    expect(main(await nobody.visit(`/en${path}?vehicle=${clio}`))).toContain(
      '2 of 4 products fit renault Clio III 1.5 dCi, 1 of them to check first, and 1 universal product',
    )
  },
  PATIENCE_MS,
)

test(
  'a vehicle that does not exist is not found; what names none is ignored and not in the canonical URL',
  async ({ ownDb, web }) => {
    const { clio, path } = await aRangeOfParts(ownDb)
    const shopper = aShopper(web.origin)
    for (const unknown of ['2147483647', '999999'])
      expect((await shopper.visit(`${path}?vehicle=${unknown}`)).status).toBe(404)
    for (const wrong of ['', 'clio', '-1', '1.5', "1' or 1=1", '99999999999']) {
      const page = await shopper.visit(`${path}?${new URLSearchParams({ vehicle: wrong })}`)
      expect([page.status, names(page).length], wrong).toEqual([200, 4])
      expect(head(page, 'link[rel=canonical]')?.getAttribute('href')).toBe(web.origin + path)
    }

    const landing = `${path}/renault/clio-iii/1-5-dci`
    for (const url of [`${path}?vehicle=${clio}`, landing]) {
      const page = await shopper.visit(url)
      expect(head(page, 'link[rel=canonical]')?.getAttribute('href')).toBe(web.origin + landing)
      expect(names(page)).toEqual(['Disque A', 'Disque B', 'Disque C'])
    }
    const combined = await shopper.visit(`${path}?vehicle=${clio}&stock=1`)
    expect(head(combined, 'meta[name=robots]')?.getAttribute('content')).toContain('noindex')

    for (const wrong of ['renault/golf-v/1-5-dci', 'renault/clio-iii/1-9-tdi', 'fiat/clio-iii/1-5-dci'])
      for (const url of [`/vehicles/${wrong}`, `${path}/${wrong}`])
        expect((await shopper.visit(url)).status, url).toBe(404)
  },
  PATIENCE_MS,
)
