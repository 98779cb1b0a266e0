import { z } from 'zod'
import { writtenByPage } from '~/text/typed-fields'

const code = writtenByPage(60)

/** The pickup points of each method have a field of their own, so that the page works without a script. */
export const deliveryForm = z.object({
  method: code,
  pickupPoint: z.record(code, code).optional(),
})
