import type { Offer, Product, WithContext } from 'schema-dts'
import type { TradeNumbers } from '~/shelf/trade-numbers'
import { StructuredData, useShopAddress } from './structured-data'

type ProductFacts = {
  path: string
  name: string
  description: string
  brandName: string
  /** By what the rest of the world knows it: `gtin13`, `mpn`. */
  numbers: TradeNumbers
  /** Paths of pictures. */
  images: readonly string[]
  offers: readonly { sku: string; unitCents: number; available: number; path: string }[]
}

/** A product and its offers in the words of schema.org. */
export function ProductData({ product }: { product: ProductFacts }) {
  const { origin, addressOf } = useShopAddress()
  const facts: WithContext<Product> = {
    '@context': 'https://schema.org',
    '@type': 'Product',
    '@id': addressOf(product.path),
    name: product.name,
    description: product.description,
    image: product.images.map((image) => origin + image),
    brand: { '@type': 'Brand', name: product.brandName },
    sku: product.offers[0]?.sku,
    ...product.numbers,
    offers: product.offers.map(
      (offer): Offer => ({
        '@type': 'Offer',
        sku: offer.sku,
        url: addressOf(offer.path),
        price: (offer.unitCents / 100).toFixed(2),
        priceCurrency: 'EUR',
        availability: offer.available > 0 ? 'https://schema.org/InStock' : 'https://schema.org/OutOfStock',
        itemCondition: 'https://schema.org/NewCondition',
        seller: { '@id': `${origin}/#shop` },
      }),
    ),
  }
  return <StructuredData facts={facts} />
}
