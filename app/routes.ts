import { flatRoutes } from '@remix-run/fs-routes'
import type { RouteConfig, RouteConfigEntry } from '@remix-run/route-config'

const routes = await flatRoutes({ ignoredRouteFiles: ['**/*.test.{ts,tsx}'] })

/** The pages of the shop exist twice, in French at `/` and in English under `/en`; all else exists once. */
const shopPages = routes.filter((route) => route.id?.startsWith('routes/_shop'))

export default [...routes, ...shopPages.map((page) => inEnglish(page, 'en'))] satisfies RouteConfig

function inEnglish(route: RouteConfigEntry, prefix?: string): RouteConfigEntry {
  return {
    ...route,
    id: `${route.id}@en`,
    path: prefix ? [prefix, route.path].filter(Boolean).join('/') : route.path,
    children: route.children?.map((child) => inEnglish(child)),
  }
}
