import type { Database } from '~/platform/db.server'
import { callStaff, isBeforeStaff } from '../staff/call-staff.server'

type Doubt = { told: string; orderIds: readonly (string | null)[]; detail: string }

/**
 * A message that contradicts itself or the books pays nothing: staff see it at every order that it touches. Told again
 * and again, it alarms them once, until they have looked.
 */
export async function refuseToBelieve(
  tx: Database,
  { told, detail, ...touched }: Doubt,
): Promise<'contradiction'> {
  const orderIds = [...new Set(touched.orderIds.flatMap((orderId) => orderId ?? []))].sort()
  const contradiction = { trouble: 'contradiction', orderIds } as const
  if (!(await isBeforeStaff(tx, contradiction)))
    await callStaff(tx, { ...contradiction, detail: `${told}: ${detail}` })
  return 'contradiction'
}
