import { expect, test } from 'vitest'
import { matchesType, matchModels, wordModel } from './match-models'

const model = (make: string, name: string) => wordModel({ name, make: { name: make } })
const MODELS = [
  model('Renault', 'Clio V'),
  model('Renault', 'Clio IV'),
  model('Renault', 'Clio III'),
  model('Peugeot', '308 I'),
  model('Citroën', 'C3 II'),
  model('Volkswagen', 'Golf V'),
  model('Tesla', 'X'),
]
const meant = (query: string) =>
  matchModels(query, MODELS).map(({ model: { name }, rest }) => [name, rest.join(' ')])

test('a model is meant by its name, with or without its make, and by its generation in either numerals', () => {
  expect(meant('clio 3')).toEqual([['Clio III', '']])
  expect(meant('RENAULT Clio III')[0]).toEqual(['Clio III', ''])
  expect(meant('citroen c3')).toEqual([['C3 II', '']])
  expect(meant('golf 5')[0]).toEqual(['Golf V', ''])
})

test('it is meant while it is typed, but not by its make or one letter alone', () => {
  expect(meant('cli').map(([name]) => name)).toEqual(['Clio V', 'Clio IV', 'Clio III'])
  expect(meant('renault')).toEqual([])
  expect(meant('v')).toEqual([])
  expect(meant('')).toEqual([])
})

test('the other words are those of its type', () => {
  expect(meant('clio 3 1.5 dci')).toEqual([['Clio III', '1 5 dci']])
  expect(meant('dci golf')).toEqual([['Golf V', 'dci']])
  const dci = { name: '1.5 dCi 86', engineCode: 'K9K 770' }
  expect(matchesType(['1', '5', 'dci'], dci)).toBe(true)
  expect(matchesType(['k9k'], dci)).toBe(true)
  expect(matchesType(['1', '6', 'dci'], dci)).toBe(false)
  expect(matchesType(['disque'], dci)).toBe(false)
})
