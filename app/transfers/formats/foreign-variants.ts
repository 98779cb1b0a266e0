import type { NoteOf } from '../problems'
import type { Facts } from '../products/facts'
import { addProblem, type ProductRow } from '../products/product-rows.server'
import { readText } from '../run/cells.server'
import { codeOf, type ForeignProduct } from './foreign-format'
import { readCents, readCount, readNumber } from './read-values'
import { isUnitKnown, readGrams } from './weight'

/** Weight, stock and price of a row. What a column does not say, or not clearly, is left as it stands or refused. */
export function takeVariant(row: ProductRow, given: ForeignProduct, note: NoteOf): void {
  if (!row.variant) return
  takeWeight(row, given, row.variant, note)
  takeStock(row, given, row.variant, note)
  takePrice(row, given, row.variant, note)
}

function takeWeight(row: ProductRow, { weight }: ForeignProduct, facts: Facts, note: NoteOf): void {
  const figure = codeOf(weight?.figure ?? '')
  if (!weight || !figure) return
  if (!isUnitKnown(weight.unit)) note('weight-without-unit', 'weight', [figure, weight.unit].join(' ').trim())
  const grams = readGrams({ figure, unit: weight.unit })
  if ('reason' in grams) addProblem(row, 'weight', grams.reason, figure)
  else if (grams.value !== null) facts.weight_g = grams.value
}

/** Shops that sell on order count below nothing. */
function takeStock(row: ProductRow, given: ForeignProduct, facts: Facts, note: NoteOf): void {
  const figure = codeOf(given.stock)
  if (!figure) return
  const stock = readCount(figure)
  if ('value' in stock) facts.stock = stock.value
  else if (stock.reason === 'negative') {
    facts.stock = 0
    note('negative-stock', 'stock', figure)
  } else addProblem(row, 'stock', stock.reason, figure)
}

function takePrice(row: ProductRow, given: ForeignProduct, facts: Facts, note: NoteOf): void {
  const [figure, before] = [codeOf(given.price), codeOf(given.compareAt)]
  if (!figure) {
    if (before && !isZero(before)) note('compare-without-price', 'compare at', before)
    return
  }
  if (given.currency && given.currency !== 'EUR') {
    addProblem(row, 'currency', 'other-currency', given.currency)
    return
  }
  if (isZero(figure)) {
    note('free-goods', 'price', figure)
    return
  }
  const price = readCents(figure)
  if ('reason' in price) {
    addProblem(row, 'price', price.reason, figure)
    return
  }
  if (given.compareAt === null) {
    facts.price = price.value
    return
  }
  const compared = before && !isZero(before) ? readCents(before) : price
  if ('reason' in compared) {
    addProblem(row, 'compare at', compared.reason, before)
    return
  }
  const isSale = compared.value > price.value
  facts.price = isSale ? compared.value : price.value
  facts.sale_price = isSale ? price.value : null
  takePeriod(row, isSale ? given : {}, facts)
}

/** A sale without its days begins now and lasts: where they are named they are kept, though it is over or yet to begin. */
function takePeriod(
  row: ProductRow,
  { saleFrom, saleUntil }: Pick<ForeignProduct, 'saleFrom' | 'saleUntil'>,
  facts: Facts,
): void {
  for (const [column, kind, said] of [
    ['sale_from', 'from', saleFrom],
    ['sale_until', 'until', saleUntil],
  ] as const) {
    const read = readText(kind, said ?? '')
    if ('reason' in read) addProblem(row, column, read.reason, said ?? '')
    else if (read.value !== null || facts.sale_price === null) facts[column] = read.value
  }
}

function isZero(figure: string): boolean {
  const read = readNumber(figure)
  return 'value' in read && read.value === 0
}
