import { type Command, Redis } from 'ioredis'
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

/**
 * A connection for the cache's bus, which subscribes once, without looking whether that failed, and publishes often.
 * Subscribing waits for Redis however long it takes; publishing fails at once, and the bus tries again later.
 */
class BusConnection extends Redis {
  override duplicate(): Redis {
    const copy = new BusConnection({ ...this.options, lazyConnect: false })
    // Said once already by the shop's own connection.
    copy.on('error', () => {})
    return copy
  }

  override sendCommand(command: Command, stream?: Parameters<Redis['sendCommand']>[1]): unknown {
    if (command.name !== 'subscribe' || this.status === 'ready') return super.sendCommand(command, stream)
    this.once('ready', () => super.sendCommand(command, stream))
    return command.promise
  }
}

export function busConnection(redis: Redis): Redis {
  return new BusConnection({ ...redis.options, lazyConnect: true })
}
