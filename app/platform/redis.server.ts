import { Redis } from 'ioredis'
import type { Log } from './log.server'

export type { Redis }

/** Connects to Redis with short deadlines: the shop goes on without it, so nobody may wait for it. */
export function openRedis(url: string | undefined, log: Log): Redis | undefined {
  if (!url) return undefined
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    enableAutoPipelining: true,
    maxRetriesPerRequest: 1,
    commandTimeout: 250,
    connectTimeout: 2_000,
    retryStrategy: (times) => Math.min(times * 200, 2_000),
  })
  let isDown = false
  redis.on('error', (fault) => {
    if (!isDown) log.warn({ fault: fault.message }, 'redis is not reachable')
    isDown = true
  })
  redis.on('ready', () => {
    if (isDown) log.info('redis is back')
    isDown = false
  })
  return redis
}

/** Resolves when Redis answers, or after `patienceMs` without it. */
export async function waitForRedis(redis: Redis | undefined, patienceMs: number): Promise<void> {
  if (!redis || redis.status === 'ready') return
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, patienceMs)
    redis.once('ready', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
