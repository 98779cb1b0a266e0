export const ORDER_STATES = [
  'pending',
  'validated',
  'payment_pending',
  'payment_failed',
  'paid',
  'processing',
  'shipped',
  'delivered',
  'completed',
  'cancelled',
  'refunded',
] as const

export type OrderState = (typeof ORDER_STATES)[number]

export type Actor =
  | { kind: 'system' }
  | { kind: 'customer' }
  | { kind: 'carrier' }
  | { kind: 'staff'; accountId: string; level: number }

type Rule = { from: OrderState; to: OrderState; by: (actor: Actor) => boolean }

const system = (actor: Actor) => actor.kind === 'system'
const customer = (actor: Actor) => actor.kind === 'customer'
const carrier = (actor: Actor) => actor.kind === 'carrier'
const staff = (level: number) => (actor: Actor) => actor.kind === 'staff' && actor.level >= level
const any =
  (...rules: ((actor: Actor) => boolean)[]) =>
  (actor: Actor) =>
    rules.some((rule) => rule(actor))

/** ORD-2, with the gaps closed that late and failed payments open (docs/decisions). The one place that knows it. */
const RULES: Rule[] = [
  { from: 'pending', to: 'validated', by: staff(7) },
  { from: 'pending', to: 'payment_pending', by: system },
  { from: 'validated', to: 'payment_pending', by: system },
  { from: 'payment_pending', to: 'paid', by: system },
  { from: 'payment_pending', to: 'payment_failed', by: system },
  { from: 'payment_failed', to: 'payment_pending', by: any(system, customer) },
  { from: 'payment_failed', to: 'paid', by: system },
  { from: 'pending', to: 'cancelled', by: any(customer, system, staff(7)) },
  { from: 'validated', to: 'cancelled', by: any(customer, system, staff(7)) },
  { from: 'payment_failed', to: 'cancelled', by: any(customer, system, staff(7)) },
  { from: 'payment_pending', to: 'cancelled', by: any(customer, system, staff(7)) },
  { from: 'paid', to: 'processing', by: staff(7) },
  { from: 'paid', to: 'cancelled', by: staff(7) },
  { from: 'processing', to: 'shipped', by: staff(7) },
  { from: 'processing', to: 'cancelled', by: staff(9) },
  { from: 'shipped', to: 'delivered', by: any(carrier, staff(7)) },
  { from: 'delivered', to: 'completed', by: system },
  ...(['paid', 'processing', 'shipped', 'delivered', 'completed'] as const).map(
    (from): Rule => ({ from, to: 'refunded', by: any(system, staff(7)) }),
  ),
]

export const LEGAL_TRANSITIONS = RULES.map(({ from, to }) => [from, to] as const)

/** Whether this actor may move an order from one state to the other. */
export function canBecome(from: OrderState, to: OrderState, actor: Actor): boolean {
  return RULES.some((rule) => rule.from === from && rule.to === to && rule.by(actor))
}

/** Where this actor may move an order that is in a state. */
export function statesAfter(from: OrderState, actor: Actor): OrderState[] {
  return RULES.filter((rule) => rule.from === from && rule.by(actor)).map((rule) => rule.to)
}

/** Whether staff still have to look at an order before it may be paid. */
export function awaitsValidation(order: { state: OrderState; needsValidation: boolean }): boolean {
  return order.needsValidation && order.state === 'pending'
}

/** In these an order waits for its money. */
export const UNPAID_STATES = [
  'pending',
  'validated',
  'payment_pending',
  'payment_failed',
] as const satisfies OrderState[]

export function isUnpaid(state: OrderState): boolean {
  return (UNPAID_STATES as readonly OrderState[]).includes(state)
}

/** Moves that staff make by hand; parcels bring `shipped` and `delivered`, and the bank's word brings `refunded`. */
const BY_HAND: OrderState[] = ['validated', 'processing', 'cancelled']

export function movesByHand(from: OrderState, actor: Actor): OrderState[] {
  return statesAfter(from, actor).filter((to) => BY_HAND.includes(to))
}
