import '@remix-run/node'
import type { Shop } from './shop.server'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
  interface AppLoadContext extends Shop {
    cspNonce: string
    requestId: string
    /** The caller's address as the configured proxy hop reports it. */
    clientAddress: string
  }
}
