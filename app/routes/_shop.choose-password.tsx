import { parseWithZod } from '@conform-to/zod/v4'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { formErrors } from '~/i18n/form-errors'
import { languageOf, localPath } from '~/i18n/language'
import { useTranslation } from '~/i18n/translation'
import { translator } from '~/i18n/translator.server'
import type { RouteHandle } from '~/identity/access'
import { orBusy } from '~/identity/authenticator.server'
import { choosePassword } from '~/identity/choose-password.server'
import { explainPassword } from '~/identity/explain-password'
import { explainWait } from '~/identity/explain-wait'
import { LinkEndedPage } from '~/identity/mailed-link-page'
import { findLinkToPassword } from '~/identity/mailed-links.server'
import { NewPasswordField } from '~/identity/new-password-field'
import { requireMailedLink } from '~/identity/require-mailed-link.server'
import { newPasswordForm } from '~/identity/sign-in-forms'
import { PERSONAL_PAGE_HEADERS } from '~/platform/personal-page-headers'
import { readForm } from '~/platform/read-form.server'
import { pageMeta } from '~/storefront/page-meta'
import { Button } from '~/ui/button'
import { errorsOf, FormErrors } from '~/ui/form-errors'
import { NarrowPage } from '~/ui/narrow-page'

export const handle = { access: 'public' } satisfies RouteHandle

export const headers = () => PERSONAL_PAGE_HEADERS

export async function loader({ request, context }: LoaderFunctionArgs) {
  const t = translator(languageOf(request))
  const linkId = await requireMailedLink(request, context, 'choose-password')
  const link = linkId && (await findLinkToPassword(context.db, linkId))
  return data(
    { title: t('identity.choose.title'), noindex: true, link: link && { ...link } },
    { headers: PERSONAL_PAGE_HEADERS },
  )
}

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, args.data)

export async function action({ request, context }: ActionFunctionArgs) {
  const linkId = await requireMailedLink(request, context, 'choose-password')
  if (!linkId) return data(null, { status: 410 })
  const submission = parseWithZod(await readForm(request), { schema: newPasswordForm, error: formErrors })
  if (submission.status !== 'success') return data(submission.reply(), { status: 422 })

  const { newPassword: password } = submission.value
  const outcome = await orBusy(choosePassword(context, { linkId, password }))
  if (outcome.ok) return redirect(localPath(languageOf(request), '/sign-in?chosen'))
  switch (outcome.reason) {
    case 'link-ended':
      return data(null, { status: 410 })
    case 'busy': {
      const { text, ...init } = explainWait(outcome)
      return data(submission.reply({ formErrors: [text] }), init)
    }
    default:
      return data(submission.reply({ fieldErrors: { newPassword: [explainPassword(outcome)] } }), {
        status: 422,
      })
  }
}

export default function ChoosePasswordRoute() {
  const { t } = useTranslation()
  const { link } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const isSending = useNavigation().state === 'submitting'
  if (!link) return <LinkEndedPage to="/forgotten-password" label={t('identity.forgotten.again')} />
  return (
    <NarrowPage title={t('identity.choose.title')} lead={t('identity.choose.lead', { email: link.email })}>
      <Form method="post" className="grid gap-4" noValidate>
        <FormErrors of={reply} />
        {/* Tells password managers whose password it is. */}
        <input type="hidden" name="email" value={link.email} autoComplete="username" />
        <NewPasswordField
          name="newPassword"
          label={t('identity.choose.password')}
          least={link.least}
          errors={errorsOf(reply, 'newPassword')}
        />
        <Button block pending={isSending}>
          {t('identity.choose.submit')}
        </Button>
      </Form>
    </NarrowPage>
  )
}
