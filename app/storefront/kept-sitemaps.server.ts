import { buffer } from 'node:stream/consumers'
import { createGzip } from 'node:zlib'
import { LRUCache } from 'lru-cache'
import pLimit from 'p-limit'
import { type SitemapPage, sitemapOf } from './sitemap.server'

const HOUR_MS = 60 * 60_000
const MOST_BYTES = 8 * 1024 * 1024
/** Crawlers come again; who waits behind more than these would not wait to the end. */
const MOST_WAITING = 20

type Options = {
  pagesOf: (name: string) => Promise<AsyncIterable<SitemapPage> | null>
  origin: string
}

/**
 * Sitemaps as they travel: compressed once, for an hour and for all who ask. One is made at a time, beside everything else
 * that a process does; twelve megabytes of text for each who asks would stop it.
 */
export function keepSitemaps() {
  const kept = new LRUCache<string, Buffer>({
    ttl: HOUR_MS,
    maxSize: MOST_BYTES,
    sizeCalculation: ({ length }) => length,
  })
  const making = new Map<string, Promise<Buffer | null>>()
  const oneByOne = pLimit(1)

  async function make(name: string, { pagesOf, origin }: Options): Promise<Buffer | null> {
    const pages = await pagesOf(name)
    if (!pages) return null
    const compressed = await buffer(sitemapOf(origin, pages).pipe(createGzip()))
    kept.set(name, compressed)
    return compressed
  }

  return async (name: string, options: Options): Promise<Buffer | null | 'busy'> => {
    const known = kept.get(name) ?? making.get(name)
    if (known) return known
    if (making.size >= MOST_WAITING) return 'busy'
    const made = oneByOne(() => make(name, options)).finally(() => making.delete(name))
    making.set(name, made)
    return made
  }
}

export const findSitemap = keepSitemaps()
