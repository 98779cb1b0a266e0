import type { Facts, Words } from './catalogue-words'

export type DemoVariant = {
  sku: string
  options: Facts
  weightGrams: number
  priceCents: number
  saleCents: number | null
  onHand: number
}

export type DemoProduct = {
  range: string
  brand: string
  slug: string
  name: Words
  description: Words
  attributes: Facts
  tags: string[]
  vatClass: 'standard' | 'reduced'
  /** How long before the shop's opening it came in. */
  daysAgo: number
  references: { kind: 'manufacturer' | 'oem'; maker: string; value: string }[]
  /** Pictures by name: `motif/kind/look`. */
  pictures: string[]
  variants: DemoVariant[]
}
