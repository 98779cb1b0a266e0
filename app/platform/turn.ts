import { setTimeout as sleep } from 'node:timers/promises'

const TURN_MS = 100

/**
 * A tenth of a second in which this process also saw to what had arrived. Counted so, time stands still while the process
 * does: it does not take its own standstill for somebody else's.
 */
export async function waitOneTurn(): Promise<void> {
  await sleep(TURN_MS, undefined, { ref: false })
}
