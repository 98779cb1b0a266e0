import type { Facts } from '../families/family-plan'
import type { Words } from '../words/grammar'

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
  /** Files in `pictures/`. */
  pictures: string[]
  variants: DemoVariant[]
}

const DAY = 24 * 60 * 60 * 1000

export const daysBefore = (day: Date, days: number) => new Date(day.getTime() - days * DAY)
