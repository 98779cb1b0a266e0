import { Logger } from 'graphile-worker'
import type { Log } from '../app/platform/log.server'

const LEVELS = { error: 'error', warning: 'warn', info: 'debug', debug: 'debug' } as const

/** The queue's messages in the shop's log; payloads stay out of it. */
export function workerLogger(log: Log): Logger {
  return new Logger((scope) => (level, message) => {
    log[LEVELS[level]]({ task: scope.taskIdentifier, job: scope.jobId }, message)
  })
}
