import { type ChangeTag, listenForChanges } from '../../app/platform/changes.server'
import type { Shop } from '../../app/shop.server'
import type { KeptPages } from './kept-pages'

/** Longer than a query takes: one that began before a change may put its answer into the data cache after the drop. */
const AFTERTHOUGHT_MS = 2_000

/** Drops what shows or holds something that changed, as soon as the database says so. */
export function followChanges({ env, log, cache }: Pick<Shop, 'env' | 'log' | 'cache'>, pages: KeptPages) {
  function forget(tags: ChangeTag[]) {
    if (tags.length === 0) return
    cache
      .deleteByTag({ tags })
      .catch((fault: Error) => log.warn({ fault: fault.message }, 'the data cache was not told of a change'))
  }

  function forgetNowAndLater(tags: ChangeTag[]) {
    forget(tags)
    setTimeout(forget, AFTERTHOUGHT_MS, tags).unref()
  }

  return listenForChanges({
    url: env.DATABASE_URL,
    log,
    onChange(tags) {
      if (tags.includes('all')) pages.dropAll()
      else pages.drop(tags.map((tag) => tag.replace(/^offer:/, 'product:')))
      // Prices and stock are never in the data cache.
      forgetNowAndLater(tags.filter((tag) => !tag.startsWith('offer:')))
    },
    onConnected() {
      pages.dropAll()
      pages.hears(true)
      forgetNowAndLater(['all'])
    },
    onLost: () => pages.hears(false),
  })
}
