import { type AppLoadContext, createRequestHandler, type ServerBuild } from '@remix-run/node'
import { bySection } from './by-section'
import { MANIFEST_PATH, routeManifest } from './route-manifest'

export type Remix = (request: Request, context: AppLoadContext) => Promise<Response>

export function openRemix(build: ServerBuild): Remix {
  const handlerFor = bySection(build, (section) => createRequestHandler(section, 'production'))
  const manifest = routeManifest(build)
  return async (request, context) => {
    const url = new URL(request.url)
    return url.pathname === MANIFEST_PATH ? manifest(url) : handlerFor(url.pathname)(request, context)
  }
}
