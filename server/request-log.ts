import type { RequestHandler } from 'express'
import { newId } from '../app/platform/ids.server'
import { type Log, loggedPath } from '../app/platform/log.server'

/** One JSON line per request: no query string (it may hold a link's token), no client IP, no headers. */
export function requestLog(log: Log): RequestHandler {
  return (request, response, next) => {
    const began = performance.now()
    const requestId = newId()
    response.locals.requestId = requestId
    response.setHeader('X-Request-Id', requestId)
    response.on('finish', () => {
      const { statusCode: status } = response
      const level = status >= 500 ? 'error' : status >= 400 ? 'info' : 'debug'
      if (!log.isLevelEnabled(level)) return
      const { method, originalUrl } = request
      log[level](
        {
          reqId: requestId,
          req: { method, path: loggedPath(originalUrl) },
          res: { status },
          responseTime: Math.round(performance.now() - began),
        },
        status >= 500 ? 'request errored' : 'request completed',
      )
    })
    next()
  }
}
