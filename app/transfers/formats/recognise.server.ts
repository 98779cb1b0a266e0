import { inShort, type NotCsv } from '../problems'
import { openProductImporter } from '../products/product-importer.server'
import { readOwnProducts } from '../products/product-rows.server'
import { isTranslations, readTranslations } from '../products/translations.server'
import type { Importer } from '../run/importer'
import { openFitmentImporter } from '../vehicles/fitment-importer.server'
import { isFitments, readFitments } from '../vehicles/fitment-rows'
import { isUsVehicles, readUsVehicles } from '../vehicles/us-vehicles'
import { openVehicleImporter } from '../vehicles/vehicle-importer.server'
import { isOwnVehicles, readOwnVehicles } from '../vehicles/vehicle-rows'
import { foreignFormat } from './foreign-formats'
import { readForeignProducts } from './foreign-products.server'
import { otherProgram } from './other-programs'
import { factOf, ownColumn, plainHeading } from './own-columns'

const MOST_COLUMNS = 1_000

/** What a table with these headings is, or why it is none of ours. */
export function recognise(headings: readonly string[]): { ok: true; importer: Importer } | NotCsv {
  const [first = ''] = headings
  if (headings.length === 1) return { ok: false, reason: 'one-column', read: inShort(first) }
  if (headings.length > MOST_COLUMNS)
    return { ok: false, reason: 'too-many-columns', columns: headings.length }

  if (isUsVehicles(headings) || isFitments(headings) || isOwnVehicles(headings)) {
    const twice = firstTwice(headings.map(plainHeading).filter(Boolean))
    if (twice) return { ok: false, reason: 'doubled-column', read: inShort(twice) }
  }
  if (isUsVehicles(headings)) return known(openVehicleImporter(readUsVehicles(headings)))
  if (isFitments(headings)) return known(openFitmentImporter(readFitments(headings)))
  if (isOwnVehicles(headings)) return known(openVehicleImporter(readOwnVehicles(headings)))

  const other = otherProgram(new Set(headings.map(plainHeading)))
  if (other) return { ok: false, reason: 'other-program', program: other }
  const foreign = foreignFormat(headings)
  if (foreign) {
    const columns = headings.map((heading) => foreign.column(plainHeading(heading)))
    const doubled = columns.find((column, at) => column !== null && columns.indexOf(column) !== at)
    if (doubled) return { ok: false, reason: 'doubled-column', read: doubled }
    return known(openProductImporter(foreign.name, readForeignProducts(foreign, headings)))
  }

  if (isTranslations(headings)) return known(openProductImporter('translations', readTranslations(headings)))

  const own = headings
    .map(ownColumn)
    .filter((column) => column !== null)
    .map(factOf)
  const doubled = firstTwice(own)
  if (doubled) return { ok: false, reason: 'doubled-column', read: doubled }
  if (own.length < 2 || !(own.includes('sku') || own.includes('slug')))
    return { ok: false, reason: 'unknown-columns', read: inShort(headings.join(', ')) }
  const unknown = headings.filter((heading) => heading.trim() !== '' && !ownColumn(heading))
  if (unknown.length > own.length)
    return { ok: false, reason: 'mostly-unknown', read: inShort(unknown.join(', ')) }
  return known(openProductImporter('comptoir', readOwnProducts(headings)))
}

function firstTwice(headings: readonly string[]): string | undefined {
  return headings.find((heading, at) => headings.indexOf(heading) !== at)
}

/** Whoever runs an importer hands it only units it made itself. */
function known<Unit extends { row: number; lastRow: number }>(importer: Importer<Unit>) {
  return { ok: true as const, importer: importer as unknown as Importer }
}
