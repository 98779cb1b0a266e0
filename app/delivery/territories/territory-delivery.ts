import type { Place } from '~/places/place-of'

/**
 * Places that parcels reach like the country named, at its prices, unless the shop puts them in a zone of their own. All
 * other territories are served only if some zone names them: their parcels need papers for customs or taxes, cost more, or
 * are not carried at all.
 */
const TRAVELS_LIKE: Record<Place, string> = {
  MC: 'FR',
  'PT-20': 'PT',
  'PT-30': 'PT',
  'AT-JM': 'AT',
  'GB-NIR': 'GB',
  IM: 'GB',
  LI: 'CH',
}

export const SERVED_LIKE_OTHERS: readonly Place[] = Object.keys(TRAVELS_LIKE)

/** By what a place may be named in the zones, its own name first. */
export function namesInZones(place: Place): [own: Place, like: Place] {
  return [place, TRAVELS_LIKE[place] ?? place]
}
