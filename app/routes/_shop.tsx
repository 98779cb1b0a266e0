import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, type ShouldRevalidateFunctionArgs } from '@remix-run/react'
import type { ReactNode } from 'react'
import { readCartToken } from '~/cart/cart-cookie.server'
import { countCartItems } from '~/cart/cart-queries.server'
import { listFamilyMenu } from '~/catalog/hierarchy-queries.server'
import { languageOf } from '~/i18n/language'
import type { RouteHandle } from '~/identity/access'
import { readCachedSettings } from '~/settings/setting-queries.server'
import { Footer } from '~/storefront/footer'
import { Header } from '~/storefront/header'
import { type ShopFrame, useShopFrame } from '~/storefront/shop-frame'
import { RouteErrorPage } from '~/ui/error-page'

export const handle = { access: 'public' } satisfies RouteHandle

export async function loader({ request, context }: LoaderFunctionArgs): Promise<ShopFrame> {
  const [{ shop }, families, cartCount] = await Promise.all([
    readCachedSettings(context),
    listFamilyMenu(context, languageOf(request)),
    readCartToken(request, context.env).then((token) => countCartItems(context.db, token)),
  ])
  return { shopName: shop.name, families, cartCount }
}

/** Walking through the shop changes nothing in its frame; a form may (the cart's count). */
export function shouldRevalidate({ formMethod }: ShouldRevalidateFunctionArgs) {
  return formMethod !== undefined && formMethod !== 'GET'
}

export default function ShopRoute() {
  return (
    <Framed>
      <Outlet />
    </Framed>
  )
}

export function ErrorBoundary() {
  return (
    <Framed>
      <div className="page-width">
        <RouteErrorPage />
      </div>
    </Framed>
  )
}

function Framed({ children }: { children: ReactNode }) {
  const frame = useShopFrame()
  return (
    <>
      <Header frame={frame} />
      <main id="content" tabIndex={-1} className="flex-1 outline-none">
        {children}
      </main>
      <Footer shopName={frame.shopName} />
    </>
  )
}
