import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'

const known = new Map<string, readonly string[]>()

/** The pictures of a folder, or those of one kind in it: `brake-disc/vented-1.avif`, `brake-disc/vented-2.avif`. */
export function listPictures(folder: string, kind = ''): readonly string[] {
  const prefix = kind && `${kind}-`
  const files = filesOf(folder).filter((file) => file.replace(/\d+\.\w+$/, '') === prefix)
  if (files.length === 0) throw new Error(`demo/pictures/${folder} has no picture ${prefix}1`)
  return files.map((file) => `${folder}/${file}`)
}

export const readPicture = (name: string): Promise<Buffer> => readFile(new URL(name, import.meta.url))

function filesOf(folder: string): readonly string[] {
  const files = known.get(folder) ?? readdirSync(new URL(folder, import.meta.url)).toSorted(byNumber)
  known.set(folder, files)
  return files
}

const byNumber = new Intl.Collator('en', { numeric: true }).compare
