import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { weigh } from './weights'

const PHONE = { width: 390, height: 844 }
const DESK = { width: 1440, height: 900 }

/** French paths; each is also looked at in English. */
async function pathsOfTheShop(page: Page): Promise<string[]> {
  await page.goto('/catalog')
  const family = await page.locator('main a[href^="/c/"]').first().getAttribute('href')
  await page.goto('/c/freinage')
  const range = await page.locator('main a[href^="/c/freinage/"]').first().getAttribute('href')
  await page.goto(range ?? '')
  const product = await page.locator('main a[href^="/p/"]').first().getAttribute('href')
  await page.goto('/vehicles/renault/clio-iii')
  const vehicle = await page
    .locator('main a[href^="/vehicles/renault/clio-iii/"]')
    .first()
    .getAttribute('href')
  return [
    '/',
    '/catalog',
    family ?? '',
    range ?? '',
    `${range}?sort=price-asc`,
    product ?? '',
    '/brands',
    '/vehicles',
    '/vehicles/renault',
    '/vehicles/renault/clio-iii',
    vehicle ?? '',
    `/c/freinage/plaquettes-de-frein${vehicle?.replace('/vehicles', '')}`,
    '/garage',
    '/search?q=disque',
    '/search?q=xyzzyqwertz',
    '/cart',
    '/sign-in',
    '/legal/cgv',
    '/nowhere',
  ]
}

function listenForTrouble(page: Page): string[] {
  const trouble: string[] = []
  page.on('pageerror', (fault) => trouble.push(String(fault)))
  page.on('console', (entry) => {
    const isExpected = /status of 404/.test(entry.text())
    if (entry.type() === 'error' && !isExpected) trouble.push(entry.text())
  })
  return trouble
}

for (const [device, viewport] of Object.entries({ phone: PHONE, desk: DESK }))
  for (const prefix of ['', '/en'])
    test(`every page stands on a ${device} in ${prefix ? 'English' : 'French'}: accessible, within the screen, without errors`, async ({
      page,
    }) => {
      test.setTimeout(240_000)
      await page.setViewportSize(viewport)
      const paths = await pathsOfTheShop(page)
      const trouble = listenForTrouble(page)

      for (const path of paths) {
        await page.goto(prefix + path)
        await expect(page.locator('h1'), path).toHaveCount(1)
        await expect(page.locator('html'), path).toHaveAttribute('lang', prefix ? 'en' : 'fr')
        const { violations } = await new AxeBuilder({ page }).analyze()
        expect.soft(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`)).toEqual([])
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect.soft(overflow, `${path} is wider than the screen`).toBeLessThanOrEqual(0)
      }
      expect(trouble).toEqual([])
    })

/** Ranges whose products have the longest tables: many variants, many car makers' numbers, many vehicles. */
const HEAVY = [
  '/c/freinage/disques-de-frein',
  '/en/search?q=spark+plug',
  '/en/search?q=belt',
  '/search?q=carte',
]

for (const listing of HEAVY)
  test(`a product of ${listing} stays within the budget of its page: HTML, script and style`, async ({
    page,
    context,
  }) => {
    await page.goto(listing)
    const path = (await page.locator('main a[href*="/p/"]').first().getAttribute('href')) ?? ''

    const { html, script, style } = await weigh(context, path)

    expect(html).toBeLessThanOrEqual(60_000)
    expect(script).toBeGreaterThan(0)
    expect(script).toBeLessThanOrEqual(120_000)
    expect(style).toBeGreaterThan(0)
    expect(style).toBeLessThanOrEqual(15_000)
  })
