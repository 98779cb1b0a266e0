import type { GatewayName } from './gateway'
import type { Gateways } from './payment-shop'

/** The gateways that can be offered for an amount, in their order, and what all of them together would take. */
export function gatewaysTaking(gateways: Gateways, cents: number) {
  const all = [...gateways.values()]
  const offered: GatewayName[] = all
    .filter(({ takes }) => cents >= takes.leastCents && cents <= takes.mostCents)
    .map(({ name }) => name)
  return {
    offered,
    leastCents: all.length > 0 ? Math.min(...all.map(({ takes }) => takes.leastCents)) : 0,
    mostCents: Math.max(0, ...all.map(({ takes }) => takes.mostCents)),
  }
}

export type GatewaysTaking = ReturnType<typeof gatewaysTaking>
