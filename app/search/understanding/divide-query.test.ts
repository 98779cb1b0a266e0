import { describe, expect, test } from 'vitest'
import { divideQuery } from './divide-query'
import type { PartWords } from './named-in-query'
import { singular } from './query-words'
import { type KnownMake, type KnownModel, vehicleVocabulary } from './vehicle-vocabulary'

const MODELS: Record<string, string> = {
  Renault:
    'Clio II, Clio III, Clio III Estate, Clio IV, Mégane II, Mégane II Estate, Scénic II, Kangoo I, Zoe, Captur I',
  Peugeot: '206, 206 SW, 207, 307, 308 I, 308 I SW, 308 II, 2008 I, 2008 II, 3008 I, Partner II',
  Citroën: 'C3 I, C3 II, C3 Picasso, C4 Picasso I, Xsara Picasso, Berlingo II',
  DS: 'DS 3, DS 4',
  Volkswagen:
    'Golf IV, Golf IV Variant, Golf VI, Polo IV, Polo V, Passat B6, Tiguan I, Up!, Fox, ID.3, T-Roc',
  Audi: 'A3 I, A3 II, A3 III, A4 B8',
  BMW: 'Série 1 E87, Série 3 E46, Série 3 E90, Série 5 E39, X1 E84',
  'Mercedes-Benz': 'Classe A W169, Classe C W203, Classe C W204, Sprinter 906, Vito W639',
  Opel: 'Corsa C, Corsa D, Astra H',
  Ford: 'Ka I, Focus II, Fiesta VI',
  Fiat: 'Punto II, Grande Punto, 500, 500X',
  Abarth: '500 Abarth',
  'Alfa Romeo': '147, MiTo',
  Mazda: '3 BK, 6 GH, MX-5 NB',
  Mini: 'Mini R50, Mini R56',
  Rover: '25, 45',
  'Land Rover': 'Freelander II, Range Rover Evoque I',
  Toyota: 'RAV4 III, C-HR, Yaris II',
  Kia: "Cee'd I",
}

const makes: KnownMake[] = Object.keys(MODELS).map((name, at) => ({ id: at + 1, slug: name, name }))
const models: KnownModel[] = makes
  .flatMap((make) => (MODELS[make.name] ?? '').split(', ').map((name) => ({ make, name })))
  .map(({ make, name }, at) => ({
    id: at + 1,
    makeId: make.id,
    slug: name,
    name,
    fromMonth: 200001,
    untilMonth: 201012,
  }))
const typeWords = 'hdi bluehdi tdi dci cdi cdti tdci tce tsi tfsi thp 16v d puretech v6'.split(' ')
const vehicles = vehicleVocabulary({ makes, models, typeWords })

const PHRASES = [
  'filtre essence',
  'filtre gasoil',
  'pneu 4 saisons',
  '4 saisons',
  'essuie glace',
  'filtre air',
]
const WORDS = new Set(
  'plaquette frein disque filtre huile air phare avant ampoule batterie pneu rotule kit embrayage tapi balai cric mini fox'.split(
    ' ',
  ),
)
const parts: PartWords = {
  phraseAt: (words, from) => {
    const telling = (upTo: number) =>
      words
        .slice(from, upTo)
        .filter((word) => word !== 'a')
        .map(singular)
    for (let upTo = Math.min(words.length, from + 4); upTo > from + 1; upTo--)
      if (PHRASES.some((phrase) => phrase.split(' ').map(singular).join(' ') === telling(upTo).join(' ')))
        return upTo - from
    return 1
  },
  has: (word) => WORDS.has(singular(word)),
  knows: (word) => WORDS.has(singular(word)) || word === 'polob',
  begins: (word) => [...WORDS].some((one) => one.startsWith(word)),
  soundOf: (word) => word.replace(/(.)\1/g, '$1').replace(/k/g, 'c').replace(/e$/, ''),
}

function divided(query: string): string {
  const { vehicle, part } = divideQuery(query, { vehicles, parts })
  if (!vehicle) return part.join(' ')
  const wishes = Object.entries(vehicle.wishes).flatMap(([kind, said]) => said.map((one) => `${kind} ${one}`))
  const named = vehicle.isModelNamed ? vehicle.models.map(({ model }) => model.name) : ['any']
  return [part.join(' '), `${vehicle.make?.name ?? '?'}: ${named.join(', ')}`, ...wishes].join(' | ')
}

describe('the words of a query are divided into a part and a vehicle', () => {
  test.each([
    // A model, its generation in whatever way it is written.
    ['rotule c3', 'rotule | Citroën: C3 I, C3 II'],
    ['rotule c3 1.4 hdi', 'rotule | Citroën: C3 I, C3 II | litres 1.4 | words hdi'],
    ['rotule citroen c3 1,4 HDI', 'rotule | Citroën: C3 I, C3 II | litres 1.4 | words hdi'],
    ['phare golf 6', 'phare | Volkswagen: Golf VI'],
    ['phare golf VI', 'phare | Volkswagen: Golf VI'],
    ['phare golf6', 'phare | Volkswagen: Golf VI'],
    ['phare golfvi', 'phare | Volkswagen: Golf VI'],
    ['phare golf mk6', 'phare | Volkswagen: Golf VI'],
    ['phare golf', 'phare | Volkswagen: Golf IV, Golf IV Variant, Golf VI'],
    ['disque clio 3', 'disque | Renault: Clio III, Clio III Estate'],
    ['disque clio III estate', 'disque | Renault: Clio III Estate'],
    ['disque clio 2 phase 2', 'disque | Renault: Clio II'],
    ['disque mégane 2', 'disque | Renault: Mégane II, Mégane II Estate'],
    ['filtre corsa d', 'filtre | Opel: Corsa D'],
    ['filtre corsad', 'filtre | Opel: Corsa D'],
    ['phare 308 sw', 'phare | Peugeot: 308 I SW'],
    ['phare 308 2', 'phare | Peugeot: 308 II'],
    // What the trade calls a chassis.
    ['kit embrayage a3 8p', 'kit embrayage | Audi: A3 II'],
    ['phare golf 1j', 'phare | Volkswagen: Golf IV, Golf IV Variant'],
    ['phare e46', 'phare | BMW: Série 3 E46'],
    ['phare w204', 'phare | Mercedes-Benz: Classe C W204'],
    ['disque passat b6', 'disque | Volkswagen: Passat B6'],
    ['filtre sprinter 906', 'filtre | Mercedes-Benz: Sprinter 906'],
    // Makes by all their names.
    ['filtre vw polo', 'filtre | Volkswagen: Polo IV, Polo V'],
    ['filtre volkswagen', 'filtre | Volkswagen: any'],
    ['filtre merco', 'filtre | Mercedes-Benz: any'],
    ['filtre mercedes-benz classe a', 'filtre | Mercedes-Benz: Classe A W169'],
    ['disque alfa romeo 147', 'disque | Alfa Romeo: 147'],
    ['disque alfa 147', 'disque | Alfa Romeo: 147'],
    ['disque range rover evoque', 'disque | Land Rover: Range Rover Evoque I'],
    ['filtre peugeot206', 'filtre | Peugeot: 206, 206 SW'],
    // Classes, series, and the engine that is written into a name.
    ['batterie c-class', 'batterie | Mercedes-Benz: Classe C W203, Classe C W204'],
    ['batterie c class', 'batterie | Mercedes-Benz: Classe C W203, Classe C W204'],
    ['plaquette classe c 220', 'plaquette | Mercedes-Benz: Classe C W203, Classe C W204 | litres 2.2'],
    [
      'mercedes classe c 220d filtre a air',
      'filtre air | Mercedes-Benz: Classe C W203, Classe C W204 | litres 2.2 | fuels diesel',
    ],
    ['disque c220 cdi', 'disque | Mercedes-Benz: Classe C W203, Classe C W204 | litres 2.2 | words cdi'],
    ['disque bmw serie 3 e46', 'disque | BMW: Série 3 E46'],
    ['disque 3 series', 'disque | BMW: Série 3 E46, Série 3 E90'],
    ['disque bmw 320d', 'disque | BMW: Série 3 E46, Série 3 E90 | litres 2 | fuels diesel'],
    ['disque 118d', 'disque | BMW: Série 1 E87 | litres 1.8 | fuels diesel'],
    // Longer names before shorter ones.
    ['phare c3 picasso', 'phare | Citroën: C3 Picasso'],
    ['phare picasso', 'phare | Citroën: C3 Picasso, C4 Picasso I, Xsara Picasso'],
    ['phare grande punto', 'phare | Fiat: Grande Punto'],
    ['phare ds3', 'phare | DS: DS 3'],
    ['phare id3', 'phare | Volkswagen: ID.3'],
    ['phare t roc', 'phare | Volkswagen: T-Roc'],
    ['phare chr', 'phare | Toyota: C-HR'],
    ['phare ceed', "phare | Kia: Cee'd I"],
    ['phare mx5', 'phare | Mazda: MX-5 NB'],
    // Engines, powers, years.
    ['filtre peugeot 206 1l4 hdi', 'filtre | Peugeot: 206, 206 SW | litres 1.4 | words hdi'],
    ['filtre 1.5dci megane 2', 'filtre | Renault: Mégane II, Mégane II Estate | litres 1.5 | words dci'],
    ['filtre 14hdi c3', 'filtre | Citroën: C3 I, C3 II | litres 1.4 | words hdi'],
    ['filtre c3 1 4 hdi', 'filtre | Citroën: C3 I, C3 II | litres 1.4 | words hdi'],
    ['kit embrayage 307 hdi 110', 'kit embrayage | Peugeot: 307 | words hdi | horsepower 110'],
    ['filtre golf 4 tdi 90 cv', 'filtre | Volkswagen: Golf IV, Golf IV Variant | words tdi | horsepower 90'],
    ['filtre clio 3 63 kw', 'filtre | Renault: Clio III, Clio III Estate | kilowatts 63'],
    ['filtre k9k kangoo', 'filtre | Renault: Kangoo I | codes k9k'],
    ['filtre a huile fiesta diesel', 'filtre huile | Ford: Fiesta VI | fuels diesel'],
    ['filtre a essence clio 2', 'filtre essence | Renault: Clio II'],
    // Numbers that are a model, a year, or neither.
    ['filtre 2008', 'filtre | Peugeot: 2008 I, 2008 II'],
    ['filtre clio 4 2008', 'filtre | Renault: Clio IV | years 2008'],
    ['filtre peugeot 2008 2015', 'filtre | Peugeot: 2008 I, 2008 II | years 2015'],
    ['disque mazda 3', 'disque | Mazda: 3 BK'],
    ['disque mazda3', 'disque | Mazda: 3 BK'],
    ['disque fiat 500', 'disque | Fiat: 500'],
    ['disque abarth 500', 'disque | Abarth: 500 Abarth'],
    ['huile 5w30', 'huile 5w30'],
    ['ampoule h7', 'ampoule h7'],
    ['ampoule h7 polo', 'ampoule h7 | Volkswagen: Polo IV, Polo V'],
    ['pneu 205/55 r16', 'pneu 205 55 r16'],
    ['pneu 205 55 16 golf 6', 'pneu 205 55 16 | Volkswagen: Golf VI'],
    ['pneu 4 saisons', 'pneu 4 saisons'],
    ['pneu 4 saisons clio 4', 'pneu 4 saisons | Renault: Clio IV'],
    ['batterie 70ah 12v', 'batterie 70ah 12v'],
    ['disque 280 mm', 'disque 280 mm'],
    // Plain words that are models too.
    ['filtre ford ka', 'filtre | Ford: Ka I'],
    ['filtre up', 'filtre | Volkswagen: Up!'],
    ['cric mini', 'cric mini'],
    ['phare mini r56', 'phare | Mini: Mini R56'],
    ['essuie glace tiguan', 'essuie glace | Volkswagen: Tiguan I'],
    // Written by ear.
    ['disque meganne', 'disque | Renault: Mégane II, Mégane II Estate'],
    ['disque golff', 'disque | Volkswagen: Golf IV, Golf IV Variant, Golf VI'],
    ['disque peugot 207', 'disque | Peugeot: 207'],
    ['disque frein avant', 'disque frein avant'],
  ])('« %s »', (query, expected) => {
    expect(divided(query)).toBe(expected)
  })
})

test('while somebody types, the beginning of a model counts, unless it begins a part', () => {
  const modelsOf = (query: string) =>
    divideQuery(query, { vehicles, parts, mayGoOn: true }).vehicle?.models.map(({ model }) => model.name)

  expect(modelsOf('phare tig')).toEqual(['Tiguan I'])
  expect(modelsOf('phare fil')).toBeUndefined()
  expect(modelsOf('tig')).toBeUndefined()
})

test('a word of the shop is no misspelt vehicle', () => {
  expect(divideQuery('filtre polob', { vehicles, parts }).vehicle).toBeNull()
})

test('a vehicle is named beyond doubt by its make and model, its engine, or a name that is no other word', () => {
  const isSure = (query: string) => divideQuery(query, { vehicles, parts }).vehicle?.isSure

  expect(isSure('golf')).toBe(true)
  expect(isSure('peugeot 207')).toBe(true)
  expect(isSure('207 hdi')).toBe(true)
  expect(isSure('fox')).toBe(false)
  expect(isSure('500')).toBe(false)
})
