import type { KnownFacts } from '../fit-of'

/** A vehicle the visitor remembered, with what they said of it. */
export type GarageVehicle = { typeId: number } & Pick<KnownFacts, 'built' | 'chassis' | 'airConditioning'>

/** The newest first. `chosenId` is the one the shop shows parts for, or null when it shows them all. */
export type Garage = { chosenId: number | null; vehicles: GarageVehicle[] }

export const EMPTY_GARAGE: Garage = { chosenId: null, vehicles: [] }

/** A cookie is small and a household has so many cars. */
export const GARAGE_PLACES = 8

/** Puts a vehicle in front and chooses it; the one that was added first leaves a full garage. */
export function withVehicle(garage: Garage, typeId: number): Garage {
  const known = garage.vehicles.find((vehicle) => vehicle.typeId === typeId)
  const others = garage.vehicles.filter((vehicle) => vehicle !== known)
  return { chosenId: typeId, vehicles: [known ?? { typeId }, ...others].slice(0, GARAGE_PLACES) }
}

export function withChoice(garage: Garage, chosenId: number | null): Garage {
  return { ...garage, chosenId }
}

export function withoutVehicle({ chosenId, vehicles }: Garage, typeId: number): Garage {
  return {
    chosenId: chosenId === typeId ? null : chosenId,
    vehicles: vehicles.filter((vehicle) => vehicle.typeId !== typeId),
  }
}

export function withDetails(garage: Garage, details: GarageVehicle): Garage {
  return {
    ...garage,
    vehicles: garage.vehicles.map((vehicle) => (vehicle.typeId === details.typeId ? details : vehicle)),
  }
}

export function holds(garage: Garage, typeId: number): boolean {
  return garage.vehicles.some((vehicle) => vehicle.typeId === typeId)
}

/** What was said of a vehicle; nothing of one that is not there. */
export function knownOf(garage: Garage, typeId: number): KnownFacts {
  const { typeId: _, ...known } = garage.vehicles.find((vehicle) => vehicle.typeId === typeId) ?? { typeId }
  return known
}
