import type { RequestHandler } from 'express'
import { pinoHttp } from 'pino-http'
import { newId } from '../app/platform/ids.server'
import type { Log } from '../app/platform/log.server'

/** One JSON line per request: no query string (it may hold a link's token), no address, no headers. */
export function requestLog(log: Log): RequestHandler {
  return pinoHttp({
    logger: log,
    quietReqLogger: true,
    genReqId(_request, response) {
      const id = newId()
      response.setHeader('X-Request-Id', id)
      return id
    },
    customLogLevel: (_request, response, fault) =>
      fault || response.statusCode >= 500 ? 'error' : response.statusCode >= 400 ? 'info' : 'debug',
    serializers: {
      req: (request: { method: string; url: string }) => ({
        method: request.method,
        path: request.url.split('?')[0],
      }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
    },
  }) as RequestHandler
}
