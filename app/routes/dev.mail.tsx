import type { LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, NavLink, Outlet, useLoaderData, useParams } from '@remix-run/react'
import { formatDateTime } from '~/i18n/format'
import { useTranslation } from '~/i18n/translation'
import { translator } from '~/i18n/translator.server'
import type { RouteHandle } from '~/identity/access'
import { listKeptMails } from '~/mails/kept-mails.server'
import { EmptyState } from '~/ui/empty-state'

export const handle = { access: 'development' } satisfies RouteHandle

export async function loader({ context }: LoaderFunctionArgs) {
  const mails = await listKeptMails(context.env.DATA_DIRECTORY)
  return {
    title: translator('fr')('mails.kept.title'),
    mails: mails.map(({ id, to, subject, at }) => ({ id, to, subject, at })),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: 'robots', content: 'noindex' },
]

export default function KeptMailsRoute() {
  const { t } = useTranslation()
  const { title, mails } = useLoaderData<typeof loader>()
  const isChosen = useParams().id !== undefined
  return (
    <main id="content" className="page-width py-8">
      <h1 className="mb-6 text-2xl">{title}</h1>
      {mails.length === 0 ? (
        <EmptyState drawing="unplugged" title={t('mails.kept.empty')}>
          {t('mails.kept.emptyText')}
        </EmptyState>
      ) : (
        <div className="grid items-start gap-6 lg:grid-cols-[22rem_minmax(0,1fr)]">
          <ul className="divide-y divide-paper-line overflow-hidden rounded-lg border border-paper-line bg-white">
            {mails.map((mail) => (
              <li key={mail.id}>
                <NavLink
                  to={`/dev/mail/${mail.id}`}
                  className="block p-3 text-sm hover:bg-paper aria-[current=page]:bg-accent-wash"
                >
                  <span className="block font-medium">{mail.subject}</span>
                  <span className="block text-ink-faint">{mail.to}</span>
                  {mail.at && <span className="block text-ink-faint">{formatDateTime(mail.at, 'fr')}</span>}
                </NavLink>
              </li>
            ))}
          </ul>
          {isChosen ? <Outlet /> : <p className="text-ink-faint">{t('mails.kept.choose')}</p>}
        </div>
      )}
    </main>
  )
}
