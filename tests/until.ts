import { setTimeout as sleep } from 'node:timers/promises'

const PATIENCE_MS = 15_000

/** Waits for what happens soon by itself; how soon is the bench's business. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await sleep(20))
    if (await isSo()) return
  throw new Error('It did not come about')
}
