import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { openStorage } from '~/platform/storage.server'
import { expect, test as shopTest } from '../../tests/shop-test'
import { files } from './file-tables.server'
import { masterKey } from './image-keys.server'
import { openImageVariant } from './image-variants.server'
import { makeMaster } from './pictures/image-codec.server'
import { MAX_BYTES, storeImage } from './store-image.server'

const test = shopTest.extend<{ storage: ReturnType<typeof openStorage> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the fixture's needs from this pattern
  storage: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'comptoir-media-'))
    await use(openStorage(folder))
    await rm(folder, { recursive: true })
  },
})

const square = (width: number, height = width) =>
  sharp({ create: { width, height, channels: 3, background: '#c96f3b' } })

test('a photo is kept without the place where it was taken', async ({ db, storage }) => {
  const photo = await square(64)
    .withExif({ IFD0: { Artist: 'Somebody' }, IFD3: { GPSLatitude: '48/1 51/1 0/1' } })
    .jpeg()
    .toBuffer()
  expect((await sharp(photo).metadata()).exif).toBeDefined()

  const outcome = await storeImage({ db, storage }, photo)

  if (!outcome.ok) throw new Error(outcome.reason)
  const master = await storage.getBytes(masterKey(outcome.file.hash))
  expect((await sharp(master).metadata()).exif).toBeUndefined()
  const small = await openImageVariant(storage, { hash: outcome.file.hash, width: 160, format: 'webp' })
  expect((await sharp(small ?? undefined).metadata()).exif).toBeUndefined()
})

test('a photo taken with the camera on its side stands upright', async ({ db, storage }) => {
  const photo = await square(80, 40).withMetadata({ orientation: 6 }).jpeg().toBuffer()

  expect(await storeImage({ db, storage }, photo)).toMatchObject({
    ok: true,
    file: { width: 40, height: 80 },
  })
})

test('the four accepted formats are kept', async ({ db, storage }) => {
  const pictures = await Promise.all([
    square(20).jpeg().toBuffer(),
    square(21).png().toBuffer(),
    square(22).webp().toBuffer(),
    square(23).avif().toBuffer(),
  ])

  for (const picture of pictures)
    expect(await storeImage({ db, storage }, picture)).toMatchObject({ ok: true })
})

test('the same picture stored twice is one file', async ({ db, storage }) => {
  const picture = await square(30).png().toBuffer()

  const first = await storeImage({ db, storage }, picture)
  expect(await storeImage({ db, storage }, picture)).toEqual(first)

  expect(await db.select().from(files)).toHaveLength(1)
})

test('what is no picture is refused, whatever it claims to be', async ({ db, storage }) => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
  const gif = await square(9).gif().toBuffer()
  const page = Buffer.from('<html><script>alert(1)</script></html>')
  const jpegHead = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(200, 7)])
  const cutOff = (await square(300).png({ compressionLevel: 0 }).toBuffer()).subarray(0, 4000)

  for (const bytes of [svg, gif, page, jpegHead, cutOff, Buffer.alloc(0)])
    expect(await storeImage({ db, storage }, bytes)).toEqual({ ok: false, reason: 'not-an-image' })

  expect(await db.select().from(files)).toEqual([])
})

test('a file over ten megabytes is refused unread', async ({ db, storage }) => {
  const heavy = Buffer.alloc(MAX_BYTES + 1, 0xff)

  expect(await storeImage({ db, storage }, heavy)).toMatchObject({ ok: false, reason: 'too-many-bytes' })
})

test('a small file that unfolds into a huge picture is refused before it is decoded', async ({
  db,
  storage,
}) => {
  const bomb = await square(8_000).png({ compressionLevel: 9, palette: true }).toBuffer()
  expect(bomb.byteLength).toBeLessThan(200_000)

  expect(await storeImage({ db, storage }, bomb)).toMatchObject({ ok: false, reason: 'too-many-pixels' })
})

test('a moving picture of hundreds of frames is refused before it is decoded, of a shorter one the first stays', async ({
  db,
  storage,
}) => {
  const frame = (at: number) =>
    sharp({
      create: { width: 8, height: 8, channels: 3, background: { r: at % 256, g: (at * 7) % 256, b: 9 } },
    })
      .png()
      .toBuffer()
  const moving = async (frames: number) =>
    sharp(await Promise.all(Array.from({ length: frames }, (_, at) => frame(at))), {
      join: { animated: true },
    })
      .webp()
      .toBuffer()

  expect(await storeImage({ db, storage }, await moving(300))).toMatchObject({ reason: 'too-many-pixels' })
  expect(await storeImage({ db, storage }, await moving(3))).toMatchObject({ ok: true, file: { height: 8 } })
})

test('a photo that is walked over hundreds of times is refused unread', async ({ db, storage }) => {
  const photo = await square(64).jpeg({ progressive: true }).toBuffer()
  const last = photo.subarray(photo.lastIndexOf(Buffer.from([0xff, 0xda])), -2)
  const bomb = Buffer.concat([photo.subarray(0, -2), ...Array<Buffer>(500).fill(last), photo.subarray(-2)])

  expect(await storeImage({ db, storage }, bomb)).toEqual({ ok: false, reason: 'too-costly' })
})

test('a picture that takes too long or too much is given up with its process, and the next is fine', async () => {
  const picture = await square(4_000).png({ compressionLevel: 1 }).toBuffer()

  expect(await makeMaster(picture, { deadlineMs: 0 })).toEqual({ ok: false, reason: 'too-costly' })
  if (process.platform === 'linux')
    expect(await makeMaster(picture, { mostBytes: 1 })).toEqual({ ok: false, reason: 'too-costly' })
  expect(await makeMaster(await square(20).png().toBuffer())).toMatchObject({ ok: true })
})
