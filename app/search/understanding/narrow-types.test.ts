import { expect, test } from 'vitest'
import { narrowTypes } from './narrow-types'
import { NO_WISHES, type VehicleWishes } from './vehicle-wishes'

const diesel = { fuel: 'diesel', body: 'hatchback', fromMonth: 200001, untilMonth: 200912 }
const TYPES = [
  { ...diesel, name: '1.4 HDi 70', engineCode: 'DV4TD', powerKw: 50, displacementCc: 1398 },
  { ...diesel, name: '1.6 HDi 90', engineCode: 'DV6ATED4', powerKw: 66, displacementCc: 1560 },
  {
    ...diesel,
    name: '1.6 BlueHDi 100',
    engineCode: 'DV6FD',
    powerKw: 73,
    displacementCc: 1560,
    fromMonth: 201401,
    untilMonth: null,
  },
  { ...diesel, name: '1.4', engineCode: 'TU3', powerKw: 55, displacementCc: 1360, fuel: 'petrol' },
]

function meant(wishes: Partial<VehicleWishes>) {
  const { types, unmet } = narrowTypes(TYPES, { ...NO_WISHES, ...wishes })
  return [types.map(({ name }) => name), unmet]
}

test('types are meant by engine, fuel, power, code and year', () => {
  expect(meant({ litres: [1.4] })).toEqual([['1.4 HDi 70', '1.4'], []])
  expect(meant({ litres: [1.4], words: ['hdi'] })).toEqual([['1.4 HDi 70'], []])
  expect(meant({ fuels: ['petrol'] })).toEqual([['1.4'], []])
  expect(meant({ horsepower: [92] })).toEqual([['1.6 HDi 90'], []])
  expect(meant({ kilowatts: [55] })).toEqual([['1.4'], []])
  expect(meant({ codes: ['dv6'] })).toEqual([['1.6 HDi 90', '1.6 BlueHDi 100'], []])
  expect(meant({ years: [2016] })).toEqual([['1.6 BlueHDi 100'], []])
})

test('what nobody has narrows nothing and is told', () => {
  expect(meant({ litres: [1.4], words: ['tdi'] })).toEqual([['1.4 HDi 70', '1.4'], ['tdi']])
})
