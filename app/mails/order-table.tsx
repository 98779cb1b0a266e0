import { Column, Row, Section, Text } from '@react-email/components'
import { formatPercent } from '~/i18n/format'
import type { Language } from '~/i18n/language'
import type { Translate } from '~/i18n/translate'
import { formatMoney } from '~/money/format'
import type { Order } from '~/orders/order-queries.server'
import { vatOfOrder } from '~/orders/order-vat'
import { CLOSE_LINE, ON_ONE_LINE } from './as-text'
import { FAINT, LINE } from './mail-frame'

const figure = {
  fontSize: 14,
  lineHeight: '20px',
  margin: 0,
  textAlign: 'right' as const,
  whiteSpace: 'nowrap' as const,
}
const words = { fontSize: 14, lineHeight: '20px', margin: 0 }
const faint = { ...words, color: FAINT, fontSize: 13 }

/** What was bought and what it costs, to the last cent of tax. */
export function OrderTable({ order, t, language }: { order: Order; t: Translate; language: Language }) {
  const money = (cents: number) => formatMoney(cents, language)
  return (
    <Section style={{ borderTop: `1px solid ${LINE}`, marginTop: 24, paddingTop: 8 }}>
      {order.lines.map((line) => (
        <Row key={line.id} {...ON_ONE_LINE} style={{ borderBottom: `1px solid ${LINE}` }}>
          <Column style={{ padding: '8px 16px 8px 0' }}>
            <Text className={CLOSE_LINE} style={words}>
              {line.name}
            </Text>
            <Text className={CLOSE_LINE} style={faint}>
              {[
                line.sku,
                ...Object.values(line.options),
                t('mails.quantity', { quantity: line.quantity }),
              ].join(' · ')}
            </Text>
          </Column>
          <Column style={{ padding: '8px 0', verticalAlign: 'top' }}>
            <Text className={CLOSE_LINE} style={figure}>
              {money(line.quantity * line.unitCents)}
            </Text>
          </Column>
        </Row>
      ))}
      <Sum term={t('mails.items')} amount={money(order.itemsCents)} />
      {order.discountCents > 0 && (
        <Sum
          term={t('mails.discount', { code: order.promoCode ?? '' })}
          amount={money(-order.discountCents)}
        />
      )}
      <Sum term={t('mails.delivery', { name: order.deliveryName })} amount={money(order.deliveryCents)} />
      <Sum term={t('mails.total')} amount={money(order.totalCents)} strong />
      {vatOfOrder(order).map((share) => (
        <Sum
          key={share.vatBasisPoints}
          term={t('mails.vat', { rate: formatPercent(share.vatBasisPoints / 100, language) })}
          amount={money(share.vatCents)}
          isFaint
        />
      ))}
    </Section>
  )
}

type SumProps = { term: string; amount: string; strong?: boolean; isFaint?: boolean }

function Sum({ term, amount, strong, isFaint }: SumProps) {
  const look = {
    ...(isFaint && { color: FAINT, fontSize: 13 }),
    ...(strong && { fontSize: 16, fontWeight: 700 }),
  }
  return (
    <Row {...ON_ONE_LINE}>
      <Column style={{ padding: '4px 16px 4px 0' }}>
        <Text className={CLOSE_LINE} style={{ ...words, ...look }}>
          {term}
        </Text>
      </Column>
      <Column style={{ padding: '4px 0' }}>
        <Text className={CLOSE_LINE} style={{ ...figure, ...look }}>
          {amount}
        </Text>
      </Column>
    </Row>
  )
}
