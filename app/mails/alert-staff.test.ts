import { openLog } from '~/platform/log.server'
import type { Mail } from '~/platform/mail.server'
import { saveSetting } from '~/settings/save-setting.server'
import { defaultSettings } from '~/settings/settings'
import { aVariant } from '../../tests/a-shop'
import { anOrder } from '../../tests/an-order'
import { expect, test } from '../../tests/shop-test'
import { alertStaff, type StaffAlert } from './alert-staff.server'

const TROUBLES: [StaffAlert['trouble'], string][] = [
  ['mismatch', 'ne correspond pas au montant'],
  ['double', 'payée deux fois'],
  ['unknown-charge', 'ne correspond à aucune commande'],
]

test.for(TROUBLES)(
  '%s: the shop’s own mailbox is told what happened, and where to look',
  async ([trouble, words], { db }) => {
    const shop = { ...defaultSettings.shop, email: 'atelier@comptoir.test', name: 'Atelier' }
    await saveSetting({ db }, { name: 'shop', value: shop })
    const order = await anOrder(db, { of: await aVariant(db) })
    const sent: Mail[] = []
    const office = {
      db,
      log: openLog({ level: 'silent', process: 'test' }),
      env: { ORIGIN: 'https://shop.test', LINK_SECRET: 'link-secret-of-the-tests-0123456789abc' },
      mailer: { send: async (mail: Mail) => void sent.push(mail) },
    }
    const detail = `${order.number}: 1200 EUR came, 1000 EUR was asked`

    await alertStaff(office, { trouble, orderId: order.id, detail })

    expect(sent).toHaveLength(1)
    const [mail] = sent
    expect(mail?.to).toBe('atelier@comptoir.test')
    expect(mail?.subject.toLowerCase()).toContain(words)
    for (const content of [mail?.html, mail?.text]) {
      expect(content).toContain(detail)
      expect(content).toContain(`https://shop.test/admin/orders/${order.id}`)
    }
  },
)

test('trouble without an order leads nowhere', async ({ db }) => {
  const sent: Mail[] = []
  const office = {
    db,
    log: openLog({ level: 'silent', process: 'test' }),
    env: { ORIGIN: 'https://shop.test', LINK_SECRET: 'link-secret-of-the-tests-0123456789abc' },
    mailer: { send: async (mail: Mail) => void sent.push(mail) },
  }

  await alertStaff(office, {
    trouble: 'unreadable-notification',
    orderId: null,
    detail: 'stripe evt_1: no amount',
  })

  expect(sent[0]?.to).toBe(defaultSettings.shop.email)
  expect(sent[0]?.text).toContain('stripe evt_1: no amount')
  expect(sent[0]?.html).not.toContain('/admin/')
})
