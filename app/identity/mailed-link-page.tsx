import { Form, useNavigation } from '@remix-run/react'
import { useTranslation } from '~/i18n/translation'
import { Button, ButtonLink } from '~/ui/button'
import { NarrowPage } from '~/ui/narrow-page'

/** A link of a mail, opened: programs that look at mails open links too, so it does nothing before its button is pressed. */
export function MailedLinkPage({ kind }: { kind: 'registration' | 'email' }) {
  const { t } = useTranslation()
  const isSending = useNavigation().state === 'submitting'
  return (
    <NarrowPage title={t(`identity.confirm.${kind}.title`)} lead={t(`identity.confirm.${kind}.text`)}>
      <Form method="post">
        <Button block pending={isSending}>
          {t(`identity.confirm.${kind}.submit`)}
        </Button>
      </Form>
    </NarrowPage>
  )
}

/** A link that is unknown, used or run out: said plainly, with the way to a new one. */
export function LinkEndedPage({ to, label }: { to: string; label: string }) {
  const { t } = useTranslation()
  return (
    <NarrowPage title={t('identity.linkEnded.title')} lead={t('identity.linkEnded.text')}>
      <ButtonLink to={to}>{label}</ButtonLink>
    </NarrowPage>
  )
}
