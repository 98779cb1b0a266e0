import type { LoaderFunctionArgs } from '@remix-run/node'
import type { MetaFunction } from '@remix-run/react'
import { languageOf } from '~/i18n/language'
import { useTranslation } from '~/i18n/translation'
import { translator } from '~/i18n/translator.server'
import type { RouteHandle } from '~/identity/access'
import { pageMeta } from '~/storefront/page-meta'
import { ButtonLink } from '~/ui/button'
import { NarrowPage } from '~/ui/narrow-page'

export const handle = { access: 'public' } satisfies RouteHandle

export function loader({ request }: LoaderFunctionArgs) {
  const t = translator(languageOf(request))
  return { title: t('identity.checkMail.title'), noindex: true }
}

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, args.data)

/** Said after whatever sends a mail, in the same words whether or not one was sent. */
export default function CheckYourMailRoute() {
  const { t } = useTranslation()
  return (
    <NarrowPage title={t('identity.checkMail.title')} lead={t('identity.checkMail.text')}>
      <p className="mb-6 text-sm text-ink-soft">{t('identity.checkMail.nothing')}</p>
      <ButtonLink to="/" variant="secondary">
        {t('identity.checkMail.on')}
      </ButtonLink>
    </NarrowPage>
  )
}
