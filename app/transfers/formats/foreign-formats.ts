import type { ForeignFormat } from './foreign-format'
import { medusa } from './medusa-format'
import { plainHeading } from './own-columns'
import { shopify } from './shopify-format'
import { spree } from './spree-format'
import { woocommerce } from './woocommerce-format'

const FORMATS: readonly ForeignFormat[] = [shopify, medusa, spree, woocommerce]

/** The program that writes a table with these headings, or null. */
export function foreignFormat(headings: readonly string[]): ForeignFormat | null {
  const plain = new Set(headings.map(plainHeading))
  return FORMATS.find(({ isOf }) => isOf(plain)) ?? null
}
