import type { Server, ServerResponse } from 'node:http'
import { setTimeout as after } from 'node:timers/promises'
import type { Log } from '../app/platform/log.server'

type Steps = {
  log: Log
  beforeClosing: () => void
  /** A server, and how long a balancer may take to notice that it should send no more. */
  web?: { server: Server; waitSeconds: number }
  close: () => Promise<void>
}

const PATIENCE_MS = 20_000
/** A terminal, a supervisor and our own primary process may all pass on the same wish. */
const SAME_WISH_MS = 1_000

/**
 * On SIGTERM or SIGINT: say that we are not ready, answer until the balancer has noticed, take no new work, finish what
 * runs, close, exit 0. Another signal a second later ends at once.
 */
export function shutDownOnSignal({ log, beforeClosing, web, close }: Steps): void {
  const connections = web && openConnections(web.server)
  let stoppingSince: number | null = null
  async function stop(signal: string) {
    if (stoppingSince !== null && Date.now() - stoppingSince > SAME_WISH_MS) process.exit(1)
    if (stoppingSince !== null) return
    stoppingSince = Date.now()
    const waitSeconds = web?.waitSeconds ?? 0
    log.info({ signal, waitSeconds }, 'stopping')
    beforeClosing()
    connections?.closeAfterAnswer()
    await after(waitSeconds * 1_000)
    setTimeout(() => process.exit(1), PATIENCE_MS).unref()
    if (web) await closeServer(web.server)
    await close()
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      stop(signal).catch((fault: unknown) => {
        log.error({ fault: String(fault) }, 'stopping failed')
        process.exit(1)
      })
    })
}

/** Knows which requests are under way, so that from a moment on each connection ends with its answer. */
function openConnections(server: Server) {
  const underWay = new Set<ServerResponse>()
  let isClosing = false
  const end = (response: ServerResponse) => {
    if (!response.headersSent) response.setHeader('Connection', 'close')
  }
  server.prependListener('request', (_request, response) => {
    underWay.add(response)
    response.once('close', () => underWay.delete(response))
    if (isClosing) end(response)
  })
  return {
    closeAfterAnswer() {
      isClosing = true
      underWay.forEach(end)
    },
  }
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
  })
}
