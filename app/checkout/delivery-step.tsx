import { Form, useNavigation } from '@remix-run/react'
import { Fragment } from 'react'
import { formatDay } from '~/i18n/format'
import { ShopLink } from '~/i18n/local-path'
import { useLanguage, useTranslation } from '~/i18n/translation'
import { formatMoney } from '~/money/format'
import { Button, ButtonLink } from '~/ui/button'
import { FieldErrors } from '~/ui/field'
import { errorsOf, FormErrors, type FormReply } from '~/ui/form-errors'
import { SelectField } from '~/ui/inputs'
import { Notice } from '~/ui/notice'
import { STEP_PATHS } from './checkout-steps'
import type { DeliveryOption } from './delivery-choices.server'

type DeliveryStepProps = {
  options: readonly DeliveryOption[]
  destination: { city: string; country: string }
  /** A telephone was typed that nobody could call: it was left out. */
  isPhoneUnread: boolean
  chosenMethod: string | null
  chosenPoint: string | null
  reply: FormReply
}

export function DeliveryStep({
  options,
  destination,
  isPhoneUnread,
  chosenMethod,
  chosenPoint,
  reply,
}: DeliveryStepProps) {
  const { t } = useTranslation()
  const isSending = useNavigation().state !== 'idle'
  if (options.length === 0) return <NothingOffered />

  const checked = options.find((option) => option.method === chosenMethod) ?? options[0]
  return (
    <Form method="post" noValidate className="grid gap-6">
      <FormErrors of={reply} />
      <p className="-mt-3 text-ink-soft">
        {t('checkout.delivery.to', destination)}{' '}
        <ShopLink to={STEP_PATHS.address} className="text-accent underline underline-offset-4">
          {t('checkout.delivery.changeAddress')}
        </ShopLink>
      </p>
      {isPhoneUnread && <Notice>{t('checkout.delivery.phoneUnread')}</Notice>}
      <fieldset className="grid gap-3">
        <legend className="sr-only">{t('checkout.delivery.method')}</legend>
        {options.map((option) => (
          <Fragment key={option.method}>
            <OptionCard
              option={option}
              isChecked={option === checked}
              chosenPoint={chosenPoint}
              pointErrors={errorsOf(reply, `pickupPoint.${option.method}`)}
            />
          </Fragment>
        ))}
        <FieldErrors errors={errorsOf(reply, 'method') ?? []} />
      </fieldset>
      <Button size="large" pending={isSending} className="sm:justify-self-end">
        {t('checkout.continueToReview')}
      </Button>
    </Form>
  )
}

type OptionCardProps = {
  option: DeliveryOption
  isChecked: boolean
  chosenPoint: string | null
  pointErrors: string[] | undefined
}

function OptionCard({ option, isChecked, chosenPoint, pointErrors }: OptionCardProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { method, points, earliest, latest } = option
  const days = { earliest: formatDay(earliest, language), latest: formatDay(latest, language) }
  const isOneDay = days.earliest === days.latest

  return (
    <div className="group rounded border border-paper-rule bg-white has-[[type=radio]:checked]:border-accent has-[[type=radio]:checked]:bg-accent-wash has-[[type=radio]:checked]:ring-1 has-[[type=radio]:checked]:ring-accent">
      <label className="flex cursor-pointer items-start gap-3 p-4">
        <input
          type="radio"
          name="method"
          value={method}
          defaultChecked={isChecked}
          required
          className="tick mt-0.5"
        />
        <span className="flex-1">
          <span className="block font-medium">{option.name}</span>
          <span className="block text-sm text-ink-soft">{option.description}</span>
          <span className="block text-sm text-ink-soft">
            {isOneDay ? t('checkout.delivery.on', days) : t('checkout.delivery.between', days)}
          </span>
        </span>
        <span className="font-semibold tabular-nums">
          {option.priceCents === 0 ? t('checkout.delivery.free') : formatMoney(option.priceCents, language)}
        </span>
      </label>
      {points && (
        <div className="hidden px-4 pb-4 pl-12 group-has-[[type=radio]:checked]:block">
          <SelectField
            label={t('checkout.delivery.pickupPoint')}
            name={`pickupPoint.${method}`}
            errors={pointErrors}
            empty={t('checkout.delivery.choosePoint')}
            choices={points.map(({ code, label }) => ({ value: code, label }))}
            defaultValue={points.some((point) => point.code === chosenPoint) ? (chosenPoint ?? '') : ''}
          />
        </div>
      )}
    </div>
  )
}

function NothingOffered() {
  const { t } = useTranslation()
  return (
    <Notice
      tone="warning"
      title={t('checkout.delivery.none')}
      action={
        <div className="flex flex-wrap gap-3">
          <ButtonLink to={STEP_PATHS.address}>{t('checkout.delivery.changeAddress')}</ButtonLink>
          <ButtonLink to="/cart" variant="secondary">
            {t('checkout.editCart')}
          </ButtonLink>
        </div>
      }
    >
      {t('checkout.delivery.noneText')}
    </Notice>
  )
}
