import type { Server, ServerResponse } from 'node:http'

/** How long a reader may take to begin. */
const PATIENCE_MS = 30_000
/** How much they must take from then on. */
const LEAST_BYTES_PER_SECOND = 10_000
const LOOK_EVERY_MS = 5_000

type Sending = { since: number; takenBefore: number }

/**
 * Ends the connections of those who take their answers so slowly that they would keep them, and the memory for them, for as
 * long as they please. Whoever waits for us is none of them: an answer counts once something of it lies ready.
 */
export function cutSlowReaders(
  server: Server,
  { patienceMs = PATIENCE_MS, everyMs = LOOK_EVERY_MS } = {},
): void {
  const answers = new Map<ServerResponse, Sending | null>()
  server.on('request', (_request, response: ServerResponse) => {
    answers.set(response, null)
    response.on('close', () => answers.delete(response))
  })

  function look() {
    const now = performance.now()
    for (const [response, sending] of answers) {
      const isLyingReady = (response.socket?.writableLength ?? 0) > 0
      const taken = takenBy(response)
      if (!isLyingReady) answers.set(response, null)
      else if (!sending) answers.set(response, { since: now, takenBefore: taken })
      else if (isTooSlow(now - sending.since, taken - sending.takenBefore)) response.destroy()
    }
  }

  function isTooSlow(ms: number, bytes: number): boolean {
    return ms > patienceMs + (bytes / LEAST_BYTES_PER_SECOND) * 1_000
  }

  setInterval(look, everyMs).unref()
}

/** `bytesWritten` counts what still lies ready too. */
function takenBy({ socket }: ServerResponse): number {
  return (socket?.bytesWritten ?? 0) - (socket?.writableLength ?? 0)
}
