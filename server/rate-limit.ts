import type { Request, RequestHandler } from 'express'
import { networkOf } from '../app/platform/network-of.server'
import type { Shop } from '../app/shop.server'
import { isSignedDoor } from './origin-check'
import { refuseForNow } from './refuse'

/** Per client IP: generous for people, a wall for floods. Signed notifications of banks are never counted. */
export function rateLimit({ limits }: Pick<Shop, 'limits'>): RequestHandler {
  return (request, response, next) => {
    if (isSignedDoor(request)) return next()
    const isReading = request.method === 'GET' || request.method === 'HEAD'
    limits.take(isReading ? 'read' : 'write', clientIpOf(request)).then((allowance) => {
      if (allowance.ok) return next()
      refuseForNow(response, { path: request.path, seconds: allowance.retryAfterSeconds })
    }, next)
  }
}

/** Whom limits count: the client's IP, or the network of an IPv6 one, as the configured proxy hop reports it. */
export function clientIpOf({ ip }: Pick<Request, 'ip'>): string {
  return networkOf(ip ?? 'unknown')
}
