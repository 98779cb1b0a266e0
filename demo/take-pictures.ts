import pLimit from 'p-limit'
import sharp from 'sharp'
import { storeImage } from '~/media/store-image.server'
import type { Database } from '~/platform/db.server'
import type { Storage } from '~/platform/storage.server'
import { motifNamed } from './pictures/motifs'
import { takePicture, takeSilhouette } from './pictures/studio'

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
        const stored = await storeImage(ground, await photograph(name))
        if (!stored.ok) throw new Error(`The picture ${name} was refused: ${stored.reason}`)
        onTaken()
        return [name, stored.file.id] as const
      }),
    ),
  )
  return new Map(taken)
}

/** `motif/kind/look`, the kind being empty for most. */
async function photograph(name: string): Promise<Buffer> {
  const [motif = '', kind = ''] = name.split('/')
  const shot = { name, kind: kind || undefined }
  const shadow = await castShadow(takeSilhouette(motifNamed(motif), shot))
  return sharp(Buffer.from(takePicture(motifNamed(motif), { ...shot, shadow })))
    .removeAlpha()
    .png({ compressionLevel: 0 })
    .toBuffer()
}

const SHADE = { r: 51, g: 38, b: 26 }

/** Blurred small and drawn large: a filter over the whole picture takes three times as long. */
async function castShadow(silhouette: string): Promise<string> {
  const { data, info } = await sharp(Buffer.from(silhouette))
    .ensureAlpha()
    .extractChannel('alpha')
    .linear(0.3, 0)
    .blur(3.2)
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height } = info
  const shadow = await sharp({ create: { width, height, channels: 3, background: SHADE } })
    .joinChannel(data, { raw: { width, height, channels: 1 } })
    .png()
    .toBuffer()
  return `data:image/png;base64,${shadow.toString('base64')}`
}
