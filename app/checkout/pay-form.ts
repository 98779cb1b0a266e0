import { z } from 'zod'
import { GATEWAY_NAMES } from '~/payments/gateway'

/** The buttons of the payment page: pay with one of the gateways, or give the order up. */
export const payForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('pay'), gateway: z.enum(GATEWAY_NAMES) }),
  z.object({ intent: z.literal('cancel') }),
])
