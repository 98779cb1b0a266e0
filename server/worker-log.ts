import { Logger } from 'graphile-worker'
import type { Log } from '../app/platform/log.server'

const LEVELS = { error: 'error', warning: 'warn', info: 'debug', debug: 'debug' } as const

/** The queue's messages in the shop's log; payloads stay out of it, and so does what a failed query was given. */
export function workerLogger(log: Log): Logger {
  return new Logger(({ taskIdentifier: task, jobId: job }) => (level, message, meta) => {
    // The queue's own sentence about a failed job quotes its fault whole.
    if (meta?.failure) log.error({ task, job, err: meta.error }, 'job failed')
    else log[LEVELS[level]]({ task, job }, message)
  })
}
