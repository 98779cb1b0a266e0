import { readdir } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { type DemoShop, generateShop } from '../demo/generate-shop'
import { readPicture } from '../demo/pictures/picture-files'
import { attributePlan } from '../demo/products/attributes'

const shop = generateShop()
const ranges = shop.families.flatMap((family) => family.ranges)
const variants = shop.products.flatMap((product) => product.variants)
const pictures = [...new Set(shop.products.flatMap((product) => product.pictures))]

const distinct = (values: readonly string[]) => new Set(values).size

test('the demonstration shop has 19 families, about 150 ranges and 3,000 products', () => {
  expect(shop.families).toHaveLength(19)
  expect(ranges.length).toBeGreaterThanOrEqual(145)
  expect(shop.products).toHaveLength(3000)
  expect(shop.brands.length).toBeGreaterThanOrEqual(60)
  expect(generateShop({ products: 700 }).products).toHaveLength(700)
})

test('the same seed gives the same shop to the letter, another seed another shop', () => {
  const summary = ({ products }: DemoShop) => JSON.stringify(products)

  expect(summary(generateShop({ products: 300 }))).toBe(summary(generateShop({ products: 300 })))
  expect(summary(generateShop({ products: 300, seed: 'other' }))).not.toBe(
    summary(generateShop({ products: 300 })),
  )
})

test('a product keeps its words when the shop grows', () => {
  const small = generateShop({ products: 1000 })
  const known = new Map(shop.products.map((product) => [product.variants[0]?.sku, product]))

  const first = small.products[0]
  expect(known.get(first?.variants[0]?.sku)?.description).toEqual(first?.description)
})

test('slugs and SKUs are given once', () => {
  expect(distinct(shop.products.map((product) => product.slug))).toBe(shop.products.length)
  expect(distinct(variants.map((variant) => variant.sku))).toBe(variants.length)
  for (const { slug } of shop.products) expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
})

test('every product has a name and a description of its own in both languages', () => {
  for (const language of ['fr', 'en'] as const) {
    expect(distinct(shop.products.map(({ name }) => name[language]))).toBe(shop.products.length)
    expect(distinct(shop.products.map(({ description }) => description[language]))).toBe(shop.products.length)
  }
  for (const { name, description } of shop.products) {
    expect(name.fr).not.toBe(name.en)
    expect(description.fr.length).toBeGreaterThan(60)
    expect(description.en.length).toBeGreaterThan(60)
  }
})

test('no text is left with an empty gap, a doubled space or a missing word', () => {
  const texts = [
    ...shop.products.flatMap(({ name, description }) => [name, description]),
    ...shop.families.flatMap(({ name, description }) => [name, description]),
    ...ranges.flatMap(({ name, description }) => [name, description]),
  ].flatMap(({ fr, en }) => [fr, en])

  for (const text of texts) expect(text).not.toMatch(/^$|[{}]|undefined|null|NaN| {2}|« »|“”|\( *\)/)
})

test('descriptions of one range are not one sentence with the names changed', () => {
  const openings = shop.products
    .filter(({ range }) => range === 'disques-de-frein')
    .map(({ description, references }) =>
      (description.fr.split(/[.;:]/)[0] ?? '')
        .replaceAll(references[0]?.maker ?? '', '')
        .replaceAll(references[0]?.value ?? '', ''),
    )

  expect(distinct(openings)).toBeGreaterThan(8)
})

test('every range has something to sell', () => {
  const sold = new Set(shop.products.map((product) => product.range))
  for (const { slug } of ranges) expect(sold).toContain(slug)
})

test('every fact is a defined attribute, and every choice has its words', () => {
  const facts = [
    ...shop.products.map((product) => product.attributes),
    ...variants.map(({ options }) => options),
  ]

  for (const [key, value] of facts.flatMap(Object.entries)) {
    const { kind, options, label } = attributePlan(key)
    expect(label.fr && label.en).toBeTruthy()
    if (kind === 'choice') expect(options[String(value)], `${key} = ${value}`).toBeDefined()
    if (kind === 'number') expect(value).toBeTypeOf('number')
  }
})

test('prices are cents, sales are lower, and stock has gaps and last pieces', () => {
  for (const { priceCents, saleCents } of variants) {
    expect(Number.isInteger(priceCents) && priceCents > 0).toBe(true)
    if (saleCents !== null) expect(saleCents).toBeLessThan(priceCents)
  }
  expect(variants.some(({ onHand }) => onHand === 0)).toBe(true)
  expect(variants.some(({ onHand }) => onHand === 1)).toBe(true)
  expect(shop.products.some((product) => product.variants.length > 3)).toBe(true)
})

test('car makers’ and makers’ own numbers that shoppers type are in the shop', () => {
  const values = shop.products.flatMap(({ references }) => references.map(({ value }) => value))
  expect(values).toEqual(expect.arrayContaining(['BKR6E-11', '03L 115 562', '1109.CK', '7701208265']))
})

test('more than forty things are pictured, each differently from one look to the next', async () => {
  expect(distinct(pictures.map((name) => name.split('/')[0] ?? ''))).toBeGreaterThan(40)
  expect(pictures.length).toBeGreaterThan(300)

  const files = await Promise.all(pictures.map(readPicture))
  expect(distinct(files.map((bytes) => bytes.toString('base64')))).toBe(pictures.length)
})

test('every folder of pictures shows something that is sold', async () => {
  const folders = (await readdir('demo/pictures', { withFileTypes: true })).filter((entry) =>
    entry.isDirectory(),
  )

  const shown = new Set(pictures.map((name) => name.split('/')[0]))
  for (const { name } of folders) expect(shown).toContain(name)
})
