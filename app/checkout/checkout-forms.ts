import { z } from 'zod'
import { GATEWAY_NAMES } from '~/payments/gateway'
import { writtenByPage } from '~/text/typed-fields'

const code = writtenByPage(60)

/** The pickup points of each method have a field of their own, so that the page works without a script. */
export const deliveryForm = z.object({
  method: code,
  pickupPoint: z.record(code, code).optional(),
})

/** `agreedTo` and `seenTotalCents` are what the page showed: the order is placed only if it still is so. */
export const reviewForm = z.object({
  /** Missing when there is nothing to pay. */
  gateway: z.enum(GATEWAY_NAMES).optional(),
  agreedTo: writtenByPage(100),
  seenTotalCents: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
})

/** The buttons of the payment page: pay with one of the gateways, or give the order up. */
export const payForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('pay'), gateway: z.enum(GATEWAY_NAMES) }),
  z.object({ intent: z.literal('cancel') }),
])
