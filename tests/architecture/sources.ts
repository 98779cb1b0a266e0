/** What the rules of the house are asked of, which dependency-cruiser cannot see: its sources, path → text. */
export type Sources = Map<string, string>

export interface HouseMap {
  rooms: Record<string, { mayImport: string[] }>
  ground: string[]
  doors: string[]
  registers: string[]
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

export function withoutTypeImports(text: string) {
  return text.replace(/import type [^;]*? from '[^']*'/gs, '')
}

export function withoutComments(text: string) {
  return text.replace(/\/\*.*?\*\//gs, '').replace(/(^|\s)\/\/.*$/gm, '$1')
}
