import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Sources } from './sources'

const CODE = /\.([cm]?js|tsx?|css)$/

/** What the house is made of: path → text. */
export function readSources(): Sources {
  const files = ['app', 'server', 'scripts', 'demo', 'tests'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && CODE.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name)),
  )
  return new Map(files.map((path) => [path, readFileSync(path, 'utf8')]))
}
