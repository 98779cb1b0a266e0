import { useTranslation } from '~/i18n/translation'
import { Timeline, type TimelineEvent } from '~/ui/timeline'
import type { OrderState } from './order-state'

type Move = { seq: number; to: OrderState; at: Date }

/** What is still to come while all goes well. */
const WAY: OrderState[] = ['paid', 'processing', 'shipped', 'delivered']

/** What happened to an order as its customer sees it, and what comes next. */
export function OrderTimeline({
  placedAt,
  moves,
  state,
}: {
  placedAt: Date
  moves: readonly Move[]
  state: OrderState
}) {
  const { t } = useTranslation()
  const past: TimelineEvent[] = [
    { key: 'pending', title: t('orders.event.pending'), at: placedAt },
    ...moves.map((move) => ({ key: String(move.seq), title: t(`orders.event.${move.to}`), at: move.at })),
  ]
  const coming = statesToCome(state).map((next) => ({ key: next, title: t(`orders.event.${next}`) }))
  return <Timeline events={[...past, ...coming]} current={past.length - 1} />
}

function statesToCome(state: OrderState): OrderState[] {
  if (state === 'cancelled' || state === 'refunded' || state === 'completed') return []
  return WAY.slice(WAY.indexOf(state) + 1)
}
