/** What people call makes, as it is compared: lower case, without accents or spaces. */
export const MAKE_NICKNAMES: Record<string, readonly string[]> = {
  volkswagen: ['vw', 'volks', 'vag'],
  mercedesbenz: ['mercedes', 'merco', 'merc', 'benz', 'mb'],
  citroen: ['citron', 'citro'],
  bmw: ['bm', 'bmv', 'beemer', 'bimmer'],
  peugeot: ['peuj', 'pug'],
  alfaromeo: ['alfa'],
  landrover: ['land'],
  chevrolet: ['chevy'],
  mitsubishi: ['mitsu'],
  opel: ['vauxhall'],
  vauxhall: ['opel'],
}

/** Names of models that are said otherwise than makers write them. */
export const MODEL_NICKNAMES: Record<string, readonly string[]> = {
  newbeetle: ['coccinelle', 'beetle', 'cox'],
  500: ['cinquecento'],
  transporter: ['multivan', 'caravelle'],
  fortwo: ['smart'],
  cherokee: ['liberty'],
  rangeroversport: ['rrsport'],
  miniclubman: ['clubman'],
}

/** The generations of a model by what their chassis is called in the trade. */
export const CHASSIS_CODES: readonly { make: string; model: string; codes: Record<string, string> }[] = [
  volkswagen('golf', { '1h': '3', '1j': '4', '1k': '5', '5k': '6', '5g': '7', cd: '8' }),
  volkswagen('polo', { '6n': '3', '9n': '4', '6r': '5', '6c': '5', aw: '6' }),
  volkswagen('passat', { '3b': 'b5', '3bg': 'b5', '3c': 'b6', '36': 'b7', '3g': 'b8' }),
  volkswagen('touran', { '1t': '1', '5t': '2' }),
  volkswagen('tiguan', { '5n': '1', ad: '2' }),
  volkswagen('caddy', { '2k': '3' }),
  audi('a1', { '8x': '1', gb: '2' }),
  audi('a3', { '8l': '1', '8p': '2', '8pa': '2', '8v': '3', '8y': '4' }),
  audi('a4', { '8e': 'b6', '8ec': 'b7', '8h': 'b7', '8k': 'b8', '8w': 'b9' }),
  audi('a5', { '8t': '1', '8f': '1' }),
  audi('a6', { '4b': 'c5', '4f': 'c6', '4g': 'c7' }),
  audi('tt', { '8n': '1', '8j': '2', '8s': '3' }),
  audi('q3', { '8u': '1', f3: '2' }),
  audi('q5', { '8r': '1', fy: '2' }),
  { make: 'seat', model: 'ibiza', codes: { '6k': '2', '6l': '3', '6j': '4', '6f': '5', kj: '5' } },
  { make: 'seat', model: 'leon', codes: { '1m': '1', '1p': '2', '5f': '3', kl: '4' } },
  { make: 'skoda', model: 'octavia', codes: { '1u': '1', '1z': '2', '5e': '3', nx: '4' } },
  { make: 'skoda', model: 'fabia', codes: { '6y': '1', '5j': '2', nj: '3', pj: '4' } },
]

function volkswagen(model: string, codes: Record<string, string>) {
  return { make: 'volkswagen', model, codes }
}

function audi(model: string, codes: Record<string, string>) {
  return { make: 'audi', model, codes }
}

/** The shape of a body, where it stands in a model's name or is asked for. */
export const BODY_WORDS: Record<
  string,
  'estate' | 'convertible' | 'coupe' | 'saloon' | 'van' | 'mpv' | 'suv'
> = {
  ...same('estate', 'sw break estate variant touring clipper combi wagon sportwagon sportswagon'),
  ...same('convertible', 'cabriolet cabrio decapotable convertible roadster spider'),
  ...same('coupe', 'coupe'),
  ...same('saloon', 'berline saloon sedan limousine'),
  ...same('van', 'fourgon utilitaire fourgonnette'),
  ...same('mpv', 'monospace'),
}

/** What cars burn, by every name. */
export const FUEL_WORDS: Record<string, 'diesel' | 'petrol' | 'hybrid' | 'electric' | 'lpg' | 'ethanol'> = {
  ...same('diesel', 'diesel gasoil gazole mazout gasoil dci hdi bluehdi tdi sdi cdi tdci cdti jtd jtdm crdi'),
  ...same('petrol', 'essence petrol gasoline sp95 sp98 tce tsi tfsi fsi vti thp puretech ecoboost'),
  ...same('hybrid', 'hybride hybrid'),
  ...same('electric', 'electrique electric'),
  ...same('lpg', 'gpl lpg'),
  ...same('ethanol', 'ethanol e85 flexfuel flex'),
}

/** Words for fuels that also stand in the names of parts: « filtre à essence ». */
export const SPOKEN_FUELS = new Set(
  'diesel gasoil gazole mazout essence petrol gasoline hybride hybrid electrique electric ethanol'.split(' '),
)

/** What stands beside a vehicle's name and tells no part and no type. */
export const TRIM_WORDS = new Set(
  (
    'gti gtd gtdi gt gts rs vts xsi sline amg jcw cooper quadrifoglio trendline comfortline highline confort ' +
    'initiale dynamique privilege authentique titanium trend ghia ambiente annee modele model mk phase ph gen ' +
    'generation portes porte doors door places ans an depuis from voiture vehicule auto bva bvm boitemanuelle'
  ).split(' '),
)

function same<Meaning extends string>(meaning: Meaning, words: string): Record<string, Meaning> {
  return Object.fromEntries(words.split(' ').map((word) => [word, meaning]))
}
