import pLimit from 'p-limit'
import { rasterise } from '~/media/image-codec.server'
import { storeImage } from '~/media/store-image.server'
import type { Database } from '~/platform/db.server'
import type { Storage } from '~/platform/storage.server'
import { motifNamed } from './pictures/motifs'
import { takePicture } from './pictures/studio'

/** Draws every picture once and hands it to the media room; answers the files' ids by the pictures' names. */
export async function takePictures(
  ground: { db: Database; storage: Storage },
  names: Iterable<string>,
  onTaken: () => void,
): Promise<Map<string, string>> {
  const atOnce = pLimit(4)
  const taken = await Promise.all(
    [...new Set(names)].map((name) =>
      atOnce(async () => {
        const stored = await storeImage(ground, await rasterise(drawn(name)))
        if (!stored.ok) throw new Error(`The picture ${name} was refused: ${stored.reason}`)
        onTaken()
        return [name, stored.file.id] as const
      }),
    ),
  )
  return new Map(taken)
}

/** `motif/kind/look`, the kind being empty for most. */
export function drawn(name: string): string {
  const [motif = '', kind = ''] = name.split('/')
  return takePicture(motifNamed(motif), { name, kind: kind || undefined })
}
