import { tidyText } from '~/text/typed-text'
import type { Body, Fuel } from '~/vehicles/vehicle-words'
import { plainHeading } from '../formats/own-columns'
import { inShort, type Note, type Problem } from '../problems'
import { addressOf } from './name-key'
import type { VehicleReader } from './vehicle-rows'

const COLUMNS = [
  'id',
  'make',
  'model',
  'year',
  'class',
  'trans',
  'drive',
  'cyl',
  'displ',
  'fuel',
  'hwy',
  'cty',
]

const ABSENT = new Set(['engine_code', 'power_kw'])

/** The American fuel economy data: one row per year and configuration. */
export function isUsVehicles(headings: readonly string[]): boolean {
  const plain = headings.map(plainHeading)
  return ['make', 'model', 'year', 'class', 'trans', 'drive', 'displ', 'fuel'].every((heading) =>
    plain.includes(heading),
  )
}

const FUELS: readonly [RegExp, Fuel][] = [
  [/gas(oline)? (and|or) electricity|(regular|premium) (and|or) electricity/i, 'plug-in-hybrid'],
  [/electricity/i, 'electric'],
  [/e85/i, 'ethanol'],
  [/natural gas|cng/i, 'natural-gas'],
  [/propane/i, 'lpg'],
  [/diesel/i, 'diesel'],
  [/regular|premium|midgrade|gasoline/i, 'petrol'],
]
const BODIES: readonly [RegExp, Body][] = [
  [/station wagon/i, 'estate'],
  [/sport utility|special purpose/i, 'suv'],
  [/pickup/i, 'pickup'],
  [/minivan|passenger/i, 'mpv'],
  [/van/i, 'van'],
  [/two seater/i, 'coupe'],
  [/cars/i, 'saloon'],
]

/** A type is what stays the same over the years: engine, body, drive and gearbox. Its years are those of its rows. */
export function readUsVehicles(headings: readonly string[]): VehicleReader {
  const at = new Map(headings.map((heading, index) => [plainHeading(heading), index]))
  const notes: Note[] = headings
    .filter((heading) => heading.trim() !== '' && !COLUMNS.includes(plainHeading(heading)))
    .map((heading) => ({ row: 1, column: heading, reason: 'unknown-column', read: heading }))

  return {
    dialect: 'fuel-economy',
    notes,
    read({ number, cells }) {
      const problems: Problem[] = []
      const cell = (column: string) => tidyText(cells[at.get(column) ?? -1] ?? '')
      const refuse = (column: string, reason: Problem['reason']) =>
        problems.push({ row: number, column, reason, read: inShort(cell(column)) })
      const [make, model] = [cell('make'), cell('model')]
      if (!addressOf(make)) refuse('make', 'missing')
      if (!addressOf(model)) refuse('model', 'missing')

      const year = Number(cell('year'))
      if (!Number.isInteger(year) || year < 1880 || year > 2100) refuse('year', 'not-a-date')
      const fuel = FUELS.find(([words]) => words.test(cell('fuel')))?.[1]
      if (!fuel) refuse('fuel', 'not-a-choice')
      const body = BODIES.find(([words]) => words.test(cell('class')))?.[1]
      if (!body) refuse('class', 'not-a-choice')
      // 0 stands for an engine that was not measured.
      const litres = cell('displ').replace(/^0(\.0)?$/, '')
      if (litres && !(Number(litres) > 0)) refuse('displ', 'not-a-number')

      const engine = [litres && Number(litres).toFixed(1), cell('cyl') && `${cell('cyl')} cyl.`, cell('fuel')]
      const name = [...engine, cell('drive'), cell('trans')].filter(Boolean).join(' · ')
      return {
        row: number,
        make: { slug: null, name: make },
        model: { slug: null, name: model, fromMonth: null, untilMonth: null },
        type: {
          slug: addressOf(`${name} ${cell('class')}`),
          name,
          engineCode: null,
          powerKw: null,
          fuel: fuel ?? 'petrol',
          body: body ?? 'saloon',
          displacementCc: litres ? Math.round(Number(litres) * 1_000) : null,
          fromMonth: year * 100 + 1,
          untilMonth: year * 100 + 12,
        },
        addsYears: true,
        isRepeat: false,
        absent: ABSENT,
        problems,
      }
    },
  }
}
