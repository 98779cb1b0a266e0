const MOST_FIELDS = 100
const LONGEST_NAME = 100

/** `quantity`, `shipping.street`: no brackets, and nothing that form libraries read as an instruction of their own. */
const NAME = /^[a-z][\w-]*(?:\.[a-z][\w-]*){0,2}$/i

/**
 * The fields of a form that a page of the shop can have sent. Whatever else arrives is refused before it is looked at:
 * too many fields, names that build lists or reach into prototypes, the NUL that no database takes.
 * @throws a 400 for the shop's error page.
 */
export async function readForm(request: Request): Promise<FormData> {
  const form = await request.formData().catch(() => null)
  if (!form) throw malformed()
  const fields = [...form]
  if (fields.length > MOST_FIELDS || !fields.every(([name, value]) => isName(name) && isText(value)))
    throw malformed()
  return form
}

function isName(name: string): boolean {
  return name.length <= LONGEST_NAME && NAME.test(name) && !name.split('.').some((part) => part in {})
}

function isText(value: FormDataEntryValue): boolean {
  return typeof value === 'string' && !value.includes('\0')
}

function malformed() {
  return new Response(null, { status: 400 })
}
