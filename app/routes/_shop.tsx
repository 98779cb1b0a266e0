import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { isRouteErrorResponse, Outlet, type ShouldRevalidateFunctionArgs } from '@remix-run/react'
import type { ReactNode } from 'react'
import { findVisitorCart } from '~/cart/visitor-cart.server'
import { listFamilyMenu } from '~/catalog/hierarchy-queries.server'
import { languageOf } from '~/i18n/language'
import { translator } from '~/i18n/translator.server'
import type { RouteHandle } from '~/identity/access'
import { readCachedSettings } from '~/settings/setting-queries.server'
import { Footer } from '~/storefront/footer'
import { Header } from '~/storefront/header'
import { type ShopLayout, useShopLayout } from '~/storefront/shop-layout'
import { RouteErrorPage } from '~/ui/error-page'
import { findChosenVehicle } from '~/vehicles/chosen-vehicle.server'
import { shortVehicleName, vehiclePath } from '~/vehicles/vehicle-name'
import { listMakes, type Vehicle } from '~/vehicles/vehicle-queries.server'
import { type SlotVehicle, VehicleSlot } from '~/vehicles/vehicle-slot'

export const handle = { access: 'public' } satisfies RouteHandle

/** The head of a page that broke; every other page has its own. */
export const meta: MetaFunction<typeof loader> = ({ data, error }) => {
  if (!data) return []
  if (!error) return [{ title: data.shopName }]
  const isMissing = isRouteErrorResponse(error) && error.status === 404
  return [
    { title: `${isMissing ? data.errorTitles.notFound : data.errorTitles.failed} · ${data.shopName}` },
    { name: 'robots', content: 'noindex' },
  ]
}

export async function loader({ request, context }: LoaderFunctionArgs): Promise<ShopLayout> {
  const language = languageOf(request)
  const t = translator(language)
  const [{ shop }, families, makes, mine, cart] = await Promise.all([
    readCachedSettings(context),
    listFamilyMenu(context, language),
    listMakes(context),
    findChosenVehicle(context, request),
    findVisitorCart(context, request),
  ])
  return {
    shopName: shop.name,
    families,
    cartCount: cart?.units ?? 0,
    vehicles: makes.length > 0 ? { chosen: mine && slotted(mine.vehicle) } : null,
    errorTitles: { notFound: t('ui.page.notFound.title'), failed: t('ui.page.failed.title') },
  }
}

function slotted(vehicle: Vehicle): SlotVehicle {
  return { id: vehicle.id, name: shortVehicleName(vehicle), path: vehiclePath(vehicle) }
}

/** Walking through the shop changes nothing in its layout; a form may (the cart's count, the chosen vehicle). */
export function shouldRevalidate({ formMethod }: ShouldRevalidateFunctionArgs) {
  return formMethod !== undefined && formMethod !== 'GET'
}

export default function ShopRoute() {
  return (
    <Surrounded>
      <Outlet />
    </Surrounded>
  )
}

export function ErrorBoundary() {
  return (
    <Surrounded>
      <div className="page-width">
        <RouteErrorPage />
      </div>
    </Surrounded>
  )
}

function Surrounded({ children }: { children: ReactNode }) {
  const layout = useShopLayout()
  return (
    <>
      <Header layout={layout} vehicle={layout.vehicles && <VehicleSlot vehicle={layout.vehicles.chosen} />} />
      <main id="content" tabIndex={-1} className="flex-1 outline-none">
        {children}
      </main>
      <Footer shopName={layout.shopName} />
    </>
  )
}
