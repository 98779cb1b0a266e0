import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'

const RANGE = '/c/freinage/disques-de-frein'
const DESK = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }

const shownCount = async (page: Page) =>
  Number(
    (
      await page
        .getByRole('status')
        .filter({ hasText: /produit/ })
        .first()
        .textContent()
    )?.replace(/\D/g, '') || 0,
  )
const firstBrand = (page: Page) => page.getByRole('group', { name: 'Marque' }).getByRole('checkbox').first()
const searchBox = (page: Page) => page.locator('header input[name=q]')

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false, viewport: DESK })

  test('a range is narrowed by its form and widened again by its links', async ({ page }) => {
    await page.goto(RANGE)
    const all = await shownCount(page)
    await firstBrand(page).check()
    await page.getByRole('button', { name: 'Appliquer les filtres' }).click()

    await expect(page).toHaveURL(/[?&]brand=/)
    expect(await shownCount(page)).toBeLessThan(all)
    await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/)
    await page.getByRole('link', { name: /^Retirer Marque/ }).click()
    expect(await shownCount(page)).toBe(all)
  })

  test('a listing is sorted by a button', async ({ page }) => {
    await page.goto(RANGE)
    await page.getByLabel('Trier par').selectOption('price-asc')
    await page.getByRole('button', { name: 'Trier' }).click()

    await expect(page).toHaveURL(/sort=price-asc/)
    await expect(page.getByLabel('Trier par')).toHaveValue('price-asc')
  })

  test('a part and a vehicle in one line lead to what fits, type by type', async ({ page }) => {
    await page.goto('/search?q=plaquette+golf+6')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'Plaquettes de frein pour Volkswagen Golf VI',
    )
    await page.locator('#which-vehicle + ul a').first().click()
    await expect(page).toHaveURL(/vehicle=\d+/)

    await page.getByRole('link', { name: /tels quels/ }).click()
    await expect(page).toHaveURL(/vehicle=all/)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Résultats pour')
  })

  test('a misspelt search finds, and one without result helps', async ({ page }) => {
    await page.goto('/')
    await searchBox(page).fill('plaqettes de frein')
    await searchBox(page).press('Enter')
    await expect(page.locator('main article').first()).toContainText(/plaquette/i)

    await page.goto('/en/search?q=qwertzuiop')
    await expect(page.getByText('Check the spelling')).toBeVisible()
    await expect(page.locator('main a[href^="/en/c/"]').first()).toBeVisible()
  })
})

test.describe('on a wide screen', () => {
  test.use({ viewport: DESK })

  test('a choice is applied at once, keeps the focus, and the back button takes it back', async ({
    page,
  }) => {
    await page.goto(RANGE, { waitUntil: 'networkidle' })
    const all = await shownCount(page)
    await firstBrand(page).check()

    await expect(page).toHaveURL(/[?&]brand=/)
    await expect.poll(() => shownCount(page)).toBeLessThan(all)
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe('brand')
    await page.goBack()
    await expect.poll(() => shownCount(page)).toBe(all)
    await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0)
  })

  test('a choice shows as many products as it says', async ({ page }) => {
    await page.goto(RANGE, { waitUntil: 'networkidle' })
    const said = Number(
      (await page.locator('fieldset label').first().locator('span').last().textContent()) ?? 0,
    )
    await page.locator('fieldset input').first().check()
    await expect.poll(() => shownCount(page)).toBe(said)
  })

  test('suggestions can be walked through and taken with the keyboard alone', async ({ page }) => {
    await page.goto('/', { waitUntil: 'networkidle' })
    await searchBox(page).focus()
    await page.keyboard.type('disque', { delay: 30 })
    const list = page.getByRole('listbox', { name: 'Suggestions' })
    await expect(list.getByRole('option').first()).toBeVisible()
    await expect(searchBox(page)).toHaveAttribute('aria-expanded', 'true')
    expect((await new AxeBuilder({ page }).include('header').analyze()).violations).toEqual([])

    await page.keyboard.press('ArrowDown')
    const first = list.getByRole('option').first()
    await expect(first).toHaveAttribute('aria-selected', 'true')
    await expect(searchBox(page)).toHaveAttribute(
      'aria-activedescendant',
      (await first.getAttribute('id')) ?? '',
    )
    await page.keyboard.press('Escape')
    await expect(list).toBeHidden()
    await expect(searchBox(page)).toHaveValue('disque')

    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/(c|p|brands)\//)
    await expect(list).toBeHidden()
  })
})

for (const [size, viewport] of Object.entries({ PHONE, DESK }))
  for (const path of [
    RANGE,
    `/en${RANGE}?stock=1`,
    '/search?q=disque',
    '/search?q=rotule+c3+1.4+hdi',
    '/search',
    '/en/search?q=qwertzuiop',
  ])
    test(`${path} (${size}) keeps nobody out and does not scroll sideways`, async ({ page }) => {
      await page.setViewportSize(viewport)
      await page.goto(path)
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0)
    })

test('on a phone the filters open over the products and close again', async ({ page }) => {
  await page.setViewportSize(PHONE)
  await page.goto(RANGE, { waitUntil: 'networkidle' })
  await page.getByText('Filtrer').click()
  await expect(firstBrand(page)).toBeInViewport()
  await firstBrand(page).check()
  await expect(page.getByText('Filtrer (1)')).toBeVisible()
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])

  await page.getByRole('button', { name: /^Voir le/ }).click()
  await expect(firstBrand(page)).toBeHidden()
  await expect(page.locator('main article').first()).toBeInViewport()
})

test('what is typed into the URL is shown as text', async ({ page }) => {
  page.on('dialog', () => expect(true, 'no script of a stranger runs').toBe(false))
  for (const text of ['"><script>alert(1)</script>', "';alert(1)//", '<img src=x onerror=alert(1)>']) {
    const typed = encodeURIComponent(text)
    await page.goto(`/search?q=${typed}&brand=${typed}&sort=${typed}&a.axle=${typed}&page=${typed}`)
    await expect(page.locator('h1')).toContainText(text)
  }
})

test('each listing has one URL for search engines', async ({ page, request }) => {
  await page.goto(`${RANGE}?brand=BOSCH&price=abc&utm_source=x`)
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', new RegExp(`${RANGE}$`))

  expect((await request.get(`${RANGE}?page=1999`)).status()).toBe(404)
  expect((await request.get('/c/freinage/nowhere')).status()).toBe(404)
  const moved = await request.get('/c/filtration/disques-de-frein?page=2', { maxRedirects: 0 })
  expect(moved.status()).toBe(301)
  expect(moved.headers().location).toBe(`${RANGE}?page=2`)
})
