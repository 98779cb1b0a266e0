import type { Language } from '~/i18n/language'
import { translator } from '~/i18n/translator.server'
import { fittingPath, vehicleName } from '~/vehicles/vehicle-name'
import type { Vehicle } from '~/vehicles/vehicle-queries.server'
import { yearsBuilt } from '~/vehicles/years-built'
import type { RangeListing } from './list-range.server'

type Asked = {
  range: { slug: string; name: string; family: { slug: string } }
  /** The vehicle whose parts are listed. */
  vehicle: Vehicle | null
  listing: RangeListing
  shopName: string
  language: Language
}

/**
 * What search engines are told of a list of a range. What is for a vehicle has one URL, that of the range and the
 * vehicle, however it was asked for.
 */
export function aboutRange({ range, vehicle, listing, shopName, language }: Asked) {
  const t = translator(language)
  const { page, total, isFiltered, sort, lastNumbered } = listing.view
  const path = vehicle ? fittingPath(range, vehicle) : `/c/${range.family.slug}/${range.slug}`
  const title = vehicle
    ? t('vehicles.range.title', { range: range.name, vehicle: vehicleName(vehicle) })
    : t('search.range.title', { range: range.name })
  const description = vehicle
    ? t('vehicles.range.description', {
        range: range.name,
        vehicle: vehicleName(vehicle),
        years: yearsBuilt(t, vehicle),
        count: named(listing),
      })
    : t('search.range.description', { range: range.name, shop: shopName, count: total })
  const hasNothing = vehicle ? named(listing) === 0 : total === 0
  return {
    title: page === 1 ? title : t('search.range.page', { title, page }),
    description,
    canonicalPath: page === 1 ? path : `${path}?page=${page}`,
    noindex: isFiltered || sort !== 'relevance' || hasNothing || page > lastNumbered,
  }
}

function named({ fitting }: RangeListing): number {
  return fitting ? fitting.counts.fits + fitting.counts.check : 0
}
