import type { RequestHandler } from 'express'
import { isSignedDoor } from './addresses'
import { refuse } from './refuse'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

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
