import { aProduct, aVariant } from '../a-shop'
import { aType, fitted } from '../a-vehicle'
import { openForBusiness } from '../open-for-business'
import { expect, test } from '../running-web'
import { aShopper, type Page } from '../shopper'

/** Each test starts a web process of its own, beside others. */
const PATIENCE_MS = 120_000

const CLIO = { make: 'renault', model: 'clio-iii', type: '1-5-dci' }
const words = (page: Page) => page.root.querySelector('main')?.text.replace(/\s+/g, ' ') ?? ''

test(
  'the garage takes a vehicle by its address, remembers it in a signed cookie, and knows no other',
  async ({ ownDb, web }) => {
    await openForBusiness(ownDb)
    await aType(ownDb, { make: 'renault', model: 'clio-iii', slug: '1-5-dci' })
    const golf = await aType(ownDb, { make: 'volkswagen', model: 'golf-v', slug: '1-9-tdi' })
    const ask = (form: object, cookie = '') =>
      web.ask('/garage', { method: 'POST', body: new URLSearchParams({ ...form }), headers: { cookie } })

    for (const unknown of [
      { intent: 'add', ...CLIO, type: 'nothing' },
      { intent: 'add', ...CLIO, type: '1-9-tdi' },
      { intent: 'add', ...CLIO, model: 'golf-v' },
      { intent: 'choose', typeId: '2147483647' },
      { intent: 'forget', typeId: String(golf) },
    ])
      expect((await ask(unknown)).status, JSON.stringify(unknown)).toBe(404)
    for (const wrong of [{}, { intent: 'burn' }, { intent: 'choose', typeId: '-1' }, { intent: 'add' }])
      expect((await ask(wrong)).status, JSON.stringify(wrong)).toBe(422)

    const added = await ask({ intent: 'add', ...CLIO, next: 'https://elsewhere.example/' })
    expect([added.status, added.headers.get('location')]).toEqual([303, '/vehicles/renault/clio-iii/1-5-dci'])
    const [cookie = ''] = added.headers.getSetCookie()
    expect(cookie).toMatch(/^garage=.+; Max-Age=\d+; Path=\/; .*HttpOnly; SameSite=Lax$/)

    const forged = `garage=${Buffer.from(JSON.stringify({ chosenId: golf, vehicles: [{ typeId: golf }] })).toString('base64')}.x`
    expect(await (await web.ask('/garage', { headers: { cookie: forged } })).text()).toContain(
      'garage est vide',
    )
  },
  PATIENCE_MS,
)

test(
  'a chosen vehicle is named on every page, and answers on products whether they fit',
  async ({ ownDb, web }) => {
    await openForBusiness(ownDb)
    const typeId = await aType(ownDb, { make: 'renault', model: 'clio-iii', slug: '1-5-dci' })
    const other = await aType(ownDb, { make: 'volkswagen', model: 'golf-v', slug: '1-9-tdi' })
    const [disc, belt, forGolf] = [await aProduct(ownDb), await aProduct(ownDb), await aProduct(ownDb)]
    for (const { id } of [disc, belt, forGolf]) await aVariant(ownDb, { productId: id })
    await fitted(ownDb, { typeId, productId: disc.id })
    await fitted(ownDb, { typeId, productId: belt.id, condition: { airConditioning: true } })
    await fitted(ownDb, { typeId: other, productId: forGolf.id })
    const shopper = aShopper(web.origin)

    expect(words(await shopper.visit(`/p/${disc.slug}`))).toContain('Convient-elle à votre véhicule')
    await shopper.post('/garage', { intent: 'add', ...CLIO })

    const page = await shopper.visit(`/p/${disc.slug}`)
    expect(page.root.querySelector('header')?.text).toContain('Clio III 1.5 dCi')
    expect(words(page)).toContain('Convient à votre Clio III 1.5 dCi')
    expect(words(await shopper.visit(`/p/${forGolf.slug}`))).toContain('Ne convient pas à votre Clio III')
    const doubtful = await shopper.visit(`/p/${belt.slug}`)
    expect(words(doubtful)).toMatch(/À vérifier pour votre Clio III.*véhicule avec climatisation/)

    await shopper.post('/garage', {
      intent: 'describe',
      typeId: String(typeId),
      airConditioning: 'without',
    })
    expect(words(await shopper.visit(`/p/${belt.slug}`))).toContain('Ne convient pas à votre Clio III')

    await shopper.post('/garage', { intent: 'forget', typeId: String(typeId) })
    expect(words(await shopper.visit(`/p/${disc.slug}`))).toContain('Convient-elle à votre véhicule')
  },
  PATIENCE_MS,
)
