import { expect, type Page, test } from '@playwright/test'

const ADDRESS = {
  email: 'camille.martin@example.test',
  'shipping.fullName': 'Camille Martin',
  'shipping.street': '12 rue des Lilas',
  'shipping.postcode': '75011',
  'shipping.city': 'Paris',
}

async function putABrakeDiscIntoTheCart(page: Page, search = 'disque de frein') {
  await page.goto('/')
  await page.getByRole('searchbox').or(page.getByRole('combobox')).first().fill(search)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/search\?.*q=/)
  await page.locator('main a[href*="/p/"]').first().click()
  await expect(page).toHaveURL(/\/p\//)
  await page
    .getByRole('button', { name: /ajouter au panier/i })
    .first()
    .click()
  // With a script the page stays and says so in its header; without one the cart is shown.
  await expect(page.getByRole('link', { name: /panier \(1 article/i })).toBeVisible()
}

async function walkToTheBank(page: Page) {
  await page.goto('/checkout')
  for (const [name, value] of Object.entries(ADDRESS)) await page.locator(`[name="${name}"]`).fill(value)
  await page.getByRole('button', { name: 'Choisir la livraison' }).click()
  await expect(page).toHaveURL(/\/checkout\/delivery/)
  await page
    .getByRole('radio', { name: /domicile/i })
    .first()
    .check({ force: true })
  await page.getByRole('button', { name: 'Vérifier la commande' }).click()
  await expect(page).toHaveURL(/\/checkout\/review/)
  await page.getByRole('button', { name: 'Commander et payer' }).click()
  await expect(page).toHaveURL(/\/sandbox-bank\//)
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a guest buys a brake disc, pays, gets the mail and sees the order paid', async ({ page }) => {
    await putABrakeDiscIntoTheCart(page)
    await page.goto('/cart')
    const name = (await page.locator('main a[href*="/p/"]').first().textContent())?.trim() ?? ''
    await walkToTheBank(page)
    await page.locator('button[value="pay"]').click()

    await expect(page).toHaveURL(/\/checkout\/return\//)
    await expect(async () => {
      await page.reload()
      await expect(page.locator('main')).toContainText(/C-\d{4}-\d{6}/)
      await expect(page.locator('main')).toContainText(/payée|merci/i)
    }).toPass({ timeout: 15_000 })
    const number = (await page.locator('main').textContent())?.match(/C-\d{4}-\d{6}/)?.[0] ?? ''

    await expect(async () => {
      await page.goto('/dev/mail')
      await page
        .getByRole('link', { name: new RegExp(number) })
        .first()
        .click({ timeout: 2_000 })
    }).toPass({ timeout: 30_000 })
    const mail = await page.content()
    expect(mail).toContain(number)
    const link = mail.match(/\/order\/C-[\d-]+\?token=[\w-]+/)?.[0] ?? ''

    await page.goto(link)
    await expect(page.locator('main')).toContainText(name)
    await expect(page.locator('main')).toContainText('Payée')
  })

  test('a refused card leaves the order to be paid again, and then it is paid once', async ({ page }) => {
    await putABrakeDiscIntoTheCart(page, 'plaquettes')
    await walkToTheBank(page)
    await page.locator('button[value="refuse"]').click()

    await expect(page).toHaveURL(/\/checkout\/pay\//)
    await page.getByRole('button', { name: /payer/i }).first().click()
    await expect(page).toHaveURL(/\/sandbox-bank\//)
    await page.locator('button[value="pay"]').click()

    await expect(page).toHaveURL(/\/checkout\/return\//)
  })
})

test('with JavaScript the same way leads to a paid order', async ({ page }) => {
  await putABrakeDiscIntoTheCart(page, 'filtre à huile')
  await walkToTheBank(page)
  await page.locator('button[value="pay"]').click()

  await expect(page.locator('main')).toContainText(/C-\d{4}-\d{6}/, { timeout: 15_000 })
})

test('a notification that comes a minute late is not waited for: the page asks the bank itself', async ({
  page,
}) => {
  await putABrakeDiscIntoTheCart(page, 'batterie')
  await walkToTheBank(page)
  await page.locator('button[value="pay-late"]').click()

  await expect(page).toHaveURL(/\/checkout\/return\//)
  await expect(page.locator('main')).toContainText('Merci, votre commande est payée', { timeout: 20_000 })
})
