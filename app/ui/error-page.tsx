import { isRouteErrorResponse, useLocation, useRouteError } from '@remix-run/react'
import { useTranslation } from '~/i18n/translation'
import { Button, ButtonLink } from './button'
import { useDocumentMarks } from './document-marks'
import type { Drawing } from './drawings'
import { EmptyState } from './empty-state'

export type Mishap = 'notFound' | 'forbidden' | 'refused' | 'tooMany' | 'failed' | 'offline'

const DRAWINGS: Record<Mishap, Drawing> = {
  notFound: 'lost-way',
  forbidden: 'closed-door',
  refused: 'nothing-found',
  tooMany: 'empty-shelf',
  failed: 'broken-gear',
  offline: 'unplugged',
}

/** What a page that could not be shown shows instead. Never a stack trace. */
export function ErrorPage({
  mishap,
  status,
  requestId,
  waitMinutes,
}: {
  mishap: Mishap
  status?: number
  requestId?: string
  /** How long a limit has to be waited for, where it said so. */
  waitMinutes?: number | undefined
}) {
  const { t } = useTranslation()
  const { pathname, search } = useLocation()
  const mayTryAgain = mishap === 'failed' || mishap === 'offline' || mishap === 'tooMany'
  return (
    <EmptyState
      drawing={DRAWINGS[mishap]}
      headingLevel="h1"
      title={t(`ui.page.${mishap}.title`)}
      actions={
        <>
          {mayTryAgain && (
            <form action={pathname} method="get">
              {[...new URLSearchParams(search)].map(([name, value]) => (
                <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
              ))}
              <Button>{t('ui.page.again')}</Button>
            </form>
          )}
          <ButtonLink to="/" variant={mayTryAgain ? 'secondary' : 'primary'}>
            {t('ui.page.home')}
          </ButtonLink>
          {mishap === 'notFound' && (
            <ButtonLink to="/catalog" variant="secondary">
              {t('ui.page.catalog')}
            </ButtonLink>
          )}
        </>
      }
    >
      <p>
        {waitMinutes === undefined
          ? t(`ui.page.${mishap}.text`)
          : t('ui.page.tooMany.wait', { count: waitMinutes })}
      </p>
      <p className="mt-4 text-sm text-ink-faint">
        {status !== undefined && t('ui.page.status', { status })}
        {requestId && (
          <>
            {status !== undefined && ' · '}
            {t('ui.page.requestId', { id: requestId })}
          </>
        )}
      </p>
    </EmptyState>
  )
}

/** The error page of a route's ErrorBoundary: it reads what was thrown. */
export function RouteErrorPage() {
  const error = useRouteError()
  const marks = useDocumentMarks()
  // The id belongs to the request of the document; a page reached since then broke in another one.
  const isFirstPage = useLocation().pathname === marks.pathname
  const status = isRouteErrorResponse(error) ? error.status : undefined
  const mishap = mishapOf(status, error)
  return (
    <ErrorPage
      mishap={mishap}
      status={mishap === 'offline' ? undefined : (status ?? 500)}
      waitMinutes={isRouteErrorResponse(error) ? minutesToWait(error.data) : undefined}
      requestId={mishap === 'failed' && isFirstPage ? marks.requestId : undefined}
    />
  )
}

/** What a loader threw with its 429: `{ retryAfterSeconds }`. */
function minutesToWait(said: unknown): number | undefined {
  const hasTime = typeof said === 'object' && said !== null && 'retryAfterSeconds' in said
  return hasTime ? Math.ceil(Number(said.retryAfterSeconds) / 60) : undefined
}

function mishapOf(status: number | undefined, error: unknown): Mishap {
  if (status === 404 || status === 410) return 'notFound'
  if (status === 401 || status === 403) return 'forbidden'
  if (status === 429) return 'tooMany'
  if (status !== undefined && status < 500) return 'refused'
  return isLostConnection(error) ? 'offline' : 'failed'
}

// Each browser words a fetch that never reached the server in its own way.
function isLostConnection(error: unknown): boolean {
  return error instanceof TypeError && /fetch|network|load failed/i.test(error.message)
}
