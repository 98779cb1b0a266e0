import { useTranslation } from '~/i18n/translation'
import type { GatewayName } from '~/payments/gateway'
import { RadioCards } from '~/ui/choices'

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
        label: t(`checkout.gateway.${name}`),
        hint: t(`checkout.gateway.${name}Hint`),
      }))}
    />
  )
}
