import { application, type HouseMap, isTest, roomOf, type Sources, withoutComments } from './sources'

/** Message files: path → content. */
export type MessageFiles = Map<string, unknown>

const COMMON = 'ui'

/** Messages that one language has and another lacks, and message files that no register gathers. */
export function unevenMessages(
  messages: MessageFiles,
  sources: Sources,
  languages: readonly string[],
): string[] {
  return [...messages].flatMap(([path, content]) => {
    const [, language = ''] = /messages\.(\w+)\.json$/.exec(path) ?? []
    const twins = languages
      .filter((other) => other !== language)
      .map((other) => path.replace(`.${language}.`, `.${other}.`))
    const register = sources.get(`app/messages/${language}.ts`) ?? ''
    return [
      ...twins.flatMap((twin) => {
        const known = new Set(keysOf(messages.get(twin) ?? {}))
        return keysOf(content)
          .filter((key) => !known.has(key))
          .map((key) => `${twin} lacks ${key}`)
      }),
      ...(register.includes(path.replace(/^app/, '~')) ? [] : [`app/messages/${language}.ts lacks ${path}`]),
    ]
  })
}

/**
 * Rooms that speak with words of others: each has its own, those of the ground, and those of the rooms it may import. Doors
 * speak for everybody.
 */
export function wordsOfOthers(messages: MessageFiles, sources: Sources, map: HouseMap): string[] {
  const keys = allKeys(messages)
  return application(sources)
    .filter(([path]) => roomOf(path) in map.rooms || map.ground.includes(roomOf(path)))
    .flatMap(([path, text]) => {
      const room = roomOf(path)
      const may = [room, COMMON, ...(map.rooms[room]?.mayImport ?? [])]
      const taken = new Set(usedIn(text, keys).map(({ from }) => from))
      return [...taken]
        .filter((from) => !may.includes(from))
        .map((from) => `${path} speaks with words of ${from}`)
    })
}

/** Messages that nobody says. */
export function unsaidMessages(messages: MessageFiles, sources: Sources): string[] {
  const keys = allKeys(messages)
  const said = new Set(
    [...sources]
      .filter(([path]) => !path.startsWith('tests/') && !isTest(path))
      .flatMap(([, text]) => usedIn(text, keys).flatMap((use) => use.keys)),
  )
  return [...keys].filter((key) => !said.has(key))
}

const LANGUAGES_FILE = 'app/i18n/language.ts'

/** Lists of languages, and paths of a language, beside the one list. */
export function languagesListedElsewhere(sources: Sources): string[] {
  const lists =
    /\[\s*'fr',\s*'en'\s*\]|\[\s*'en',\s*'fr'\s*\]|'fr'\s*\|\s*'en'|'en'\s*\|\s*'fr'|\/en(?:\\b|\)\??|\(\?=)/
  return application(sources)
    .filter(([path, text]) => path !== LANGUAGES_FILE && lists.test(withoutComments(text)))
    .map(([path]) => `${path} lists the languages by itself: see ${LANGUAGES_FILE}`)
}

type Use = { from: string; keys: string[] }

/** The keys that a text names, whole or with a gap: `cart.code.unknown`, `orders.state.${state}`. */
function usedIn(text: string, keys: ReadonlySet<string>): Use[] {
  const code = withoutComments(text)
  const whole = [...code.matchAll(/'([a-z][\w-]*(?:\.[\w-]+)+)'/g)]
    .map(([, key = '']) => key)
    .filter((key) => keys.has(key))
  const withGap = [...code.matchAll(/`([a-z][\w-]*\.[^`\s]*?\$\{[^`\s]*)`/g)].flatMap(([, template = '']) => {
    const pattern = new RegExp(
      `^${template
        .split(/\$\{[^}]*\}/)
        .map(escaped)
        .join('[\\w-]+(?:\\.[\\w-]+)*')}$`,
    )
    const named = [...keys].filter((key) => pattern.test(key))
    return named.length > 0 ? [named] : []
  })
  return [...whole.map((key) => [key]), ...withGap].map((named) => ({
    from: named[0]?.split('.')[0] ?? '',
    keys: named,
  }))
}

function escaped(text: string) {
  return text.replace(/[.*+?^$()|[\]\\{}]/g, '\\$&')
}

/** Every key of every room, the forms of a plural as one. */
function allKeys(messages: MessageFiles): ReadonlySet<string> {
  return new Set(
    [...messages].flatMap(([path, content]) =>
      keysOf(content).map((key) => `${roomOf(path)}.${key.replace(/_(zero|one|other)$/, '')}`),
    ),
  )
}

function keysOf(content: unknown, prefix = ''): string[] {
  if (typeof content !== 'object' || content === null) return [prefix]
  return Object.entries(content).flatMap(([key, value]) => keysOf(value, prefix ? `${prefix}.${key}` : key))
}
