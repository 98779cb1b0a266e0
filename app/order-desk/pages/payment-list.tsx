import { Form } from '@remix-run/react'
import { formatDateTime } from '~/i18n/format'
import { useLanguage, useTranslation } from '~/i18n/translation'
import { formatMoney } from '~/money/format'
import type { GatewayName } from '~/payments/gateway'
import { Button } from '~/ui/button'
import { Card } from '~/ui/card'
import { TextField } from '~/ui/inputs'
import { Table } from '~/ui/table'

export type ShownPayment = {
  chargeId: string
  gateway: GatewayName
  gatewayPaymentId: string
  role: 'payment' | 'surplus' | 'mismatch' | 'unknown'
  amountCents: number
  refundedCents: number
  recordedAt: Date
}

type PaymentListProps = { payments: ShownPayment[]; reasonErrors: string[] | undefined }

/** What the banks took for an order, and the way back for it. */
export function PaymentList({ payments, reasonErrors }: PaymentListProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const payment = payments.find((charge) => charge.role === 'payment')
  const leftCents = payment ? payment.amountCents - payment.refundedCents : 0
  return (
    <Card title={t('order-desk.staff.payments')}>
      {payments.length === 0 ? (
        <p className="text-sm text-ink-faint">{t('order-desk.staff.noPayments')}</p>
      ) : (
        <Table
          caption={t('order-desk.staff.payments')}
          captionHidden
          rows={payments}
          keyOf={(charge) => charge.chargeId}
          columns={[
            {
              key: 'at',
              heading: t('order-desk.staff.at'),
              cell: (charge) => formatDateTime(charge.recordedAt, language),
            },
            {
              key: 'gateway',
              heading: t('order-desk.staff.gateway'),
              cell: (charge) => t(`payments.gateway.${charge.gateway}`),
            },
            {
              key: 'role',
              heading: t('order-desk.staff.role'),
              cell: (charge) => t(`order-desk.staff.roles.${charge.role}`),
            },
            {
              key: 'reference',
              heading: t('order-desk.staff.reference'),
              cell: (charge) => (
                <span className="font-mono text-xs break-all">{charge.gatewayPaymentId}</span>
              ),
            },
            {
              key: 'amount',
              heading: t('order-desk.staff.amount'),
              numeric: true,
              cell: (charge) => formatMoney(charge.amountCents, language),
            },
            {
              key: 'refunded',
              heading: t('order-desk.staff.refundedCents'),
              numeric: true,
              cell: (charge) => formatMoney(charge.refundedCents, language),
            },
          ]}
        />
      )}
      {leftCents > 0 && (
        <Form method="post" className="mt-6 grid gap-3 sm:max-w-sm">
          <TextField
            label={t('order-desk.staff.refundWhy')}
            name="reason"
            hint={t('order-desk.staff.refundHint')}
            errors={reasonErrors}
            maxLength={200}
            required
          />
          <Button name="intent" value="refund" variant="danger">
            {t('order-desk.staff.refundAll', { left: formatMoney(leftCents, language) })}
          </Button>
        </Form>
      )}
    </Card>
  )
}
