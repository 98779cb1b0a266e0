import { expect, test } from 'vitest'
import { readGtin, tradeNumbers } from './trade-numbers'

const of = (maker: string, value: string, kind = 'manufacturer') => ({ kind, maker, value })

test.each([
  ['4006381333931', '4006381333931'],
  ['4 006381 333931', '4006381333931'],
  ['96385074', '96385074'],
  ['036000291452', '036000291452'],
  ['10012345678902', '10012345678902'],
  ['4006381333932', null],
  ['400638133393', null],
  ['0000000000000', null],
  ['4,00638E+12', null],
  ['7701208265', null],
  ['', null],
])('the barcode %s says %s', (typed, gtin) => {
  expect(readGtin(typed)).toBe(gtin)
})

test('a barcode is told as what it is, never as the maker’s number', () => {
  expect(tradeNumbers([of('EAN', '4006381333931')], 'Marque Chasse')).toEqual({ gtin13: '4006381333931' })
  expect(tradeNumbers([of('UPC', '036000291452')], 'Marque Chasse')).toEqual({ gtin12: '036000291452' })
  expect(tradeNumbers([of('EAN', '4006381333932')], 'Marque Chasse'), 'its check digit is wrong').toEqual({})
})

test('the maker’s number is that of the product’s own brand, however it is written', () => {
  const references = [of('Renault', '7701208265', 'oem'), of('Bosch', 'B-1'), of('CITROEN', '1109.CK')]

  expect(tradeNumbers(references, 'Citroën')).toEqual({ mpn: '1109.CK' })
  expect(tradeNumbers(references, 'Brembo'), 'another brand’s number is not its own').toEqual({})
})

test('barcodes of several variants are none of the product, the same one twice is', () => {
  expect(tradeNumbers([of('EAN', '4006381333931'), of('EAN', '96385074')], 'X')).toEqual({})
  expect(tradeNumbers([of('EAN', '4006381333931'), of('GTIN', '4006381333931')], 'X')).toEqual({
    gtin13: '4006381333931',
  })
})
