import type { Sources } from './sources'

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

function keysOf(content: unknown, prefix = ''): string[] {
  if (typeof content !== 'object' || content === null) return [prefix]
  return Object.entries(content).flatMap(([key, value]) => keysOf(value, prefix ? `${prefix}.${key}` : key))
}
