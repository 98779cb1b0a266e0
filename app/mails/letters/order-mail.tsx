import { Column, Row, Section, Text } from '@react-email/components'
import { formatDate, formatDateTime } from '~/i18n/format'
import type { Language } from '~/i18n/language'
import type { Translate } from '~/i18n/translate'
import { formatMoney } from '~/money/format'
import type { Order } from '~/orders/order-queries.server'
import type { MailKind } from '../mail-kinds'
import { CLOSE_LINE, ON_ONE_LINE } from './as-text'
import { FAINT, MailLayout } from './mail-layout'
import { OrderTable } from './order-table'

export type OrderMailProps = {
  kind: MailKind
  order: Order
  /** As on a parcel. */
  shipTo: string[]
  billTo: string[]
  url: string
  amountCents: number
  invoice: string | null
  shop: { name: string; email: string }
  language: Language
  t: Translate
}

const paragraph = { fontSize: 15, lineHeight: '24px', margin: '0 0 12px' }
const label = { color: FAINT, fontSize: 13, lineHeight: '20px', margin: '0 0 4px' }

export function orderMailSubject({ kind, order, t }: Pick<OrderMailProps, 'kind' | 'order' | 't'>): string {
  return t(`mails.${kind}.subject`, { number: order.number })
}

/** Every mail about an order: what happened, the way to its page, and the order itself. */
export function OrderMail(mail: OrderMailProps) {
  const { kind, order, url, shop, language, t } = mail
  return (
    <MailLayout
      language={language}
      shopName={shop.name}
      preview={textOf(mail)}
      title={t(`mails.${kind}.title`)}
      button={{ label: buttonOf(mail), url }}
      footer={[
        t('mails.linkHint'),
        t('mails.contact', { email: shop.email }),
        t('mails.signature', { shop: shop.name }),
      ]}
      lead={<Lead {...mail} />}
    >
      <OrderTable order={order} url={url} t={t} language={language} />
      {kind === 'confirmation' && <Confirmed {...mail} />}
    </MailLayout>
  )
}

function Lead(mail: OrderMailProps) {
  const { order, invoice, language, t } = mail
  return (
    <>
      <Text style={paragraph}>{t('mails.greeting', { name: order.shippingAddress.fullName })}</Text>
      <Text style={paragraph}>{textOf(mail)}</Text>
      <Text style={label}>
        {t('mails.order', { number: order.number })},{' '}
        {t('mails.placedOn', { date: formatDate(order.placedAt, language) })}
        {invoice && ` · ${t('mails.confirmation.invoice', { number: invoice })}`}
      </Text>
      <Text style={{ ...paragraph, fontWeight: 700, margin: 0 }}>
        {t('mails.total')} {formatMoney(order.totalCents, language)}
      </Text>
    </>
  )
}

function buttonOf({ kind, t }: OrderMailProps): string {
  return kind === 'payment-failed' || kind === 'payable' ? t(`mails.${kind}.see`) : t('mails.see')
}

function textOf({ kind, order, amountCents, language, t }: OrderMailProps): string {
  const total = formatMoney(order.totalCents, language)
  const amount = formatMoney(amountCents, language)
  const deadline = formatDateTime(order.paymentDeadline ?? order.placedAt, language)
  switch (kind) {
    case 'payable':
      return t('mails.payable.text', { total, deadline })
    case 'confirmation':
      return t('mails.confirmation.text', { total })
    case 'payment-failed':
      return t('mails.payment-failed.text', { total, deadline })
    case 'cancelled':
      return order.paidAt ? t('mails.cancelled.textPaid', { total }) : t('mails.cancelled.text')
    case 'refunded':
      return t('mails.refunded.text', { amount })
    case 'refunded-late':
      return t('mails.refunded-late.text', { amount, number: order.number })
  }
}

function Confirmed({ order, shipTo, billTo, t }: OrderMailProps) {
  const { pickupPoint } = order
  const destination = pickupPoint ? [pickupPoint.name, pickupPoint.street, pickupPoint.city] : shipTo
  return (
    <Section style={{ marginTop: 24 }}>
      <Row {...ON_ONE_LINE}>
        <Column style={{ width: '50%', verticalAlign: 'top' }}>
          <Text className={CLOSE_LINE} style={label}>
            {pickupPoint ? t('mails.pickupAt') : t('mails.deliveredTo')}
          </Text>
          <Lines of={destination} />
        </Column>
        <Column style={{ width: '50%', verticalAlign: 'top' }}>
          <Text className={CLOSE_LINE} style={label}>
            {t('mails.billedTo')}
          </Text>
          <Lines of={billTo} />
        </Column>
      </Row>
      <Text style={{ ...label, margin: '16px 0 0' }}>{t('mails.confirmation.withdrawal')}</Text>
    </Section>
  )
}

function Lines({ of }: { of: string[] }) {
  return of.map((line) => (
    <Text key={line} className={CLOSE_LINE} style={{ fontSize: 14, lineHeight: '20px', margin: 0 }}>
      {line}
    </Text>
  ))
}
