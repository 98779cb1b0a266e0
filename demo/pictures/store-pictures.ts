import pLimit from 'p-limit'
import { storeImage } from '~/media/store-image.server'
import type { Database } from '~/platform/db.server'
import type { Storage } from '~/platform/storage.server'
import { readPicture } from './picture-files'

/** Hands every picture once to the media room; answers the files' ids by the pictures' names. */
export async function storePictures(
  ground: { db: Database; storage: Storage },
  names: Iterable<string>,
  onStored: () => void,
): Promise<Map<string, string>> {
  const atOnce = pLimit(4)
  const stored = await Promise.all(
    [...new Set(names)].map((name) =>
      atOnce(async () => {
        const outcome = await storeImage(ground, await readPicture(name))
        if (!outcome.ok) throw new Error(`The picture ${name} was refused: ${outcome.reason}`)
        onStored()
        return [name, outcome.file.id] as const
      }),
    ),
  )
  return new Map(stored)
}
