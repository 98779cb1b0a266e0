export const FUELS = [
  'petrol',
  'diesel',
  'hybrid',
  'plug-in-hybrid',
  'electric',
  'ethanol',
  'lpg',
  'natural-gas',
] as const

export const BODIES = [
  'hatchback',
  'saloon',
  'estate',
  'suv',
  'mpv',
  'coupe',
  'convertible',
  'van',
  'pickup',
] as const

/** Where a part goes on the vehicle. */
export const AXLES = ['front', 'rear'] as const
export const SIDES = ['left', 'right'] as const

export type Fuel = (typeof FUELS)[number]
export type Body = (typeof BODIES)[number]
