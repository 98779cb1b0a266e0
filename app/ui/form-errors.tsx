import { worded } from '~/i18n/message'
import { useTranslation } from '~/i18n/translation'
import { Notice } from './notice'

/** What conform replies, as far as errors go. The key '' holds those of the whole form. */
export type FormReply = { error?: Record<string, string[] | null> | null } | null | undefined

/** The refusal of a whole form, or how many of its fields are to be corrected. Stands above the fields. */
export function FormErrors({ of: reply, className }: { of: FormReply; className?: string }) {
  const { t } = useTranslation()
  const { '': ofForm, ...ofFields } = reply?.error ?? {}
  const wrongFields = Object.values(ofFields).filter((errors) => errors?.length).length
  const texts = ofForm?.length ? ofForm.map((text) => worded(t, text)) : []
  if (wrongFields > 0) texts.push(t('ui.errors.summary', { count: wrongFields }))
  if (texts.length === 0) return null

  return (
    <Notice tone="danger" className={className}>
      {texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </Notice>
  )
}

/** The errors of one field of a reply: `<TextField errors={errorsOf(reply, 'email')} />`. */
export function errorsOf(reply: FormReply, name: string): string[] | undefined {
  return reply?.error?.[name] ?? undefined
}

/** What was typed in a field, for its `defaultValue` after a refusal. */
export function typedIn(
  reply: { initialValue?: Record<string, unknown> | null } | null | undefined,
  name: string,
): string | undefined {
  const value = name
    .split('.')
    .reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], reply?.initialValue)
  return typeof value === 'string' ? value : undefined
}
