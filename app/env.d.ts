import '@remix-run/node'
import type { RequestContext, Shop } from './shop.server'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
  interface AppLoadContext extends Shop, RequestContext {}
}
