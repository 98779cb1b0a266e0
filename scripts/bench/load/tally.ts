import { quantile } from '../statistics'
import type { Load } from './jobs'

/** Counts answers and how long each took. */
export function startTally() {
  const began = performance.now()
  const times: number[] = []
  let failed = 0
  let failure: string | undefined

  return {
    count: (milliseconds: number) => void times.push(milliseconds),
    fail(words: string, howMany = 1) {
      failed += howMany
      failure ??= words
    },
    end(): Load {
      const sorted = Float64Array.from(times).sort()
      return {
        count: times.length,
        seconds: (performance.now() - began) / 1000,
        failed,
        ...(failure === undefined ? {} : { failure }),
        p50: quantile(sorted, 0.5),
        p95: quantile(sorted, 0.95),
        p99: quantile(sorted, 0.99),
      }
    },
  }
}

/** So many at once, each beginning anew until the time is over. */
export async function repeatedly(
  { atOnce, seconds }: { atOnce: number; seconds: number },
  once: (turn: number) => Promise<void>,
): Promise<void> {
  const until = performance.now() + seconds * 1000
  let turn = 0
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (performance.now() < until) await once(turn++)
    }),
  )
}
