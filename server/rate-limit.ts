import type { RequestHandler } from 'express'
import type { Shop } from '../app/shop.server'
import { callerOf, isSignedDoor } from './addresses'
import { refuseForNow } from './refuse'

/** Per address: generous for people, a wall for floods. Signed notifications of banks are never counted. */
export function rateLimit({ limits }: Pick<Shop, 'limits'>): RequestHandler {
  return (request, response, next) => {
    if (isSignedDoor(request)) return next()
    const isReading = request.method === 'GET' || request.method === 'HEAD'
    limits.take(isReading ? 'read' : 'write', callerOf(request)).then((allowance) => {
      if (allowance.ok) return next()
      refuseForNow(response, { path: request.path, seconds: allowance.retryAfterSeconds })
    }, next)
  }
}
