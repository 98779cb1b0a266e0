import type { InputHTMLAttributes, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react'
import { classNames } from './class-names'
import { Field, type FieldProps } from './field'

type Own = keyof FieldProps

function split<P extends FieldProps>(props: P): { field: FieldProps; control: Omit<P, Own> } {
  const { label, name, hint, errors, required, labelHidden, optional, className, ...control } = props
  return { field: { label, name, hint, errors, required, labelHidden, optional, className }, control }
}

export type TextFieldProps = FieldProps & Omit<InputHTMLAttributes<HTMLInputElement>, Own>

/** One line of text, with its label. `defaultValue` keeps what was typed. */
export function TextField(props: TextFieldProps) {
  const { field, control } = split(props)
  return <Field {...field}>{(tied) => <TextInput type="text" {...control} {...tied} />}</Field>
}

export function TextAreaField(props: FieldProps & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, Own>) {
  const { field, control } = split(props)
  return (
    <Field {...field}>{(tied) => <textarea rows={4} {...control} {...tied} className="control" />}</Field>
  )
}

export type Choice = { value: string; label: string; disabled?: boolean }

export type SelectFieldProps = FieldProps &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, Own | 'children'> & {
    choices: readonly Choice[]
    empty?: string
  }

/** `empty` is the words of a first choice that chooses nothing. */
export function SelectField(props: SelectFieldProps) {
  const { field, control } = split(props)
  return <Field {...field}>{(tied) => <Select {...control} {...tied} />}</Field>
}

/** The bare control, for a `Field` of one's own. */
export function TextInput({ className, ...input }: InputHTMLAttributes<HTMLInputElement>) {
  return <input {...input} className={classNames('control', className)} />
}

export function Select({
  choices,
  empty,
  className,
  ...select
}: SelectHTMLAttributes<HTMLSelectElement> & { choices: readonly Choice[]; empty?: string }) {
  return (
    <select {...select} className={classNames('control', className)}>
      {empty !== undefined && <option value="">{empty}</option>}
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value} disabled={choice.disabled}>
          {choice.label}
        </option>
      ))}
    </select>
  )
}
