import { expect, type Page, test } from '@playwright/test'

/** A page that was asked for before, so that it comes from memory. */
async function openKept(page: Page, path: string) {
  await expect
    .poll(async () => (await page.request.get(path)).headers().etag, { message: `${path} is kept` })
    .toBeTruthy()
  const answer = await page.goto(path, { waitUntil: 'networkidle' })
  const policy = answer?.headers()['content-security-policy'] ?? ''
  expect(policy).toContain("'sha256-")
  expect(policy).not.toContain("'nonce-")
}

test('a kept page is alive in the browser: its scripts are allowed by what they say', async ({ page }) => {
  const refused: string[] = []
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) refused.push(message.text())
  })
  page.on('pageerror', (fault) => refused.push(fault.message))
  await openKept(page, '/catalog')

  await page.evaluate(() => Object.assign(window, { isSameDocument: true }))
  await page.locator('main a[href^="/c/"]').first().click()
  await expect(page).toHaveURL(/\/c\//)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()

  expect(await page.evaluate(() => 'isSameDocument' in window)).toBe(true)
  expect(refused).toEqual([])
})

test('what somebody smuggles into a kept page does not run (A-087)', async ({ page }) => {
  const path = '/legal/terms'
  await page.request.get(path)
  await page.route(path, async (route) => {
    const answer = await route.fetch()
    const intruder =
      '<script>window.hasIntruded = true</script><img src="/nowhere.png" onerror="window.hasIntruded = true">'
    await route.fulfill({
      response: answer,
      body: (await answer.text()).replace('<body>', `<body>${intruder}`),
    })
  })

  await openKept(page, path)

  expect(await page.evaluate(() => 'hasIntruded' in window)).toBe(false)
  expect(await page.evaluate(() => '__remixContext' in window)).toBe(true)
})
