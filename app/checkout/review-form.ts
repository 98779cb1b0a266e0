import { z } from 'zod'
import { GATEWAY_NAMES } from '~/payments/gateway'
import { writtenByPage } from '~/text/typed-fields'

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
