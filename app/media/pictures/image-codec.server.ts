import type { ImageFormat } from '../image-sizes'
import { type Bounds, decodePicture } from './picture-process.server'

export const MAX_PIXELS = 40_000_000
/** Of a moving picture the first is kept; one that holds hundreds is no photo. */
const MAX_FRAMES = 100
/** A photo has a dozen at most; each scan of a progressive JPEG costs a walk over all its pixels. */
const MAX_SCANS = 100

/** A fifth more memory than the costliest honest picture of 40 megapixels took (an AVIF), and several times its seconds. */
const BOUNDS: Bounds = { deadlineMs: 30_000, mostBytes: 900 * 2 ** 20 }

export type Master = { bytes: Buffer; contentType: 'image/jpeg' | 'image/png'; width: number; height: number }

type MasterOutcome =
  | { ok: true; master: Master }
  | { ok: false; reason: 'not-an-image' | 'too-many-pixels' | 'too-costly' }

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

/** Decodes a stranger's picture and writes it anew, in a process of its own that is ended when it costs too much. */
export async function makeMaster(bytes: Buffer, bounds: Partial<Bounds> = {}): Promise<MasterOutcome> {
  if (scansIn(bytes) > MAX_SCANS) return { ok: false, reason: 'too-costly' }
  const made = await decodePicture(
    { task: 'master', bytes, mostPixels: MAX_PIXELS, mostFrames: MAX_FRAMES },
    { ...BOUNDS, ...bounds },
  )
  if ('reason' in made) return { ok: false, reason: made.reason }
  const { contentType = 'image/jpeg', width = 0, height = 0 } = made
  return { ok: true, master: { bytes: Buffer.from(made.bytes), contentType, width, height } }
}

function scansIn(bytes: Buffer): number {
  if (bytes[0] !== 0xff) return 0
  let scans = 0
  for (let at = bytes.indexOf('ffda', 0, 'hex'); at !== -1; at = bytes.indexOf('ffda', at + 2, 'hex'))
    scans += 1
  return scans
}

export async function shrinkImage(
  master: Uint8Array,
  { width, format }: { width: number; format: ImageFormat },
): Promise<Buffer> {
  const made = await decodePicture(
    { task: 'variant', bytes: master, mostPixels: MAX_PIXELS, width, format },
    BOUNDS,
  )
  if ('reason' in made)
    throw new Error(`A picture could not be made ${width} wide as ${format}: ${made.reason}`)
  return Buffer.from(made.bytes)
}
