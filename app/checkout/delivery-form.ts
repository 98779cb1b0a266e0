import { z } from 'zod'

const code = z.string().max(60)

/** The pickup points of each method have a field of their own, so that the page works without a script. */
export const deliveryForm = z.object({
  method: code,
  pickupPoint: z.record(code, code).optional(),
})
