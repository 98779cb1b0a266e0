/** The rules of the house that dependency-cruiser cannot see, as functions over sources: path → text. */

export type Sources = Map<string, string>

export interface HouseMap {
  rooms: Record<string, { mayImport: string[] }>
  ground: string[]
  doors: string[]
  registers: string[]
}

/**
 * What the whole house is written in. Every other dependency does one job for us and is known to one file: whoever wants
 * another library for that job changes that file.
 */
const LANGUAGE_OF_THE_HOUSE = [
  '@conform-to/zod',
  '@react-email/components',
  '@react-email/render',
  '@remix-run/node',
  '@remix-run/react',
  'cli-progress',
  'drizzle-orm',
  'express',
  'graphile-worker',
  'lru-cache',
  'p-limit',
  'postgres',
  'react',
  'react-dom',
  'zod',
]

/** Libraries whose code a browser may get; what touches the outside, the disk or the database never may. */
const MAY_REACH_BROWSERS = [
  '@conform-to/react',
  '@conform-to/zod',
  '@fontsource-variable/inter',
  '@react-email/components',
  '@remix-run/node',
  '@remix-run/react',
  'i18n-iso-countries',
  'postcode-validator',
  'react',
  'react-dom',
  'temporal-polyfill',
  'zod',
]
const LONGEST_FILE = 300

/** Folders that nobody put on the map, and names on the map without a folder. */
export function offTheMap(folders: string[], map: HouseMap): string[] {
  const known = [...Object.keys(map.rooms), ...map.ground, ...map.doors, ...map.registers]
  const strangers = folders.filter((folder) => !known.includes(folder))
  const missing = known.filter((name) => !folders.includes(name))
  const unknown = Object.entries(map.rooms).flatMap(([room, { mayImport }]) =>
    mayImport.filter((name) => !(name in map.rooms)).map((name) => `${room} → ${name}`),
  )
  return [
    ...strangers.map((name) => `app/${name} is not in app/rooms.js`),
    ...missing.map((name) => `${name} is in app/rooms.js and has no folder`),
    ...unknown.map((pair) => `${pair}: no such room`),
  ]
}

const LIMITS_FILE = 'app/platform/rate-limits.server.ts'

/** Limits that are declared and nobody takes. */
export function untakenLimits(sources: Sources): string[] {
  const declared = sources.get(LIMITS_FILE)?.matchAll(/^ {2}'?([\w-]+)'?: \{ points:/gm) ?? []
  const takers = [...sources]
    .filter(([path, code]) => path !== LIMITS_FILE && !path.includes('.test.') && /\.take\(/.test(code))
    .map(([, code]) => code)
  return [...declared]
    .map(([, name = '']) => name)
    .filter((name) => !takers.some((code) => code.includes(`'${name}'`)))
}

/** Every way by which a room may reach itself. */
export function circles(map: HouseMap): string[] {
  const found: string[] = []
  const walk = (path: string[]) => {
    const [first] = path
    for (const next of map.rooms[path.at(-1) ?? '']?.mayImport ?? []) {
      if (next === first) found.push([...path, next].join(' → '))
      else if (!path.includes(next)) walk([...path, next])
    }
  }
  for (const room of Object.keys(map.rooms)) walk([room])
  return found
}

/** Edges of the map that no import goes along: the map says what is, not what might be. */
export function unusedEdges(sources: Sources, { rooms }: HouseMap): string[] {
  const used = new Set(
    application(sources).flatMap(([path, text]) =>
      [...text.matchAll(/(?:from|import\() ?'~\/([\w-]+)\//g)].map(([, to]) => `${roomOf(path)} → ${to}`),
    ),
  )
  return Object.entries(rooms)
    .flatMap(([room, { mayImport }]) => mayImport.map((other) => `${room} → ${other}`))
    .filter((edge) => !used.has(edge))
    .map((edge) => `${edge}: nobody uses it`)
}

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

/** Libraries with one job that more than one file of the application imports. */
export function librariesInSeveralFiles(sources: Sources, dependencies: string[]): string[] {
  const jobs = dependencies.filter((name) => !LANGUAGE_OF_THE_HOUSE.includes(name))
  return jobs.flatMap((library) => {
    const files = application(sources).filter(([, text]) => imports(text, library))
    return files.length > 1 ? [`${library} is imported by ${files.map(([path]) => path).join(', ')}`] : []
  })
}

/** Names on the two lists above that package.json does not know. */
export function forgottenLibraries(dependencies: string[]): string[] {
  const known = new Set([...LANGUAGE_OF_THE_HOUSE, ...MAY_REACH_BROWSERS])
  return [...known].filter((name) => !dependencies.includes(name))
}

/** Files that touch database, cache or vendor without the suffix that keeps them out of the browser. */
export function unmarkedServerFiles(sources: Sources, dependencies: string[]): string[] {
  const serverOnly = dependencies.filter((name) => !MAY_REACH_BROWSERS.includes(name))
  return application(sources)
    .filter(([path]) => path.startsWith('app/') && !/\.server\.tsx?$|\.d\.ts$/.test(path))
    .flatMap(([path, text]) =>
      serverOnly
        .filter((library) => imports(withoutTypeImports(text), library))
        .map((library) => `${path} imports ${library} and is not called .server.ts`),
    )
}

/** Doors that speak to the database themselves. */
export function queriesInDoors(sources: Sources, { doors }: HouseMap): string[] {
  const signs: [RegExp, string][] = [
    [/from '(drizzle-orm|postgres)['/]/, 'imports a query builder'],
    [/from '[^']*-tables(\.server)?'/, 'imports tables'],
    [/\bsql`/, 'writes SQL'],
    [
      /\b(db|tx|database)\s*\.\s*(select|selectDistinct|insert|update|delete|execute|query|transaction)\b/,
      'queries',
    ],
  ]
  return application(sources)
    .filter(([path]) => doors.some((door) => path.startsWith(`app/${door}/`)))
    .flatMap(([path, text]) =>
      signs
        .filter(([sign]) => sign.test(withoutTypeImports(withoutComments(text))))
        .map(([, what]) => `${path} ${what}`),
    )
}

export function tooLongFiles(sources: Sources): string[] {
  return [...sources]
    .map(([path, text]) => ({ path, lines: text.trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > LONGEST_FILE)
    .map(({ path, lines }) => `${path} has ${lines} lines`)
}

/** Routes that do not say who may enter. */
export function routesWithoutAccess(sources: Sources): string[] {
  return [...sources]
    .filter(([path]) => path.startsWith('app/routes/') && /\.tsx?$/.test(path))
    .filter(([, text]) => !/export const handle\b[^=]*= \{[^;]*?\baccess\b/s.test(withoutComments(text)))
    .map(([path]) => `${path} exports no handle.access`)
}

/** Doors that read a form as it came, past the checks of readForm. */
export function formsReadUnchecked(sources: Sources): string[] {
  return application(sources)
    .filter(([path, text]) => path.startsWith('app/routes/') && /\.formData\(\)/.test(withoutComments(text)))
    .map(([path]) => `${path} reads a form without readForm`)
}

/** Fields of forms that take a text as it came, past the one cleaning of what people type. */
export function fieldsTakenRaw(sources: Sources): string[] {
  return application(sources)
    .filter(([path]) => /-forms?\.ts$/.test(path))
    .flatMap(
      ([path, text]) =>
        withoutComments(text)
          .match(/\bz\s*\.(string|email)\(\)(?!\s*\.regex\()/g)
          ?.map(() => path) ?? [],
    )
    .map((path) => `${path} takes a text raw: see app/text/typed-fields.ts`)
}

/** A test below app/routes would become a page. */
export function testsAmongRoutes(sources: Sources): string[] {
  return [...sources.keys()].filter((path) => path.startsWith('app/routes/') && isTest(path))
}

/** Messages that one language has and the other lacks, and message files that no register gathers. */
export function unevenMessages(messages: Map<string, unknown>, sources: Sources): string[] {
  return [...messages].flatMap(([path, content]) => {
    const [language, other] = path.endsWith('.fr.json') ? ['fr', 'en'] : ['en', 'fr']
    const twin = path.replace(`.${language}.json`, `.${other}.json`)
    const known = new Set(keysOf(messages.get(twin) ?? {}))
    const register = sources.get(`app/messages/${language}.ts`) ?? ''
    const lacks = keysOf(content).filter((key) => !known.has(key))
    return [
      ...lacks.map((key) => `${twin} lacks ${key}`),
      ...(register.includes(path.replace(/^app/, '~')) ? [] : [`app/messages/${language}.ts lacks ${path}`]),
    ]
  })
}

/** Variables that the environment's schema reads and `.env.example` does not explain, and the reverse. */
export function unexplainedVariables(schema: string, example: string): string[] {
  const read = [...schema.matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(([, name = '']) => name)
  const explained = [...example.matchAll(/^([A-Z][A-Z_]+)=/gm)].map(([, name = '']) => name)
  return [
    ...read.filter((name) => !explained.includes(name)).map((name) => `.env.example lacks ${name}`),
    ...explained.filter((name) => !read.includes(name)).map((name) => `nothing reads ${name}`),
  ]
}

const CODE =
  /\b(A-\d{3}|[RS]-\d{2}|G-[1-6]|(?:CAT|VEH|SET|SEA|CART|STK|PAY|ORD|BIL|CUS|AUT|SEL|BLO|SEO|AIC|ANA|ADM|API|OPS)-\d{1,2})\b/g

/** Codes of requirements, attacks and races that a source names and docs/requirements.md does not explain. */
export function unexplainedCodes(sources: Sources, requirements: string): string[] {
  const explained = new Set(requirements.match(CODE))
  return [...sources].flatMap(([path, text]) =>
    [...new Set(text.match(CODE))]
      .filter((code) => !explained.has(code))
      .map((code) => `${path} names ${code}, which docs/requirements.md does not explain`),
  )
}

function keysOf(content: unknown, prefix = ''): string[] {
  if (typeof content !== 'object' || content === null) return [prefix]
  return Object.entries(content).flatMap(([key, value]) => keysOf(value, prefix ? `${prefix}.${key}` : key))
}

export function application(sources: Sources): [string, string][] {
  return [...sources].filter(([path]) => /^(app|server)\/.*\.[jt]sx?$/.test(path) && !isTest(path))
}

export function isTest(path: string) {
  return /\.test\.tsx?$/.test(path)
}

export function roomOf(path: string) {
  return path.split('/')[1] ?? ''
}

function imports(text: string, library: string) {
  return new RegExp(`(from|import|import\\(|require\\()\\s*'${library}(/[^']*)?'`).test(text)
}

export function withoutTypeImports(text: string) {
  return text.replace(/import type [^;]*? from '[^']*'/gs, '')
}

export function withoutComments(text: string) {
  return text.replace(/\/\*.*?\*\//gs, '').replace(/(^|\s)\/\/.*$/gm, '$1')
}
