import { sql } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import { recomputeDocuments } from '~/search/recompute-documents.server'
import { loadVehicles } from '~/vehicles/bulk/load-vehicles.server'
import { aBrand, aProduct, aRange, aVariant } from '../a-shop'
import { fitted } from '../a-vehicle'
import { openForBusiness } from '../open-for-business'
import { expect, type RunningWeb, test } from '../running-web'
import { aShopper } from '../shopper'

const PATIENCE_MS = 120_000

const A_TYPE = { fuel: 'diesel', body: 'hatchback', powerKw: 63, fromMonth: 200509 } as const

/** One part on sale, and around it all that is there without having anything to show. */
async function aShopWithEmptyCorners(db: Database): Promise<void> {
  await openForBusiness(db)
  const sold = await aVariant(db, { name: 'Disque', onHand: 0 })
  const draft = await aProduct(db, { status: 'draft' })
  const unpriced = await aProduct(db)
  await aRange(db)
  await aBrand(db)
  await recomputeDocuments(db, { ids: [sold.productId, draft.id, unpriced.id] })

  const types = ['sold', 'draft', 'unpriced', 'nothing'].map((slug) => ({ ...A_TYPE, slug, name: slug }))
  const clio = { slug: 'clio-iii', name: 'Clio III', fromMonth: 200509, types }
  const [ofSold = 0, ofDraft = 0, ofUnpriced = 0] = await loadVehicles(db, [
    { slug: 'renault', name: 'Renault', models: [clio] },
    { slug: 'lada', name: 'Lada', models: [{ slug: 'niva', name: 'Niva', fromMonth: 197704, types: [] }] },
  ])
  await fitted(db, { typeId: ofSold, productId: sold.productId })
  await fitted(db, { typeId: ofDraft, productId: draft.id })
  await fitted(db, { typeId: ofUnpriced, productId: unpriced.id })
}

/** Every path of the shop that stands for a thing, whether or not it shows something. */
async function pathsOf(db: Database): Promise<string[]> {
  const rows = await db.execute<{ path: string }>(sql`
    select '/p/' || slug as path from products
    union all select '/brands/' || slug from brands
    union all select '/c/' || slug from families
    union all select '/c/' || f.slug || '/' || r.slug from ranges r join families f on f.id = r.family_id
    union all select '/vehicles/' || slug from makes
    union all select '/vehicles/' || m.slug || '/' || o.slug from models o join makes m on m.id = o.make_id
    union all select '/vehicles/' || m.slug || '/' || o.slug || '/' || t.slug
      from vehicle_types t join models o on o.id = t.model_id join makes m on m.id = o.make_id
    union all select '/c/' || f.slug || '/' || r.slug || '/' || m.slug || '/' || o.slug || '/' || t.slug
      from ranges r join families f on f.id = r.family_id
      cross join vehicle_types t join models o on o.id = t.model_id join makes m on m.id = o.make_id`)
  return ['/', '/catalog', '/brands', '/vehicles', ...rows.map(({ path }) => path)]
}

async function sitemapOf(web: RunningWeb): Promise<string[]> {
  const locations = async (url: string) =>
    [...(await (await fetch(url)).text()).matchAll(/<loc>(.*?)<\/loc>/g)].map(([, found = '']) => found)
  const files = await locations(`${web.origin}/sitemap.xml`)
  const pages = (await Promise.all(files.map(locations))).flat()
  return pages.map((url) => new URL(url).pathname)
}

test(
  'a page stands in a sitemap exactly when search engines may keep it, in both languages',
  async ({ ownDb, web }) => {
    await aShopWithEmptyCorners(ownDb)
    const shopper = aShopper(web.origin)
    const french = await pathsOf(ownDb)
    const everywhere = [...french, ...french.map((path) => (path === '/' ? '/en' : `/en${path}`))]

    const indexable: string[] = []
    for (const path of everywhere) {
      const page = await shopper.visit(path)
      const canonical = page.root.querySelector('link[rel=canonical]')?.getAttribute('href')
      if (canonical) expect(new URL(canonical).pathname, path).toBe(path)
      if (page.status === 200 && canonical) indexable.push(path)
    }

    const listed = await sitemapOf(web)
    expect(listed.toSorted()).toEqual(indexable.toSorted())
    expect(new Set(listed).size).toBe(listed.length)
    expect(listed.filter((path) => path.startsWith('/vehicles/renault/clio-iii/'))).toEqual([
      '/vehicles/renault/clio-iii/sold',
    ])
  },
  PATIENCE_MS,
)
