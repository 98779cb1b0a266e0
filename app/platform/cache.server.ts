import { BentoCache, bentostore } from 'bentocache'
import { memoryDriver } from 'bentocache/drivers/memory'
import { redisBusDriver, redisDriver } from 'bentocache/drivers/redis'
import { busConnection, type Redis } from './redis.server'

/** The tag of everything in the cache: it is dropped by a change that any answer may depend on. */
export const EVERYTHING = 'all'

export type Cache = ReturnType<typeof openCache>

/**
 * Memory for 60 s, then Redis, then the caller's query. One rebuild per key and process; a stale answer is given for up
 * to `timeout` while the rebuild runs, and when it fails. Tags are those by which the database tells what changed, and the
 * web processes drop them on all instances through Redis.
 */
export function openCache(redis: Redis | undefined) {
  const store = bentostore().useL1Layer(memoryDriver({ maxItems: 10_000 }))
  const layered = redis
    ? store
        .useL2Layer(redisDriver({ connection: redis, prefix: 'cache' }))
        .useBus(redisBusDriver({ connection: busConnection(redis) }))
    : store
  return new BentoCache({
    default: 'layered',
    ttl: '60s',
    grace: '10m',
    timeout: '1s',
    stores: { layered },
  })
}
