import { Text } from '@react-email/components'
import { render } from '@react-email/render'
import { translator } from '~/i18n/translator.server'
import type { PaymentTrouble } from '~/payments/announcements'
import { newId } from '~/platform/ids.server'
import type { Log } from '~/platform/log.server'
import { readSettings } from '~/settings/setting-queries.server'
import { MailLayout } from './letters/mail-layout'
import type { MailShop } from './send-order-mail.server'

export type StaffAlert = { trouble: PaymentTrouble; orderId: string | null; detail: string }

/** Tells the shop's own mailbox what no rule can decide. Twice is better than never. */
export async function alertStaff(shop: MailShop & { log: Log }, alert: StaffAlert): Promise<void> {
  shop.log.error({ alert }, 'a payment needs a look')
  const settings = await readSettings(shop.db)
  const t = translator('fr')
  const subject = t('mails.alert.subject', { trouble: t(`mails.alert.trouble.${alert.trouble}`) })
  const page = (
    <MailLayout
      language="fr"
      shopName={settings.shop.name}
      preview={alert.detail}
      title={subject}
      button={
        alert.orderId
          ? { label: t('mails.alert.see'), url: `${shop.env.ORIGIN}/admin/orders/${alert.orderId}` }
          : undefined
      }
      footer={[]}
      lead={<Text style={{ fontSize: 15, lineHeight: '24px', margin: 0 }}>{alert.detail}</Text>}
    />
  )
  const [html, text] = await Promise.all([render(page), render(page, { plainText: true })])
  await shop.mailer.send({ reference: newId(), to: settings.shop.email, subject, html, text })
}
