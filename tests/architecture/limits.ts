import type { Sources } from './sources'

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
