import { circuitBreaker } from '~/platform/circuit-breaker'
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
  { failuresAllowed = 5, pauseMs = 30_000, clock, onPause }: Options = {},
): Gateway {
  const breaker = circuitBreaker({ failures: failuresAllowed, restMs: pauseMs, ...(clock && { clock }) })

  async function openSession(attempt: Parameters<Gateway['openSession']>[0]): Promise<OpenSessionOutcome> {
    if (!breaker.mayAsk()) return { ok: false, reason: 'unreachable', detail: 'left alone after failures' }

    const outcome = await gateway.openSession(attempt).catch((fault) => {
      breaker.undecided()
      throw fault
    })
    if (outcome.ok || outcome.reason !== 'unreachable') {
      breaker.succeeded()
      return outcome
    }
    breaker.failed(attempt.attemptId)
    if (breaker.isOpen) onPause?.()
    return outcome
  }

  return { ...gateway, openSession }
}
