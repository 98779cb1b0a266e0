import type { Gateway, OpenSessionOutcome } from './gateway'

type Options = { failuresAllowed?: number; pauseMs?: number; clock?: () => number; onPause?: () => void }

/**
 * After several calls in a row without an answer, the bank is left alone for a while and shoppers are told at once. Then
 * one call tries it again; its outcome decides.
 */
export function withCircuit(
  gateway: Gateway,
  { failuresAllowed = 5, pauseMs = 30_000, clock = Date.now, onPause }: Options = {},
): Gateway {
  let failures = 0
  let closedUntil = 0

  async function openSession(attempt: Parameters<Gateway['openSession']>[0]): Promise<OpenSessionOutcome> {
    if (clock() < closedUntil)
      return { ok: false, reason: 'unreachable', detail: 'left alone after failures' }
    if (failures >= failuresAllowed) closedUntil = clock() + pauseMs

    const outcome = await gateway.openSession(attempt)
    if (outcome.ok || outcome.reason !== 'unreachable') {
      failures = 0
      closedUntil = 0
      return outcome
    }
    failures += 1
    if (failures >= failuresAllowed) {
      closedUntil = clock() + pauseMs
      onPause?.()
    }
    return outcome
  }

  return { ...gateway, openSession }
}
