import type { ActionFunctionArgs, LoaderFunctionArgs, ServerBuild } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { languageOf, localPath } from '~/i18n/language'
import { databaseAway } from '~/platform/db.server'
import { type Access, admit, type RouteHandle } from './access'
import { whileAdmitted } from './guard/while-admitted.server'

const LONGEST_NEXT = 2_000

type Door = (args: LoaderFunctionArgs & ActionFunctionArgs) => unknown

/**
 * Puts each route's declared rule in front of its own loader and action.
 * @throws at boot, when a route declares no rule, or is restricted but has no loader that could refuse.
 */
export function guardRoutes(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => {
    if (!route) throw new Error(`Route ${id} is empty`)
    const { loader, action } = route.module
    const access = accessOf(id, route.module.handle)
    if (access !== 'public' && !loader)
      throw new Error(`Route ${id} is restricted and needs a loader to refuse in`)

    const module = {
      ...route.module,
      ...(loader && { loader: orLater(guarded(access, loader as Door)) }),
      ...(action && { action: orLater(guarded(access, action as Door)) }),
    }
    return [id, { ...route, module }]
  })
  return { ...build, routes: Object.fromEntries(routes) }
}

/** Layouts that show nothing of their own to anybody have nothing to protect. */
const OPEN_LAYOUTS = new Set(['root'])

function accessOf(id: string, handle: unknown): Access {
  if (OPEN_LAYOUTS.has(id)) return 'public'
  const access = (handle as RouteHandle | undefined)?.access
  if (!access) throw new Error(`Route ${id} exports no handle.access`)
  return access
}

function guarded(access: Access, door: Door): Door {
  return async (args) => {
    const { env, findAccount, findAccountNow } = args.context
    const needsAccount = access !== 'public' && access !== 'development'
    const where = { isProduction: env.NODE_ENV === 'production' }
    const account = needsAccount ? await findAccount() : null

    switch (admit(access, account, where)) {
      case 'admitted': {
        const answer = await door(args)
        if (!needsAccount || !(answer instanceof Response)) return answer
        return whileAdmitted(answer, async () => admit(access, await findAccountNow(), where) === 'admitted')
      }
      case 'not-found':
        throw new Response(null, { status: 404 })
      case 'forbidden':
        throw new Response(null, { status: 403 })
      case 'sign-in':
        throw isReading(args.request)
          ? redirect(signInFor(args.request))
          : new Response(null, { status: 401 })
    }
  }
}

/** A door behind which Postgres does not answer says that it is not the asker's fault, and when to come again. */
function orLater(door: Door): Door {
  return async (args) => {
    try {
      return await door(args)
    } catch (fault) {
      const away = databaseAway(fault)
      if (!away) throw fault
      args.context.log.warn(
        { fault: away.message, requestId: args.context.requestId },
        'the database is away',
      )
      throw new Response(null, { status: 503, headers: { 'Retry-After': '5', 'Cache-Control': 'no-store' } })
    }
  }
}

function isReading(request: Request): boolean {
  return request.method === 'GET' || request.method === 'HEAD'
}

/** Where to sign in, and to go on from there; a path that a redirect cannot carry is forgotten. */
function signInFor(request: Request): string {
  const signIn = localPath(languageOf(request), '/sign-in')
  const next = encodeURIComponent(pathOf(request))
  return next.length <= LONGEST_NEXT ? `${signIn}?next=${next}` : signIn
}

function pathOf(request: Request): string {
  const { pathname, search } = new URL(request.url)
  return pathname.replace(/\.data$/, '') + search
}
