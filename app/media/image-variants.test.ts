import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { test as base, expect } from 'vitest'
import { openStorage } from '~/platform/storage.server'
import { masterKey, variantKey } from './image-keys.server'
import { readImagePath, widthsFor } from './image-sizes'
import { openImageVariant } from './image-variants.server'

const test = base.extend<{ storage: ReturnType<typeof openStorage> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the fixture's needs from this pattern
  storage: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'comptoir-media-'))
    await use(openStorage(folder))
    await rm(folder, { recursive: true })
  },
})

const hash = 'ab'.repeat(32)

const aPicture = (width: number) =>
  sharp({ create: { width, height: width, channels: 3, background: '#345' } })
    .jpeg()
    .toBuffer()

test('only listed widths and formats of a real hash are paths', () => {
  expect(readImagePath(`${hash}/640.webp`)).toEqual({ hash, width: 640, format: 'webp' })

  const wrong = [
    `${hash}/641.webp`,
    `${hash}/0.webp`,
    `${hash}/99999.webp`,
    `${hash}/640.png`,
    `${hash}/640.webp/`,
    `${hash.toUpperCase()}/640.webp`,
    `../../.env`,
    `..%2f..%2f.env`,
    `%252e%252e/640.webp`,
    `..\\..\\640.webp`,
    `/etc/passwd`,
    `${hash}/..//640.webp`,
    '',
  ]
  for (const path of wrong) expect(readImagePath(path)).toBeNull()
})

test('a picture is offered in no width beyond its own', () => {
  expect(widthsFor(700)).toEqual([160, 320, 640])
  expect(widthsFor(90)).toEqual([160])
})

test('a width is made once for many who ask at the same time, and kept', async ({ storage }) => {
  await storage.put(masterKey(hash), await aPicture(800))
  const variant = { hash, width: 320, format: 'webp' } as const

  const answers = await Promise.all(Array.from({ length: 20 }, () => openImageVariant(storage, variant)))

  expect(new Set(answers.map((bytes) => Buffer.from(bytes ?? []).toString('hex'))).size).toBe(1)
  expect((await sharp(answers[0] ?? undefined).metadata()).width).toBe(320)
  expect(await storage.exists(variantKey(variant))).toBe(true)
})

test('AVIF is served as AVIF, and a small picture is not blown up', async ({ storage }) => {
  await storage.put(masterKey(hash), await aPicture(200))

  const bytes = await openImageVariant(storage, { hash, width: 640, format: 'avif' })

  expect(await sharp(bytes ?? undefined).metadata()).toMatchObject({ format: 'heif', width: 200 })
})

test('a file cut off while it was written is made again', async ({ storage }) => {
  await storage.put(masterKey(hash), await aPicture(400))
  const variant = { hash, width: 160, format: 'webp' } as const
  await storage.put(variantKey(variant), randomBytes(500))

  const bytes = await openImageVariant(storage, variant)

  expect((await sharp(bytes ?? undefined).metadata()).format).toBe('webp')
})

test('a hash that nobody stored has no picture', async ({ storage }) => {
  expect(await openImageVariant(storage, { hash: 'cd'.repeat(32), width: 160, format: 'webp' })).toBeNull()
})
