import { useLanguage, useTranslation } from '~/i18n/translation'
import { formatMoney } from '~/money/format'
import type { GatewayName } from '~/payments/gateway'
import type { GatewaysTaking } from '~/payments/gateways-taking'
import { RadioCards } from '~/ui/choices'
import { Notice } from '~/ui/notice'

type GatewayChoiceProps = {
  gateways: readonly GatewayName[]
  legend: string
  legendHidden?: boolean
  defaultValue?: GatewayName
  errors?: string[]
}

/** The first is chosen already: with one gateway there is nothing to think about. */
export function GatewayChoice({ gateways, legend, legendHidden, defaultValue, errors }: GatewayChoiceProps) {
  const { t } = useTranslation()
  return (
    <RadioCards
      legend={legend}
      legendHidden={legendHidden}
      name="gateway"
      required
      errors={errors}
      defaultValue={defaultValue ?? gateways[0]}
      cards={gateways.map((name) => ({
        value: name,
        label: t(`payments.gateway.${name}`),
        hint: t(`payments.gateway.${name}Hint`),
      }))}
    />
  )
}

/** Said before an order is placed that no bank would take, and where one was placed already. */
export function NoGateway({
  leastCents,
  mostCents,
  totalCents,
}: Omit<GatewaysTaking, 'offered'> & { totalCents: number }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const money = (cents: number) => formatMoney(cents, language)
  const amounts = { least: money(leastCents), most: money(mostCents), amount: money(totalCents) }
  return (
    <Notice tone="warning" title={t('checkout.pay.none')}>
      {t('checkout.pay.noneText', amounts)}
    </Notice>
  )
}
