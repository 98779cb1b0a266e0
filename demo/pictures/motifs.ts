import * as body from './body'
import * as braking from './braking'
import * as cardGoods from './card-goods'
import * as cards from './cards'
import * as climate from './climate'
import * as collectibles from './collectibles'
import * as cooling from './cooling'
import * as electrical from './electrical'
import * as engine from './engine'
import * as exhaust from './exhaust'
import * as figures from './figures'
import * as filters from './filters'
import * as fluids from './fluids'
import * as fuelAndAir from './fuel-and-air'
import * as glazing from './glazing'
import * as ignition from './ignition'
import * as lighting from './lighting'
import * as prints from './prints'
import * as sensors from './sensors'
import * as steering from './steering'
import type { Motif } from './studio'
import * as suspension from './suspension'
import * as timing from './timing'
import * as tools from './tools'
import * as transmission from './transmission'
import * as wheels from './wheels'

/** Every drawn motif, by the name that the families' plans use. */
const MOTIFS: Record<string, Motif> = {
  ...body,
  ...braking,
  ...cardGoods,
  ...cards,
  ...climate,
  ...collectibles,
  ...cooling,
  ...electrical,
  ...engine,
  ...exhaust,
  ...figures,
  ...filters,
  ...fluids,
  ...fuelAndAir,
  ...glazing,
  ...ignition,
  ...lighting,
  ...prints,
  ...sensors,
  ...steering,
  ...suspension,
  ...timing,
  ...tools,
  ...transmission,
  ...wheels,
}

export function motifNamed(name: string): Motif {
  const motif = MOTIFS[name]
  if (!motif) throw new Error(`no motif is called ${name}`)
  return motif
}
