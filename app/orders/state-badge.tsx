import { useTranslation } from '~/i18n/translation'
import { Badge } from '~/ui/badge'
import type { Tone } from '~/ui/tone'
import type { OrderState } from './order-state'

const TONES: Record<OrderState, Tone> = {
  pending: 'warning',
  validated: 'warning',
  payment_pending: 'notice',
  payment_failed: 'danger',
  paid: 'success',
  processing: 'notice',
  shipped: 'notice',
  delivered: 'success',
  completed: 'success',
  cancelled: 'neutral',
  refunded: 'neutral',
}

export function StateBadge({ state }: { state: OrderState }) {
  const { t } = useTranslation()
  return <Badge tone={TONES[state]}>{t(`orders.state.${state}`)}</Badge>
}
