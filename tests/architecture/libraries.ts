import { application, type Sources, withoutTypeImports } from './sources'

/**
 * What the whole house is written in. Every other dependency does one job for us and is known to one file: whoever wants
 * another library for that job changes that file.
 */
const LANGUAGE_OF_THE_HOUSE = [
  '@conform-to/react',
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

function imports(text: string, library: string) {
  return new RegExp(`(from|import|import\\(|require\\()\\s*'${library}(/[^']*)?'`).test(text)
}
