import sharp from 'sharp'
import type { ImageFormat } from './image-sizes'

export const MAX_PIXELS = 40_000_000

export type Master = { bytes: Buffer; contentType: 'image/jpeg' | 'image/png'; width: number; height: number }

// Only raster decoders see strangers' bytes: the container is recognised by its first bytes before sharp opens it.
const OPENINGS: readonly ((head: Buffer) => boolean)[] = [
  (head) => head.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])),
  (head) => head.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])),
  (head) => head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP',
  (head) => head.toString('latin1', 4, 8) === 'ftyp' && /avif|avis/.test(head.toString('latin1', 8, 32)),
]

export function isAcceptedImage(bytes: Buffer): boolean {
  return OPENINGS.some((matches) => matches(bytes.subarray(0, 32)))
}

/** What the header says, without decoding a pixel; null when it cannot be read. */
export async function measureImage(bytes: Buffer): Promise<{ width: number; height: number } | null> {
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata()
    return width > 0 && height > 0 ? { width, height } : null
  } catch {
    return null
  }
}

/** Decodes everything and writes it anew, upright and in sRGB: what is not pixels stays behind. Null when damaged. */
export async function makeMaster(bytes: Buffer): Promise<Master | null> {
  try {
    const image = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' }).timeout({ seconds: 20 })
    const { isOpaque } = (await image.metadata()).hasAlpha
      ? await sharp(bytes, { limitInputPixels: MAX_PIXELS }).stats()
      : { isOpaque: true }
    const upright = image.autoOrient()
    const encoded = isOpaque
      ? upright.removeAlpha().jpeg({ quality: 92, chromaSubsampling: '4:4:4' })
      : upright.png({ compressionLevel: 6 })
    const { data, info } = await encoded.toBuffer({ resolveWithObject: true })
    return {
      bytes: data,
      contentType: isOpaque ? 'image/jpeg' : 'image/png',
      width: info.width,
      height: info.height,
    }
  } catch {
    return null
  }
}

export async function shrinkImage(
  master: Uint8Array,
  { width, format }: { width: number; format: ImageFormat },
): Promise<Buffer> {
  const resized = sharp(master, { limitInputPixels: MAX_PIXELS })
    .timeout({ seconds: 20 })
    .resize({ width, withoutEnlargement: true })
  const encoded =
    format === 'avif' ? resized.avif({ quality: 58, effort: 2 }) : resized.webp({ quality: 82, effort: 4 })
  return encoded.toBuffer()
}
