import { isInvisible } from '~/text/typed-text'

const MOST_FIELDS = 100
const LONGEST_NAME = 100

/** `quantity`, `shipping.street`: no brackets, and nothing that form libraries read as an instruction of their own. */
const NAME = /^[a-z][\w-]*(?:\.[a-z][\w-]*){0,2}$/i

/**
 * The fields of a form that a page of the shop can have sent. Whatever else arrives is refused before it is looked at:
 * too many fields, names that build lists or reach into prototypes, the NUL that no database takes. A field in which
 * nothing can be seen was left empty.
 * @throws a 400 for the shop's error page.
 */
export async function readForm(request: Request): Promise<FormData> {
  const sent = await request.formData().catch(() => null)
  if (!sent) throw malformed()
  return checkedForm(sent)
}

/** The same for a form that a library has read. @throws a 400 for the shop's error page. */
export function checkedForm(sent: FormData): FormData {
  const fields = [...sent]
  if (fields.length > MOST_FIELDS) throw malformed()
  const form = new FormData()
  for (const [name, value] of fields) {
    if (!isName(name) || !isText(value)) throw malformed()
    form.append(name, isInvisible(value) ? '' : value)
  }
  return form
}

function isName(name: string): boolean {
  return name.length <= LONGEST_NAME && NAME.test(name) && !name.split('.').some((part) => part in {})
}

function isText(value: FormDataEntryValue): value is string {
  return typeof value === 'string' && !value.includes('\0')
}

function malformed() {
  return new Response(null, { status: 400 })
}
