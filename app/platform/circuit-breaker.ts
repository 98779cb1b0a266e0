type Options = { failures: number; restMs: number; clock?: () => number }

/**
 * Stops asking a service that does not answer, so that nobody waits for it. After `failures` in a row it is left alone;
 * then one caller in every `restMs` tries again, and the first good answer brings it back. Who asks judges which faults
 * count.
 */
export function circuitBreaker({ failures, restMs, clock = () => Date.now() }: Options) {
  const unanswered = new Set<string | symbol>()
  let nextTry = 0
  const isOpen = () => unanswered.size >= failures

  return {
    mayAsk(): boolean {
      if (!isOpen()) return true
      if (clock() < nextTry) return false
      nextTry = clock() + restMs
      return true
    },
    succeeded(): void {
      unanswered.clear()
    },
    /** Failures about one subject, however often it is tried, count as one. */
    failed(subject: string | symbol = Symbol()): void {
      if (!isOpen()) unanswered.add(subject)
      if (isOpen()) nextTry = clock() + restMs
    },
    /** The try said nothing of the service: the next caller may try at once. */
    undecided(): void {
      nextTry = 0
    },
    get isOpen(): boolean {
      return isOpen()
    },
  }
}
