import type { Place } from '~/places/place-of'

const MEMBER_STATES =
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ')

/** Places inside a country's VAT area: taxed as it is, where they have no rates of their own. */
const TAXED_LIKE: Record<Place, string> = {
  // Treated as France by article 7 of Directive 2006/112/EC.
  MC: 'FR',
  // The Union's territory no more than those of `OUTSIDE`, but French law sets the VAT of goods sent there (CGI art. 296).
  GP: 'FR',
  MQ: 'FR',
  RE: 'FR',
  // Rates of their own by articles 104 and 105.
  'AT-JM': 'AT',
  'PT-20': 'PT',
  'PT-30': 'PT',
  // Not a third country for goods (Windsor Framework); without the British rates, the shop's own are charged.
  'GB-NIR': 'FR',
  IM: 'GB',
  LI: 'CH',
}

/** Whose rates hold where a place has none of its own; null where goods leave the VAT area and none is charged. */
export function vatCountryOf(place: Place): string | null {
  return MEMBER_STATES.includes(place) ? place : (TAXED_LIKE[place] ?? null)
}
