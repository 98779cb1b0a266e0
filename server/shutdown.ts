import type { Server } from 'node:http'
import type { Log } from '../app/platform/log.server'

type Steps = { log: Log; beforeClosing: () => void; server?: Server; close: () => Promise<void> }

const PATIENCE_MS = 25_000

/** On SIGTERM or SIGINT: take no new work, finish what runs, close, exit 0. A second signal ends at once. */
export function shutDownOnSignal({ log, beforeClosing, server, close }: Steps): void {
  let isStopping = false
  async function stop(signal: string) {
    if (isStopping) process.exit(1)
    isStopping = true
    log.info({ signal }, 'stopping')
    setTimeout(() => process.exit(1), PATIENCE_MS).unref()
    beforeClosing()
    if (server) await closeServer(server)
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

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
  })
}
