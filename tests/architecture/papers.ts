import type { Sources } from './sources'

const LONGEST_FILE = 300

export function tooLongFiles(sources: Sources): string[] {
  return [...sources]
    .map(([path, text]) => ({ path, lines: text.trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > LONGEST_FILE)
    .map(({ path, lines }) => `${path} has ${lines} lines`)
}

/** Paths that a document names and nobody finds: `app/cart`, `server/web.ts`. What has a gap, as `app/<room>/`, is a pattern. */
export function pathsGone(documents: Map<string, string>, exists: (path: string) => boolean): string[] {
  return [...documents].flatMap(([document, text]) =>
    [...text.matchAll(/`((?:app|server|scripts|demo|drizzle|tests|docs)\/[\w$./@-]*)`/g)]
      .map(([, path = '']) => path)
      .filter((path) => !exists(path))
      .map((path) => `${document} names ${path}, which is not there`),
  )
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

/** Whoever visits the shop is "they", in comments and in titles of tests. */
export function visitorsThatAreHe(sources: Sources): string[] {
  return [...sources]
    .filter(([, text]) => /\b(he|him|his|himself)\b/i.test(text))
    .map(([path]) => `${path} says "he" of somebody`)
}
