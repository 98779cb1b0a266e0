import type { MarkedText } from './marked-text'

/** What is offered while somebody types. `to` is the French path of a page. */
export type Suggestions = {
  query: string
  products: { to: string; name: MarkedText; priceCents: number; thumbnail: string | null }[]
  pages: { kind: 'fitting' | 'vehicle' | 'range' | 'brand'; to: string; name: string }[]
  total: number
}
