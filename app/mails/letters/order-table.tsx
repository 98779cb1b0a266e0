import { Column, Row, Section, Text } from '@react-email/components'
import { formatPercent } from '~/i18n/format'
import type { Language } from '~/i18n/language'
import type { Translate } from '~/i18n/translate'
import { formatMoney } from '~/money/format'
import type { Order } from '~/orders/order-queries.server'
import { vatOfOrder } from '~/orders/order-vat'
import { charactersIn, cutText } from '~/text/cut-text'
import { CLOSE_LINE, ON_ONE_LINE } from './as-text'
import { FAINT, LINE } from './mail-layout'

const figure = {
  fontSize: 14,
  lineHeight: '20px',
  margin: 0,
  textAlign: 'right' as const,
  whiteSpace: 'nowrap' as const,
}
const words = { fontSize: 14, lineHeight: '20px', margin: 0 }

type OrderTableProps = { order: Order; url: string; t: Translate; language: Language }

/** What was bought and what it costs, to the last cent of tax. */
export function OrderTable(table: OrderTableProps) {
  const { order, t, language } = table
  const money = (cents: number) => formatMoney(cents, language)
  return (
    <Section style={{ borderTop: `1px solid ${LINE}`, marginTop: 24, paddingTop: 8 }}>
      <OrderLines {...table} />
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

/** Readers of mail cut a message near 100 kB: what is longer is read on the order's page. */
const MOST_LINES = 60
const LONGEST_WORDS = 120

/** One plain table for all lines: a table for each, as mail libraries make them, costs a kilobyte per line. */
function OrderLines({ order, url, t, language }: OrderTableProps) {
  const more = order.lines.length - MOST_LINES
  return (
    <>
      <table {...ON_ONE_LINE} width="100%" cellPadding={0} cellSpacing={0} style={words}>
        <tbody>
          {order.lines.slice(0, MOST_LINES).map((line) => (
            <tr key={line.id}>
              <td style={{ borderBottom: `1px solid ${LINE}`, padding: '8px 16px 8px 0' }}>
                {short(line.name)}
                <br />
                <span style={{ color: FAINT, fontSize: 13 }}>{short(particularsOf(line, t))}</span>
              </td>
              <td valign="top" style={{ ...figure, borderBottom: `1px solid ${LINE}`, padding: '8px 0' }}>
                {formatMoney(line.quantity * line.unitCents, language)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && (
        <Text style={{ ...words, padding: '8px 0' }}>
          <a href={url}>{t('mails.more', { count: more })}</a>
        </Text>
      )}
    </>
  )
}

function particularsOf({ sku, options, quantity }: Order['lines'][number], t: Translate): string {
  return [sku, ...Object.values(options), t('mails.quantity', { quantity })].join(' · ')
}

function short(text: string): string {
  return charactersIn(text) > LONGEST_WORDS ? `${cutText(text, LONGEST_WORDS)}…` : text
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
