import { sql } from 'drizzle-orm'
import express, { type Router } from 'express'
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
      const isReady = !readiness.isStopping && (await answersInTime(db))
      response
        .status(isReady ? 200 : 503)
        .set('Cache-Control', 'no-store')
        .json({ status: isReady ? 'ready' : 'not-ready' })
    })
}

async function answersInTime(db: Shop['db']): Promise<boolean> {
  const answer = db.execute(sql`select 1 from orders limit 1`).then(
    () => true,
    () => false,
  )
  const tooLate = new Promise<boolean>((resolve) => setTimeout(resolve, 500, false).unref())
  return Promise.race([answer, tooLate])
}
