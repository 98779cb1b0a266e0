import express, { type Router } from 'express'
import { touchOrders } from '../app/orders/order-queries.server'
import type { Shop } from '../app/shop.server'

export type Readiness = { isStopping: boolean }

/**
 * `live` answers from the event loop alone. `ready` means that Postgres answers and is migrated: Redis, Meilisearch and
 * mail are things the shop can do without, and must not empty a load balancer.
 */
export function healthPages({ db }: Pick<Shop, 'db'>, readiness: Readiness): Router {
  return express
    .Router()
    .get('/health/live', (_request, response) => {
      response.set('Cache-Control', 'no-store').json({ status: 'live' })
    })
    .get('/health/ready', async (_request, response) => {
      const isReady = !readiness.isStopping && (await answers(db))
      response
        .status(isReady ? 200 : 503)
        .set('Cache-Control', 'no-store')
        .json({ status: isReady ? 'ready' : 'not-ready' })
    })
}

/** It tells within two seconds: every wait for Postgres is ended by then. */
function answers(db: Shop['db']): Promise<boolean> {
  return touchOrders(db).then(
    () => true,
    () => false,
  )
}
