import { describe, expect, test } from 'vitest'
import { countryOf, isPostcodeThere, type Place, partOfCountry, placeOf } from './place-of'
import { PARTS_OF_COUNTRIES, TERRITORIES } from './territories'

/** Country and postcode (and town) as typed; the place; the country that then stands on the address. */
const ADDRESSES: readonly [typed: string, place: Place, country: string][] = [
  ['FR 69003 Lyon', 'FR', 'FR'],
  ['FR 20000 Ajaccio', 'FR', 'FR'],
  ['FR 97110 Pointe-à-Pitre', 'GP', 'GP'],
  ['GP 97110 Pointe-à-Pitre', 'GP', 'GP'],
  ['FR 97133 Gustavia', 'BL', 'BL'],
  ['GP 97133 Gustavia', 'BL', 'BL'],
  ['BL 97133 Gustavia', 'BL', 'BL'],
  ['BL 97700 Gustavia', 'BL', 'BL'],
  ['FR 97700 Gustavia', 'BL', 'BL'],
  ['FR 97098 Saint-Barthélemy Cedex', 'BL', 'BL'],
  ['FR 97150 Marigot', 'MF', 'MF'],
  ['MF 97800 Marigot', 'MF', 'MF'],
  ['FR 97057 Saint-Martin Cedex', 'MF', 'MF'],
  ['FR 97200 Fort-de-France', 'MQ', 'MQ'],
  ['FR 97300 Cayenne', 'GF', 'GF'],
  ['FR 97400 Saint-Denis', 'RE', 'RE'],
  ['FR 97500 Saint-Pierre', 'PM', 'PM'],
  ['FR 97600 Mamoudzou', 'YT', 'YT'],
  ['FR 98000 Monaco', 'MC', 'MC'],
  ['MC 98000 Monaco', 'MC', 'MC'],
  ['FR 98413 Port-aux-Français', 'TF', 'TF'],
  ['FR 98600 Mata-Utu', 'WF', 'WF'],
  ['FR 98714 Papeete', 'PF', 'PF'],
  ['FR 98800 Nouméa', 'NC', 'NC'],
  ['FR AD500 Andorra la Vella', 'AD', 'AD'],
  ['ES 28001 Madrid', 'ES', 'ES'],
  ['ES 07001 Palma', 'ES', 'ES'],
  ['ES 35001 Las Palmas', 'ES-CN', 'ES'],
  ['ES 38001 Santa Cruz', 'ES-CN', 'ES'],
  ['ES 51001 Ceuta', 'ES-CE', 'ES'],
  ['ES 52001 Melilla', 'ES-ML', 'ES'],
  ['PT 1000-205 Lisboa', 'PT', 'PT'],
  ['PT 9000-001 Funchal', 'PT-30', 'PT'],
  ['PT 9400-150 Porto-Santo', 'PT-30', 'PT'],
  ['PT 9500-321 Ponta-Delgada', 'PT-20', 'PT'],
  ['IT 00184 Roma', 'IT', 'IT'],
  ['IT 23041 Livigno', 'IT-LIVIGNO', 'IT'],
  ['IT 23030 LIVIGNO', 'IT-LIVIGNO', 'IT'],
  ['IT 23030 Valdidentro', 'IT', 'IT'],
  ['IT 22061 Campione', 'IT-CAMPIONE', 'IT'],
  ['IT 22060 Cabiate', 'IT', 'IT'],
  ['CH 6911 Campione', 'IT-CAMPIONE', 'CH'],
  ['IT 47890 San-Marino', 'SM', 'SM'],
  ['IT 00120 Vaticano', 'VA', 'VA'],
  ['DE 10115 Berlin', 'DE', 'DE'],
  ['DE 27498 Helgoland', 'DE-HELGOLAND', 'DE'],
  ['DE 78266 Büsingen', 'DE-BUESINGEN', 'DE'],
  ['CH 8238 Büsingen', 'DE-BUESINGEN', 'CH'],
  ['AT 6691 Jungholz', 'AT-JM', 'AT'],
  ['AT 6993 Mittelberg', 'AT-JM', 'AT'],
  ['DE 87491 Jungholz', 'AT-JM', 'DE'],
  ['AT 1010 Wien', 'AT', 'AT'],
  ['CH 1201 Genève', 'CH', 'CH'],
  ['CH 9490 Vaduz', 'LI', 'LI'],
  ['FI 00100 Helsinki', 'FI', 'FI'],
  ['FI 22100 Mariehamn', 'AX', 'AX'],
  ['AX AX-22100 Mariehamn', 'AX', 'AX'],
  ['DK 1050 København', 'DK', 'DK'],
  ['DK 100 Tórshavn', 'FO', 'FO'],
  ['FO FO-100 Tórshavn', 'FO', 'FO'],
  ['DK 3900 Nuuk', 'GL', 'GL'],
  ['NO 9170 Longyearbyen', 'SJ', 'SJ'],
  ['NO 0150 Oslo', 'NO', 'NO'],
  ['GR 630_86 Karyes', 'GR-69', 'GR'],
  ['GR 10431 Athína', 'GR', 'GR'],
  ['GB SW1A_1AA London', 'GB', 'GB'],
  ['GB BT1_1AA Belfast', 'GB-NIR', 'GB'],
  ['GB bt48_6hq Derry', 'GB-NIR', 'GB'],
  ['GB B1_1TT Birmingham', 'GB', 'GB'],
  ['GB IM1_1AA Douglas', 'IM', 'IM'],
  ['GB JE2_3AB Saint-Helier', 'JE', 'JE'],
  ['GB GY1_1AA Saint-Peter-Port', 'GG', 'GG'],
  ['GB GX11_1AA Gibraltar', 'GI', 'GI'],
]

test.each(ADDRESSES)('%s lies in %s, and its country is %s', (typed, place, country) => {
  const [from = '', postcode = '', city = ''] = typed.split(' ')
  const address = { country: from, postcode: postcode.replace('_', ' '), city }

  expect(placeOf(address)).toBe(place)
  expect(countryOf(address)).toBe(country)
  expect(placeOf({ ...address, country }), 'and stays there under that country').toBe(place)
})

test('every territory of the table is found by some address above', () => {
  const found = new Set(ADDRESSES.map(([, place]) => place))

  expect(TERRITORIES.filter(({ code }) => !found.has(code))).toEqual([])
})

describe('a postcode', () => {
  test.each([
    ['BL', '97110'],
    ['GP', '69003'],
    ['AX', '00100'],
    ['JE', 'SW1A 1AA'],
  ])('of another place is refused for %s: %s', (country, postcode) => {
    expect(isPostcodeThere({ country, postcode })).toBe(false)
  })
  test('of the rest of a country is not judged here', () => {
    expect(isPostcodeThere({ country: 'FR', postcode: '69003' })).toBeUndefined()
  })
})

test('before an address is known, a country is its own place', () => {
  expect([placeOf({ country: 'FR' }), placeOf({ country: 'GP' }), placeOf({ country: 'ES' })]).toEqual([
    'FR',
    'GP',
    'ES',
  ])
})

test('a territory that is no country has a name of its own', () => {
  const nameless = TERRITORIES.filter(({ code }) => code.includes('-') && !partOfCountry(code))

  expect(nameless).toEqual([])
  expect(PARTS_OF_COUNTRIES.filter((part) => !TERRITORIES.some(({ code }) => code === part))).toEqual([])
})
