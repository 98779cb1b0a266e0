import { useMatches } from '@remix-run/react'
import type { SlotVehicle } from '~/vehicles/vehicle-slot'

export type FamilyLink = { slug: string; name: string }

/** What the header and the footer of every page show. */
export type ShopLayout = {
  shopName: string
  families: FamilyLink[]
  cartCount: number
  /** The vehicle the visitor chose, if any; null in a shop that sells for no vehicle. */
  vehicles: { chosen: SlotVehicle | null } | null
  /** Titles of pages that broke: a page's head has no translator. */
  errorTitles: { notFound: string; failed: string }
}

const NOTHING_KNOWN: ShopLayout = {
  shopName: 'Comptoir',
  families: [],
  cartCount: 0,
  vehicles: null,
  errorTitles: { notFound: '', failed: '' },
}

/** What the layout shows, also where the page itself broke. The route exists once per language, under two ids. */
export function useShopLayout(): ShopLayout {
  const layout = useMatches().find((match) => /^routes\/_shop(@en)?$/.test(match.id))
  return (layout?.data as ShopLayout | undefined) ?? NOTHING_KNOWN
}
