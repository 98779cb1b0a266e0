import { application, roomOf, type Sources, withoutComments } from './sources'

/** Statements that change a table outside the room that declares it. */
export function foreignWrites(sources: Sources): string[] {
  const tables = declaredTables(sources)
  return application(sources).flatMap(([path, text]) => {
    const code = withoutComments(text)
    return tables
      .filter(({ room }) => room !== roomOf(path))
      .filter((table) => writes(code, table))
      .map(({ name, room }) => `${path} writes ${name}, which belongs to ${room}`)
  })
}

export interface Table {
  variable: string
  name: string
  room: string
}

export function declaredTables(sources: Sources): Table[] {
  return application(sources).flatMap(([path, text]) =>
    [...text.matchAll(/export const (\w+) = pgTable\(\s*'(\w+)'/g)].map(([, variable = '', name = '']) => ({
      variable,
      name,
      room: roomOf(path),
    })),
  )
}

function writes(code: string, { variable, name }: Table): boolean {
  const alias = new RegExp(`\\b${variable} as (\\w+)`).exec(code)?.[1] ?? variable
  const isImported = new RegExp(`import[^;]*?\\b${variable}\\b[^;]*?from '`, 's').test(code)
  const byBuilder = new RegExp(`\\.(insert|update|delete)\\(\\s*(\\w+\\.)?${alias}\\s*\\)`)
  const target = `("?${name}"?(?![\\w."])|\\$\\{\\s*(\\w+\\.)?${alias}\\s*\\})`
  const bySql = new RegExp(
    `\\b(insert\\s+into|delete\\s+from|merge\\s+into|truncate(\\s+table)?|update(\\s+only)?)\\s+${target}`,
    'i',
  )
  return (isImported && byBuilder.test(code)) || bySql.test(code)
}
