import { expect, type Page, test } from '@playwright/test'

/** How many documents the page has loaded since. */
function countDocuments(page: Page): () => number {
  let documents = 0
  page.on('request', (request) => {
    if (request.resourceType() === 'document') documents += 1
  })
  return () => documents
}

test('links lead on, back and through a list without loading a new document', async ({ page }) => {
  await page.goto('/c/freinage/plaquettes-de-frein', { waitUntil: 'networkidle' })
  const documents = countDocuments(page)

  await page.getByRole('article').first().getByRole('link').click()
  await expect(page).toHaveURL(/\/p\//)
  await page.goBack()
  await expect(page).toHaveURL(/plaquettes-de-frein$/)
  await page.getByRole('link', { name: 'Page suivante' }).click()
  await expect(page).toHaveURL(/page=2/)

  expect(documents()).toBe(0)
})

test('a filter is taken off without moving the page', async ({ page }) => {
  await page.goto('/c/freinage/plaquettes-de-frein?stock=1', { waitUntil: 'networkidle' })
  await page.evaluate(() => window.scrollTo(0, 200))

  await page.getByRole('list', { name: 'Filtres appliqués' }).getByRole('link').first().click()

  await expect(page).toHaveURL(/plaquettes-de-frein$/)
  expect(await page.evaluate(() => window.scrollY)).toBe(200)
})

test('whoever wants another tab gets one, and what is pointed at is fetched ahead', async ({
  page,
  context,
}) => {
  await page.goto('/c/freinage/plaquettes-de-frein', { waitUntil: 'networkidle' })
  const card = page.getByRole('article').first().getByRole('link')

  const [tab] = await Promise.all([context.waitForEvent('page'), card.click({ modifiers: ['Control'] })])
  await expect(tab).toHaveURL(/\/p\//)
  expect(page.url()).toMatch(/plaquettes-de-frein$/)

  await card.hover()
  await expect(page.locator('link[rel=prefetch][href^="/p/"]').first()).toBeAttached()
})
