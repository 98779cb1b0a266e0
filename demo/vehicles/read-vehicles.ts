import { readFileSync } from 'node:fs'
import type { LoadedMake, LoadedType } from '~/vehicles/bulk/load-vehicles.server'
import { horsepower } from '~/vehicles/vehicle-name'
import type { Body, Fuel } from '~/vehicles/vehicle-words'
import { type Random, randomFrom } from '../random'
import { slugOf } from '../words/grammar'

type Years = { from: number; until: number }
type Engine = Years & { code: string; name: string; cc: number; kw: number; fuel: Fuel; letter: string }

const FUELS: Record<string, Fuel> = {
  p: 'petrol',
  d: 'diesel',
  h: 'hybrid',
  g: 'plug-in-hybrid',
  e: 'electric',
  x: 'ethanol',
  l: 'lpg',
}
const BODIES: Record<string, Body> = {
  h: 'hatchback',
  s: 'saloon',
  e: 'estate',
  u: 'suv',
  m: 'mpv',
  c: 'coupe',
  o: 'convertible',
  v: 'van',
  p: 'pickup',
}
const USUAL_FUELS = 'pd'
/** Built until this year: still built. */
const NOW = 2026

/** The makes of the French market, from models.txt and engines.txt: a model has the engines of its time and size. */
export function readVehicles(): LoadedMake[] {
  const pools = readEngines()
  const makes: { slug: string; name: string; models: LoadedMake['models'][number][] }[] = []
  let pool: Engine[] = []
  for (const line of linesOf('models.txt')) {
    if (line.startsWith('=')) {
      const [name = '', poolName = ''] = cells(line.slice(1))
      pool = pools.get(poolName) ?? []
      makes.push({ slug: slugOf(name), name, models: [] })
    } else makes.at(-1)?.models.push(modelFrom(line, pool))
  }
  return makes
}

function modelFrom(line: string, pool: readonly Engine[]): LoadedMake['models'][number] {
  const [name = '', years = '', body = '', power = '', fuels = USUAL_FUELS] = cells(line)
  const built = yearsOf(years)
  const [least = 0, most = 0] = power.split('-').map(Number)
  const random = randomFrom('vehicle', name, years)
  const months = monthsOf(built, random)
  const engines = pool.filter(
    (engine) =>
      engine.kw >= least &&
      engine.kw <= most &&
      fuels.includes(engine.letter) &&
      engine.from < built.until &&
      engine.until > built.from,
  )
  if (engines.length === 0) throw new Error(`${line}: no engine of its pool goes into it`)
  const types = engines.map((engine): LoadedType => {
    const span = monthsOf(
      { from: Math.max(built.from, engine.from), until: Math.min(built.until, engine.until) },
      random,
    )
    return {
      slug: slugOf(`${engine.name} ${horsepower(engine.kw)} ch ${engine.code}`),
      name: engine.name,
      engineCode: engine.code,
      powerKw: engine.kw,
      fuel: engine.fuel,
      body: BODIES[body] ?? 'hatchback',
      displacementCc: engine.cc || null,
      fromMonth: Math.max(span.fromMonth, months.fromMonth),
      untilMonth: until(span.untilMonth, months.untilMonth),
    }
  })
  return { slug: slugOf(name.replace('+', ' plus')), name, ...months, types }
}

/** Models begin in the autumn and end in the spring. */
function monthsOf({ from, until }: Years, random: Random) {
  const fromMonth = from * 100 + random.int(1, 10)
  return { fromMonth, untilMonth: until >= NOW ? null : until * 100 + random.int(3, 12) }
}

function until(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b
  return Math.min(a, b)
}

function readEngines(): Map<string, Engine[]> {
  const pools = new Map<string, Engine[]>()
  let pool: Engine[] = []
  for (const line of linesOf('engines.txt')) {
    if (line.startsWith('=')) {
      pool = []
      pools.set(line.slice(1).trim(), pool)
      continue
    }
    const [code = '', name = '', cc = '', kw = '', letter = '', years = ''] = cells(line)
    const fuel = FUELS[letter]
    if (!fuel) throw new Error(`${line}: no such fuel`)
    pool.push({ code, name, cc: Number(cc), kw: Number(kw), fuel, letter, ...yearsOf(years) })
  }
  return pools
}

function yearsOf(text: string): Years {
  const [from = 0, until = 0] = text.split('-').map(Number)
  return { from, until }
}

const cells = (line: string) => line.split('|').map((cell) => cell.trim())

function linesOf(file: string): string[] {
  return readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
}
