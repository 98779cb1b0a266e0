/**
 * The process in which pictures are decoded, one at a time: strangers' bytes can cost it its time or its memory, and then it
 * is ended and nothing else with it. `picture-process.server.ts` starts it and speaks with it. Plain JavaScript, because
 * it runs from the sources and from the build alike.
 */
import { setPriority } from 'node:os'
import sharp from 'sharp'

const IDLE_MS = 60_000

sharp.cache(false)
sharp.concurrency(1)
// Pages go first.
setPriority(10)

let idle = setTimeout(() => process.exit(), IDLE_MS)
process.on('disconnect', () => process.exit())
process.on('message', async (job) => {
  clearTimeout(idle)
  const answer = await (job.task === 'master' ? master(job) : variant(job)).catch(() => ({
    reason: 'not-an-image',
  }))
  process.send?.(answer)
  idle = setTimeout(() => process.exit(), IDLE_MS)
})

/** Decodes everything and writes it anew, upright and in sRGB: what is not pixels stays behind. */
async function master({ bytes, mostPixels, mostFrames }) {
  const source = Buffer.from(bytes)
  const { width, height, pages = 1, hasAlpha } = await sharp(source, { limitInputPixels: false }).metadata()
  if (!(width > 0 && height > 0)) return { reason: 'not-an-image' }
  if (width * height > mostPixels || pages > mostFrames) return { reason: 'too-many-pixels' }
  const bounds = { limitInputPixels: mostPixels, pages: 1, failOn: 'error' }
  const { isOpaque } = hasAlpha ? await sharp(source, bounds).stats() : { isOpaque: true }
  const upright = sharp(source, bounds).autoOrient()
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
}

/** A master in one width and format. */
async function variant({ bytes, mostPixels, width, format }) {
  const resized = sharp(Buffer.from(bytes), { limitInputPixels: mostPixels, pages: 1 }).resize({
    width,
    withoutEnlargement: true,
  })
  const encoded =
    format === 'avif' ? resized.avif({ quality: 58, effort: 2 }) : resized.webp({ quality: 82, effort: 4 })
  return { bytes: await encoded.toBuffer() }
}
