import { flatRoutes } from '@remix-run/fs-routes'
import type { RouteConfig, RouteConfigEntry } from '@remix-run/route-config'
import { type Language, PREFIXED_LANGUAGES } from './i18n/language'

const routes = await flatRoutes({ ignoredRouteFiles: ['**/*.test.{ts,tsx}'] })

/** The pages of the shop exist in every language, in French at `/` and in English under `/en`; all else exists once. */
const shopPages = routes.filter((route) => route.id?.startsWith('routes/_shop'))

export default [
  ...routes,
  ...PREFIXED_LANGUAGES.flatMap((language) => shopPages.map((page) => inLanguage(language, page, language))),
] satisfies RouteConfig

function inLanguage(language: Language, route: RouteConfigEntry, prefix?: string): RouteConfigEntry {
  return {
    ...route,
    id: `${route.id}@${language}`,
    path: prefix ? [prefix, route.path].filter(Boolean).join('/') : route.path,
    children: route.children?.map((child) => inLanguage(language, child)),
  }
}
