import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'
import type { Redis } from './redis.server'

/**
 * What is limited, and how often in how many seconds. `unshared` of them, more than a person needs, are counted by each
 * process alone: nobody waits for Redis to look at a page.
 */
const LIMITS = {
  'sign-in-account': { points: 5, duration: 15 * 60 },
  'sign-in-device': { points: 5, duration: 15 * 60 },
  'sign-in-ip': { points: 30, duration: 15 * 60 },
  register: { points: 20, duration: 60 * 60 },
  'ask-for-password': { points: 20, duration: 60 * 60 },
  'confirm-password': { points: 5, duration: 15 * 60 },
  'mailed-link': { points: 20, duration: 10 * 60 },
  /** To one recipient, whoever asks. */
  'account-mail': { points: 3, duration: 60 * 60 },
  'order-link': { points: 20, duration: 10 * 60 },
  'promo-code': { points: 20, duration: 10 * 60 },
  'new-cart': { points: 300, duration: 60 * 60 },
  'payment-start': { points: 20, duration: 10 * 60 },
  /** More than a room full of people types; each costs the engine more than a page does. */
  search: { points: 120, duration: 60 },
  /** Searches in vain that are written down. */
  'search-log': { points: 30, duration: 10 * 60 },
  write: { points: 300, duration: 60 },
  read: { points: 3_000, duration: 60, unshared: 120 },
} as const

export type LimitName = keyof typeof LIMITS
export type RateLimits = ReturnType<typeof openRateLimits>
export type Allowance = { ok: true } | { ok: false; retryAfterSeconds: number }

/** Counts in Redis, so that all instances share them; in memory while Redis is away, so that limits never fail open. */
export function openRateLimits(redis: Redis | undefined) {
  const limiters = new Map<LimitName, RateLimiterRedis | RateLimiterMemory>()
  const unshared = new RateLimiterMemory({ points: LIMITS.read.unshared, duration: LIMITS.read.duration })
  for (const [name, limit] of Object.entries(LIMITS)) {
    const options = { keyPrefix: `limit:${name}`, ...limit }
    const memory = new RateLimiterMemory(options)
    limiters.set(
      name as LimitName,
      redis ? new RateLimiterRedis({ ...options, storeClient: redis, insuranceLimiter: memory }) : memory,
    )
  }

  function limiterOf(name: LimitName) {
    const limiter = limiters.get(name)
    if (!limiter) throw new Error(`No limit is named ${name}`)
    return limiter
  }

  return {
    /** Takes one use for `who`; refused with the waiting time once the uses of the period are spent. */
    async take(name: LimitName, who: string): Promise<Allowance> {
      try {
        if (name === 'read' && redis && (await isWithin(unshared, who))) return { ok: true }
        await limiterOf(name).consume(who)
        return { ok: true }
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal
        return { ok: false, retryAfterSeconds: Math.ceil(refusal.msBeforeNext / 1000) }
      }
    },

    /** Forgets the uses of `who`, after a success that shows they were honest. */
    async forget(name: LimitName, who: string): Promise<void> {
      await limiterOf(name).delete(who)
    },
  }
}

async function isWithin(limiter: RateLimiterMemory, who: string): Promise<boolean> {
  return limiter.consume(who).then(
    () => true,
    () => false,
  )
}
