import { Form, useNavigation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { ShopLink } from '~/i18n/local-path'
import { useLanguage, useTranslation } from '~/i18n/translation'
import { formatMoney } from '~/money/format'
import { AddressBlock } from '~/orders/address-block'
import type { GatewaysTaking } from '~/payments/gateways-taking'
import { Button } from '~/ui/button'
import { Card } from '~/ui/card'
import { errorsOf, FormErrors, type FormReply } from '~/ui/form-errors'
import { LockIcon } from '~/ui/icons'
import { Notice } from '~/ui/notice'
import { STEP_PATHS } from './checkout-steps'
import { EssentialTerms, type EssentialTermsProps } from './steps/essential-terms'
import { GatewayChoice, NoGateway } from './steps/gateway-choice'

type ReviewStepProps = EssentialTermsProps & {
  agreedTo: string
  email: string
  shipTo: string[]
  billTo: string[]
  pickupAt: string[] | null
  hasUnsold: boolean
  gateways: GatewaysTaking
  reply: FormReply
  /** The total that was shown before, when the order was refused because something had changed. */
  totalBefore: number | null
}

export function ReviewStep(review: ReviewStepProps) {
  const { agreedTo, email, shipTo, billTo, pickupAt, totalCents, reply } = review
  const { t } = useTranslation()
  const isSending = useNavigation().state !== 'idle'
  const isFree = totalCents === 0
  const { offered } = review.gateways
  const canBePaid = isFree || offered.length > 0

  return (
    <div className="grid gap-6">
      <FormErrors of={reply} />
      {review.totalBefore !== null && <Changed before={review.totalBefore} after={totalCents} />}
      {review.hasUnsold && <Notice tone="warning">{t('checkout.errors.unsold')}</Notice>}
      <Card>
        <div className="grid gap-6 sm:grid-cols-2">
          <Said
            title={t(pickupAt ? 'checkout.review.pickupAt' : 'checkout.review.shippingTo')}
            to={STEP_PATHS.address}
          >
            <AddressBlock lines={pickupAt ?? shipTo} />
          </Said>
          <Said title={t('checkout.review.billing')} to={STEP_PATHS.address}>
            <AddressBlock lines={billTo} />
          </Said>
          <Said title={t('checkout.review.shipping')} to={STEP_PATHS.delivery}>
            <p className="text-sm leading-6">{review.deliveryName}</p>
          </Said>
          <Said title={t('checkout.review.contact')} to={STEP_PATHS.address}>
            <p className="text-sm leading-6 break-all">{email}</p>
          </Said>
        </div>
      </Card>
      <Form method="post" className="grid gap-6">
        <input type="hidden" name="agreedTo" value={agreedTo} />
        <input type="hidden" name="seenTotalCents" value={totalCents} />
        {!canBePaid && <NoGateway {...review.gateways} totalCents={totalCents} />}
        {isFree ? (
          <Notice title={t('checkout.review.payFree')}>{t('checkout.review.payFreeText')}</Notice>
        ) : (
          offered.length > 0 && (
            <GatewayChoice
              gateways={offered}
              legend={t('checkout.review.payment')}
              errors={errorsOf(reply, 'gateway')}
            />
          )
        )}
        <div className="grid gap-4">
          <EssentialTerms {...review} />
          <Button size="large" block pending={isSending} disabled={!canBePaid}>
            {t(isFree ? 'checkout.review.orderFree' : 'checkout.review.order')}
          </Button>
          {!isFree && (
            <p className="flex items-center justify-center gap-2 text-center text-sm text-ink-faint">
              <LockIcon size={16} className="flex-none" />
              {t('checkout.review.secure')}
            </p>
          )}
        </div>
      </Form>
    </div>
  )
}

function Changed({ before, after }: { before: number; after: number }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const totals = { before: formatMoney(before, language), after: formatMoney(after, language) }
  return (
    <Notice tone="warning" title={t('checkout.changed.title')} announced>
      {t(before === after ? 'checkout.changed.rest' : 'checkout.changed.total', totals)}
    </Notice>
  )
}

function Said({ title, to, children }: { title: string; to: string; children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <section>
      <div className="mb-1 flex items-baseline justify-between gap-3">
        <h2 className="text-sm font-medium text-ink-faint">{title}</h2>
        <ShopLink to={to} className="text-sm text-accent underline-offset-4 hover:underline">
          {t('checkout.change')}
          <span className="sr-only"> : {title}</span>
        </ShopLink>
      </div>
      {children}
    </section>
  )
}
