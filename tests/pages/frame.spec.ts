import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'

const SIZES = [
  { name: 'phone', viewport: { width: 390, height: 844 } },
  { name: 'desk', viewport: { width: 1440, height: 900 } },
]

for (const { name, viewport } of SIZES) {
  test.describe(name, () => {
    test.use({ viewport })
    for (const path of ['/dev/ui', '/legal/terms', '/en/legal/returns', '/nowhere', '/en/nowhere']) {
      test(`${path} keeps nobody out and does not scroll sideways`, async ({ page }) => {
        await page.goto(path)

        expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0)
      })
    }
  })
}

test('an unknown page is a 404 in the language of its URL, drawn, with a way back', async ({ page }) => {
  const answer = await page.goto('/en/nowhere')

  expect(answer?.status()).toBe(404)
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page does not exist')
  await expect(page).toHaveTitle('This page does not exist · Comptoir')
  await expect(page.getByRole('link', { name: 'Back to the home page' })).toHaveAttribute('href', '/en')
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex')
})

test('the same page is one click away in the other language, and says so to search engines', async ({
  page,
}) => {
  await page.goto('/legal/terms')
  const english = page.locator('link[rel=alternate][hreflang=en]')
  await expect(english).toHaveAttribute('href', /\/en\/legal\/terms$/)

  await page.getByRole('link', { name: 'English' }).first().click()

  await expect(page).toHaveURL(/\/en\/legal\/terms$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Terms of sale')
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', /\/en\/legal\/terms$/)
})

test('a page that cannot be fetched says that one seems to be offline', async ({ page, context }) => {
  await page.goto('/legal/terms', { waitUntil: 'networkidle' })
  await context.setOffline(true)

  await page.getByRole('contentinfo').getByRole('link', { name: 'Livraison' }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vous semblez hors ligne')
})

test('a page reached by a click has its words, though the first page did not load them', async ({ page }) => {
  const faults: string[] = []
  page.on('pageerror', (fault) => faults.push(fault.message))
  await page.goto('/legal/terms', { waitUntil: 'networkidle' })

  await page
    .getByRole('banner')
    .getByRole('link', { name: /Panier/ })
    .click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Votre panier est vide')
  expect(faults).toEqual([])
})

test('the menu opens by keyboard and closes on Escape, giving the focus back', async ({ page }) => {
  await page.goto('/legal/terms', { waitUntil: 'networkidle' })
  const menu = page.getByRole('navigation', { name: 'Rayons de la boutique' })

  await page.locator('summary').focus()
  await page.keyboard.press('Enter')
  await expect(menu).toBeVisible()
  await page.keyboard.press('Escape')

  await expect(menu).toBeHidden()
  await expect(page.locator('summary')).toBeFocused()
})

test('the first tab leads past the header', async ({ page }) => {
  await page.goto('/legal/terms')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Aller au contenu' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('main')).toBeFocused()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the menu opens and the search asks', async ({ page }) => {
    await page.goto('/en/legal/terms')
    await page.locator('summary').click()
    await expect(page.getByRole('link', { name: 'All departments' })).toBeVisible()

    await page.locator('header').getByRole('searchbox').fill('brake')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/en\/search\?q=brake$/)
  })
})
