/**
 * Stops asking a service that does not answer, so that nobody waits for it. After `failures` in a row it is left alone;
 * then one caller in every `restMs` tries again, and the first good answer brings it back.
 */
export function circuitBreaker({ failures, restMs }: { failures: number; restMs: number }) {
  let failed = 0
  let nextTry = 0

  return {
    mayAsk(now = Date.now()): boolean {
      if (failed < failures) return true
      if (now < nextTry) return false
      nextTry = now + restMs
      return true
    },
    succeeded(): void {
      failed = 0
    },
    failed(now = Date.now()): void {
      failed += 1
      if (failed >= failures) nextTry = now + restMs
    },
    get isOpen(): boolean {
      return failed >= failures
    },
  }
}
