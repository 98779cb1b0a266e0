import { parseWithZod } from '@conform-to/zod/v4'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useNavigation } from '@remix-run/react'
import { formErrors } from '~/i18n/form-errors'
import { languageOf, localPath } from '~/i18n/language'
import { useTranslation } from '~/i18n/translation'
import { translator } from '~/i18n/translator.server'
import type { RouteHandle } from '~/identity/access'
import { askForPassword } from '~/identity/ask-for-password.server'
import { explainWait } from '~/identity/explain-wait'
import { emailForm } from '~/identity/sign-in-forms'
import { readForm } from '~/platform/read-form.server'
import { pageMeta } from '~/storefront/page-meta'
import { Button } from '~/ui/button'
import { errorsOf, FormErrors, typedIn } from '~/ui/form-errors'
import { TextField } from '~/ui/inputs'
import { NarrowPage } from '~/ui/narrow-page'

export const handle = { access: 'public' } satisfies RouteHandle

export function loader({ request }: LoaderFunctionArgs) {
  const t = translator(languageOf(request))
  return { title: t('identity.forgotten.title'), noindex: true }
}

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, args.data)

export async function action({ request, context }: ActionFunctionArgs) {
  const submission = parseWithZod(await readForm(request), { schema: emailForm, error: formErrors })
  if (submission.status !== 'success') return data(submission.reply(), { status: 422 })

  const outcome = await askForPassword(context, {
    ...submission.value,
    clientIp: context.clientIp,
  })
  if (!outcome.ok) {
    const { text, ...init } = explainWait(outcome)
    return data(submission.reply({ formErrors: [text] }), init)
  }
  return redirect(localPath(languageOf(request), '/check-your-mail'))
}

export default function ForgottenPasswordRoute() {
  const { t } = useTranslation()
  const reply = useActionData<typeof action>()
  const isSending = useNavigation().state === 'submitting'
  return (
    <NarrowPage title={t('identity.forgotten.title')} lead={t('identity.forgotten.lead')}>
      <Form method="post" className="grid gap-4" noValidate>
        <FormErrors of={reply} />
        <TextField
          label={t('identity.signIn.email')}
          name="email"
          type="email"
          autoComplete="username"
          required
          defaultValue={typedIn(reply, 'email')}
          errors={errorsOf(reply, 'email')}
        />
        <Button block pending={isSending}>
          {t('identity.forgotten.submit')}
        </Button>
      </Form>
    </NarrowPage>
  )
}
