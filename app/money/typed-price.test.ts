import { expect, test } from 'vitest'
import { readTypedPrice } from './typed-price'

test.for([
  ['20', 2000],
  ['49,90', 4990],
  ['49.9', 4990],
  ['€20', 2000],
  ['€ 20', 2000],
  ['20 €', 2000],
  ['20\u00a0€', 2000],
  ['20EUR', 2000],
  ['EUR 20', 2000],
  ['20 euros', 2000],
  ['12€50', 1250],
  ['20,-', 2000],
  ['1 000', 100_000],
  ['1\u202f000', 100_000],
  ['1.000,50', 100_050],
  ['1,000.50', 100_050],
  ["1'000.50", 100_050],
  ['１０００', 100_000],
  ['12.9000', 1290],
  ['−5', -500],
] as const)('%s is %i cents', ([typed, cents]) => {
  expect(readTypedPrice(typed)).toEqual({ cents })
})

test.for([
  ['1.000', 'two-meanings'],
  ['1,500 €', 'two-meanings'],
  ['12.345678', 'not-a-price'],
  ['20 to 30', 'not-a-price'],
  ['$20', 'not-a-price'],
  ['', 'not-a-price'],
  ['1E+5', 'scientific-notation'],
] as const)('%s is not guessed: %s', ([typed, reason]) => {
  expect(readTypedPrice(typed)).toEqual({ reason })
})
