import type { Gateway, OpenSessionOutcome } from '../gateway'

type Options = { failuresAllowed?: number; pauseMs?: number; clock?: () => number; onPause?: () => void }

/**
 * After several payments in a row got no answer, the bank is left alone for a while and shoppers are told at once. Then
 * one call tries it again; its outcome decides.
 *
 * What counts is that the bank was silent to different payments: one that it never answers, however often it is tried,
 * and a request that could not be made say nothing of the bank.
 */
export function withCircuit(
  gateway: Gateway,
  { failuresAllowed = 5, pauseMs = 30_000, clock = Date.now, onPause }: Options = {},
): Gateway {
  const unanswered = new Set<string>()
  let closedUntil = 0
  const isSilent = () => unanswered.size >= failuresAllowed

  async function openSession(attempt: Parameters<Gateway['openSession']>[0]): Promise<OpenSessionOutcome> {
    if (clock() < closedUntil)
      return { ok: false, reason: 'unreachable', detail: 'left alone after failures' }
    if (isSilent()) closedUntil = clock() + pauseMs

    const outcome = await gateway.openSession(attempt).catch((fault) => {
      closedUntil = 0
      throw fault
    })
    if (outcome.ok || outcome.reason !== 'unreachable') {
      unanswered.clear()
      closedUntil = 0
      return outcome
    }
    unanswered.add(attempt.attemptId)
    if (isSilent()) {
      closedUntil = clock() + pauseMs
      onPause?.()
    }
    return outcome
  }

  return { ...gateway, openSession }
}
