import { existsSync, readFileSync } from 'node:fs'
import { StripeRefusal } from './stripe-books'

type Schema = {
  $ref?: string
  type?: string
  enum?: unknown[]
  anyOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  nullable?: boolean
  maxLength?: number
  additionalProperties?: boolean | Schema
}

type OpenApi = {
  paths: Record<
    string,
    { post?: { requestBody?: { content: Record<string, { schema: Schema }> } } } | undefined
  >
  components: { schemas: Record<string, Schema> }
}

export const STRIPE_DOCUMENT = new URL(
  '../../../shared/data/stripe/stripe.openapi.2025-10-15.json',
  import.meta.url,
)
export const hasStripeDocument = existsSync(STRIPE_DOCUMENT)

let read: OpenApi | undefined

function readDocument(): OpenApi | undefined {
  if (!hasStripeDocument) return undefined
  read ??= JSON.parse(readFileSync(STRIPE_DOCUMENT, 'utf8')) as OpenApi
  return read
}

/** Refuses, as Stripe does, a parameter that its document does not know or a value of the wrong kind. */
export function checkStripeRequest(path: string, form: unknown): void {
  const document = readDocument()
  const template = path.replace(/\/cs_[^/]+/, '/{session}')
  const schema =
    document?.paths[template]?.post?.requestBody?.content['application/x-www-form-urlencoded']?.schema
  if (!document || !schema) return
  const [problem] = problemsOf(document, schema, form, '', { isForm: true })
  if (problem) throw new StripeRefusal(400, 'parameter_invalid', problem, problem.split(':')[0])
}

/** The stand-in's own answers must be what Stripe's document says. */
export function checkStripeResponse(kind: string, object: unknown): void {
  const document = readDocument()
  const schema = document?.components.schemas[kind]
  if (!document || !schema) return
  const problems = problemsOf(document, schema, object, '', { isForm: false })
  if (problems.length > 0) throw new Error(`The stand-in's ${kind} is not Stripe's: ${problems.join('; ')}`)
}

type Way = { isForm: boolean }

function problemsOf(document: OpenApi, schema: Schema, value: unknown, at: string, way: Way): string[] {
  if (schema.$ref) {
    const named = document.components.schemas[schema.$ref.replace('#/components/schemas/', '')]
    return named ? problemsOf(document, named, value, at, way) : []
  }
  if (value === null) return schema.nullable || schema.anyOf ? [] : [`${at}: must not be null`]
  if (schema.anyOf) {
    const tries = schema.anyOf.map((choice) => problemsOf(document, choice, value, at, way))
    return tries.some((problems) => problems.length === 0) ? [] : (tries[0] ?? [])
  }
  if (schema.enum && !schema.enum.includes(value)) return [`${at}: is not one of ${schema.enum.join(', ')}`]
  switch (schema.type) {
    case 'object':
      return problemsOfObject(document, schema, value, at, way)
    case 'array':
      if (!Array.isArray(value)) return [`${at}: must be a list`]
      return value.flatMap((entry, index) =>
        problemsOf(document, schema.items ?? {}, entry, `${at}[${index}]`, way),
      )
    case 'string':
      if (typeof value !== 'string') return [`${at}: must be text`]
      return schema.maxLength && value.length > schema.maxLength ? [`${at}: is too long`] : []
    case 'integer':
      return Number.isInteger(way.isForm ? Number(value || Number.NaN) : value)
        ? []
        : [`${at}: must be an integer`]
    case 'boolean':
      return value === true || value === false || (way.isForm && /^(true|false)$/.test(String(value)))
        ? []
        : [`${at}: must be true or false`]
    default:
      return []
  }
}

function problemsOfObject(document: OpenApi, schema: Schema, value: unknown, at: string, way: Way): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${at}: must be an object`]
  const given = value as Record<string, unknown>
  const name = (key: string) => (at ? `${at}[${key}]` : key)
  const missing = (schema.required ?? [])
    .filter((key) => !(key in given))
    .map((key) => `${name(key)}: is missing`)
  const others = Object.entries(given).flatMap(([key, entry]) => {
    const known = schema.properties?.[key]
    if (known) return problemsOf(document, known, entry, name(key), way)
    const isOpen = schema.additionalProperties !== false || !schema.properties
    return way.isForm && !isOpen ? [`${name(key)}: is not a parameter`] : []
  })
  return [...missing, ...others]
}
