import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '~/i18n/translation'
import type { RouteHandle } from '~/identity/access'
import { findKeptMail } from '~/mails/kept-mails.server'
import { Card } from '~/ui/card'

export const handle = { access: 'development' } satisfies RouteHandle

export async function loader({ params, context }: LoaderFunctionArgs) {
  const mail = await findKeptMail(context.env.DATA_DIRECTORY, params.id ?? '')
  if (!mail) throw new Response(null, { status: 404 })
  return mail
}

export default function KeptMailRoute() {
  const { t } = useTranslation()
  const { subject, to, html, text } = useLoaderData<typeof loader>()
  return (
    <div className="grid gap-6">
      <Card title={subject} action={<span className="text-sm text-ink-faint">{to}</span>}>
        {/* Sandboxed: a mail runs no script here. */}
        <iframe
          title={subject}
          srcDoc={html}
          sandbox="allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation"
          className="h-[48rem] w-full rounded border border-paper-line"
        />
      </Card>
      <Card title={t('mails.kept.text')}>
        <pre className="overflow-x-auto text-sm leading-6 whitespace-pre-wrap">{text}</pre>
      </Card>
    </div>
  )
}
