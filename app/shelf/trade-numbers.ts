type Reference = { kind: string; maker: string; value: string }

/** Under the names that schema.org has for them: a number of the trade (GS1) by its length, and the maker's. */
export type TradeNumbers = Partial<Record<'gtin8' | 'gtin12' | 'gtin13' | 'gtin14' | 'mpn', string>>

/** Whether what is given as the maker of a number is the kind of a barcode. */
export function isBarcode({ maker }: { maker: string }): boolean {
  return /^(ean|gtin|upc|jan|isbn)$/i.test(maker)
}

/**
 * By what numbers the rest of the world knows a product: the one on its barcode, and that of its brand. Several barcodes are
 * those of its variants, and none of them is the product's.
 */
export function tradeNumbers(references: readonly Reference[], brandName: string): TradeNumbers {
  const ofMakers = references.filter(({ kind }) => kind === 'manufacturer')
  const barcodes = ofMakers.filter(isBarcode).map(({ value }) => readGtin(value))
  const [gtin, ...others] = new Set(barcodes.filter((barcode) => barcode !== null))
  const own = ofMakers.find(({ maker }) => isSameName(maker, brandName))
  return {
    ...(gtin && others.length === 0 && { [`gtin${gtin.length}`]: gtin }),
    ...(own && { mpn: own.value }),
  }
}

/** The digits of a barcode whose length is one of the trade's and whose last digit checks the others, or null. */
export function readGtin(typed: string): string | null {
  const digits = typed.replace(/[\s-]/g, '')
  if (!/^(\d{8}|\d{12,14})$/.test(digits) || /^0+$/.test(digits)) return null
  const sum = [...digits]
    .toReversed()
    .reduce((total, digit, at) => total + Number(digit) * (at % 2 ? 3 : 1), 0)
  return sum % 10 === 0 ? digits : null
}

function isSameName(one: string, other: string): boolean {
  return one.localeCompare(other, 'fr', { sensitivity: 'base' }) === 0
}
