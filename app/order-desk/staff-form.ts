import { z } from 'zod'
import { ORDER_STATES } from '~/orders/order-state'
import { typedCode, typedLine } from '~/text/typed-fields'

const reason = typedLine(200)

/** The buttons of an order's page in the back office. */
export const staffForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('move'), to: z.enum(ORDER_STATES), reason: reason.optional() }),
  z.object({ intent: z.literal('refund'), reason }),
  z.object({ intent: z.literal('looked') }),
])

const PAGES = 10_000

/** What the list of orders is asked for; whatever does not fit is left out. */
export const orderListQuery = z.object({
  state: z.enum(ORDER_STATES).optional().catch(undefined),
  attention: z.literal('1').optional().catch(undefined),
  q: typedCode(100).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(PAGES).catch(1),
})
