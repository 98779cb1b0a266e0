import { expect, test } from 'vitest'
import { EMPTY_GARAGE, GARAGE_PLACES, withChoice, withDetails, withoutVehicle, withVehicle } from './garage'

const garageOf = (...typeIds: number[]) => typeIds.reduce(withVehicle, EMPTY_GARAGE)

test('the vehicle that was added last stands in front and is chosen', () => {
  expect(garageOf(7, 9)).toEqual({ chosenId: 9, vehicles: [{ typeId: 9 }, { typeId: 7 }] })
})

test('adding a vehicle again keeps it once, with what is known of it', () => {
  const garage = withDetails(garageOf(7, 9), { typeId: 7, airConditioning: true })

  expect(withVehicle(garage, 7)).toEqual({
    chosenId: 7,
    vehicles: [{ typeId: 7, airConditioning: true }, { typeId: 9 }],
  })
})

test('the oldest leaves a full garage', () => {
  const full = garageOf(...Array.from({ length: GARAGE_PLACES }, (_, index) => index + 1))

  const { vehicles } = withVehicle(full, 100)

  expect(vehicles).toHaveLength(GARAGE_PLACES)
  expect(vehicles.map(({ typeId }) => typeId)).not.toContain(1)
})

test('forgetting the chosen vehicle leaves none chosen; forgetting another changes no choice', () => {
  expect(withoutVehicle(garageOf(7, 9), 9)).toEqual({ chosenId: null, vehicles: [{ typeId: 7 }] })
  expect(withoutVehicle(garageOf(7, 9), 7)).toEqual({ chosenId: 9, vehicles: [{ typeId: 9 }] })
})

test('one can look at everything again without emptying the garage', () => {
  expect(withChoice(garageOf(7), null)).toEqual({ chosenId: null, vehicles: [{ typeId: 7 }] })
})
