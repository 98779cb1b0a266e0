import { type AppLoadContext, createRequestHandler, type ServerBuild } from '@remix-run/node'
import { bySection } from './by-section'

export type Remix = (request: Request, context: AppLoadContext) => Promise<Response>

export function openRemix(build: ServerBuild): Remix {
  const handlerFor = bySection(build, (section) => createRequestHandler(section, 'production'))
  return (request, context) => handlerFor(new URL(request.url).pathname)(request, context)
}
