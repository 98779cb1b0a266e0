import type { Request, RequestHandler } from 'express'
import { refuse } from './refuse'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/** The doors of banks, which send no origin and prove themselves by a signature; each is a route of `app/routes`. */
const SIGNED_DOORS = new Set(['/webhooks/stripe', '/webhooks/paybox'])

export function isSignedDoor({ path }: Pick<Request, 'path'>): boolean {
  return SIGNED_DOORS.has(path)
}

/**
 * Stands in front of Remix, whose own check lets resource routes and requests without Origin through. A request that
 * changes something must come from a page of ours: by its Origin, or by Sec-Fetch-Site where no Origin was sent.
 */
export function originCheck(ownOrigins: Set<string>): RequestHandler {
  return (request, response, next) => {
    if (SAFE.has(request.method) || isSignedDoor(request)) return next()

    const site = request.get('sec-fetch-site')
    const origin = request.get('origin')
    const isFromElsewhere = site === 'cross-site' || site === 'same-site'
    const isOurs = origin === undefined ? site === 'same-origin' || site === 'none' : ownOrigins.has(origin)

    if (isOurs && !isFromElsewhere) return next()
    refuse(response, 403, 'This request did not come from a page of the shop.')
  }
}
