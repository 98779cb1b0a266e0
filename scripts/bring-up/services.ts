import { mkdirSync } from 'node:fs'
import { type Kept, keepChildren } from './children'
import { startMeilisearch } from './meilisearch'
import { startPostgres } from './postgres'
import { startRedis } from './redis'

export interface ServicesPlan {
  /** Where their data lives. */
  dir: string
  ports: { postgres: number; redis: number; meilisearch: number }
  /** What is given here by a URL is not started. */
  env?: NodeJS.ProcessEnv
  fast?: boolean
  say?: (line: string) => void
}

export interface Services {
  /** The URLs, given or started; what could not be started is missing. */
  urls: Record<string, string>
  kept: Kept
  stop: () => Promise<void>
}

export const SHOP_PORTS = { postgres: 54320, redis: 63790, meilisearch: 7710 }
export const TEST_PORTS = { postgres: 54330, redis: 63800, meilisearch: 7720 }

/** Starts the services that no URL was given for. They end with this process, whatever ends it. */
export async function bringUpServices(plan: ServicesPlan): Promise<Services> {
  const { dir, ports, env = process.env, fast = false, say = () => {} } = plan
  mkdirSync(dir, { recursive: true })
  const kept = keepChildren(dir)
  try {
    const [database, redis, search] = await Promise.all([
      env.DATABASE_URL || startPostgres(kept, { dir, port: ports.postgres, fast, say }),
      env.REDIS_URL || startRedis(kept, { dir, port: ports.redis, fast, say }),
      env.MEILISEARCH_URL
        ? { url: env.MEILISEARCH_URL, key: env.MEILISEARCH_KEY ?? '' }
        : startMeilisearch(kept, { dir, port: ports.meilisearch, say }),
    ])
    const urls: Record<string, string> = { DATABASE_URL: database }
    if (redis) urls.REDIS_URL = redis
    if (search) Object.assign(urls, { MEILISEARCH_URL: search.url, MEILISEARCH_KEY: search.key })
    return { urls, kept, stop: kept.stop }
  } catch (error) {
    await kept.stop()
    throw error
  }
}
