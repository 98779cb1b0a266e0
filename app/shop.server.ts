import { changeTag, tagsTold } from '~/changes'
import type { SignedInAccount } from '~/identity/access'
import { openGateways } from '~/payments/gateways.server'
import { openCache } from '~/platform/cache.server'
import { type ChangeTag, listenForChanges } from '~/platform/changes.server'
import { openDatabase } from '~/platform/db.server'
import type { Environment } from '~/platform/env.server'
import { openLog } from '~/platform/log.server'
import { mailFolder, openMailer } from '~/platform/mail.server'
import { openRateLimits } from '~/platform/rate-limits.server'
import { openRedis, waitForRedis } from '~/platform/redis.server'
import { openReplica } from '~/platform/replica.server'
import { openStorage } from '~/platform/storage.server'
import { openProductSearch } from '~/search/open-product-search.server'

/** The ground and the outside services, opened once per process and handed to every door. */
export type Shop = Awaited<ReturnType<typeof openShop>>['shop']

/** What a request adds to the shop. */
export type RequestContext = {
  cspNonce: string
  requestId: string
  /** The client's IP, or the network of an IPv6 one, as the configured proxy hop reports it. */
  clientIp: string
  /** Who is signed in; looked up once per request, when first asked. */
  findAccount: () => Promise<SignedInAccount | null>
  /** The same, asked anew: for what is still going on a while later. */
  findAccountNow: () => Promise<SignedInAccount | null>
  page: PageContents
}

/** What a loader says of its page, so that the page can be kept for others and dropped in time. */
export type PageContents = {
  /**
   * Names what the page shows, in the words of `app/changes.ts`; `product` stands for the offer too. A page that names nothing is not kept.
   */
  shows: (...tags: ChangeTag[]) => void
  /** From then on the page says something else, though nothing was changed: a sale that ends, a day that is over. */
  holdsUntil: (moment: Date | null) => void
}

export async function openShop(env: Environment, process: string) {
  const log = openLog({ level: env.LOG_LEVEL, process })
  const redis = openRedis(env.REDIS_URL, log)
  const { db, close } = openDatabase(env.DATABASE_URL, {
    poolSize: env.DATABASE_POOL,
    name: `comptoir-${process}`,
  })
  const replica = openReplica({
    primary: db,
    url: env.DATABASE_REPLICA_URL,
    poolSize: env.DATABASE_POOL,
    name: `comptoir-${process}`,
    log,
  })
  await waitForRedis(redis, 2_000)
  const cache = openCache(redis)
  const changes = listenForChanges({ url: env.DATABASE_URL, log, tagsTold, all: changeTag.all })
  changes.tell(cache)

  const limits = openRateLimits(redis)

  const shop = {
    env,
    log,
    db,
    /** For what may be a second old: which products are listed, which vehicles there are. Never for what is decided or kept. */
    get reads() {
      return replica.current()
    },
    redis,
    cache,
    changes,
    limits,
    storage: openStorage(env.DATA_DIRECTORY),
    mailer: openMailer({
      smtpUrl: env.SMTP_URL,
      from: env.MAIL_FROM,
      keepIn: mailFolder(env.DATA_DIRECTORY),
    }),
    gateways: openGateways(env, { db, log }),
    productSearch: openProductSearch({
      db,
      log,
      limits,
      meilisearch: env.MEILISEARCH_URL
        ? { url: env.MEILISEARCH_URL, key: env.MEILISEARCH_KEY ?? '' }
        : undefined,
    }),
  }

  return {
    shop,
    async close() {
      await shop.productSearch.close()
      await changes.close()
      redis?.disconnect()
      await replica.close()
      await close()
    },
  }
}
