import inter from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url'
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Links, Meta, Outlet, Scripts, ScrollRestoration } from '@remix-run/react'
import { type ReactNode, Suspense } from 'react'
import { ShopLink } from './i18n/local-path'
import { DEFAULT_TIME_ZONE, shopTimeZone } from './i18n/time-zone'
import { SpokenRooms, useLanguage } from './i18n/translation'
import type { RouteHandle } from './identity/access'
import { readCachedSettings } from './settings/setting-queries.server'
import { Logo } from './storefront/logo'
import { PendingBar } from './storefront/pending-bar'
import { useDocumentMarks } from './ui/document-marks'
import { RouteErrorPage } from './ui/error-page'
import { FollowLinks } from './ui/follow-links'
import { SkipLink } from './ui/skip-link'
import './tailwind.css'

export const handle = { access: 'public' } satisfies RouteHandle

export const links: LinksFunction = () => [
  { rel: 'preload', href: inter, as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
  { rel: 'icon', href: '/favicon.ico', sizes: '32x32' },
  { rel: 'apple-touch-icon', href: '/apple-touch-icon.png' },
  { rel: 'manifest', href: '/site.webmanifest' },
]

/** What the head of every page is made from; it does not change while somebody walks through the shop. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { shop } = await readCachedSettings(context)
  return { origin: context.env.ORIGIN, shopName: shop.name }
}

export function shouldRevalidate() {
  return false
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.shopName ?? 'Comptoir' }]

export function Layout({ children }: { children: ReactNode }) {
  const { nonce, requestId } = useDocumentMarks()
  const timeZone = shopTimeZone()
  return (
    <html lang={useLanguage()} data-time-zone={timeZone === DEFAULT_TIME_ZONE ? undefined : timeZone}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#181613" />
        <meta name="format-detection" content="telephone=no" />
        {requestId && <meta name="request-id" content={requestId} />}
        <Meta />
        <Links />
      </head>
      <body>
        <SkipLink />
        <PendingBar />
        <FollowLinks />
        {children}
        <SpokenRooms />
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

export default function Root() {
  // Words fetched because of a click, not of a visit, are waited for here.
  return (
    <Suspense>
      <Outlet />
    </Suspense>
  )
}

/** The last resort, when not even the shop's frame could be made. */
export function ErrorBoundary() {
  return (
    <>
      <header className="border-b border-paper-line bg-white">
        <div className="page-width flex h-18 items-center">
          <ShopLink to="/">
            <Logo shopName="Comptoir" />
          </ShopLink>
        </div>
      </header>
      <main id="content" className="page-width flex-1">
        <RouteErrorPage />
      </main>
    </>
  )
}
