import type { PaymentShop } from '../payment-shop'

/** How many banks are asked at the same time. */
const AT_ONCE = 4

/**
 * Does the work for every row, a few at a time, and answers what came of it. A row whose work breaks keeps no other from
 * its turn: its fault is logged, and the row is still due at the job's next run.
 */
export async function workInBatches<Row extends { id: string }, Outcome>(
  { log }: Pick<PaymentShop, 'log'>,
  rows: Row[],
  work: (row: Row) => Promise<Outcome>,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (let next = 0; next < rows.length; next += AT_ONCE) {
    const batch = rows.slice(next, next + AT_ONCE)
    const settled = await Promise.allSettled(batch.map(work))
    settled.forEach((one, index) => {
      if (one.status === 'fulfilled') outcomes.push(one.value)
      else log.error({ err: one.reason, id: batch[index]?.id }, 'left for the next run')
    })
  }
  return outcomes
}
