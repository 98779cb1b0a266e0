import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LoaderFunctionArgs } from '@remix-run/node'
import sharp from 'sharp'
import { test as base, expect } from 'vitest'
import { masterKey } from '~/media/image-keys.server'
import { openStorage } from '~/platform/storage.server'
import { loader } from '~/routes/media.$'

const hash = 'ab'.repeat(32)

const test = base.extend<{ ask: (path: string, headers?: HeadersInit) => Promise<Response> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the fixture's needs from this pattern
  ask: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'comptoir-media-'))
    const storage = openStorage(folder)
    const white = sharp({ create: { width: 960, height: 960, channels: 3, background: '#fff' } })
    await storage.put(masterKey(hash), await white.jpeg().toBuffer())
    await use(async (path, headers) => {
      const request = new Request(`http://shop.test/media/${path}`, { headers })
      const args = { request, params: { '*': path }, context: { storage } } as unknown as LoaderFunctionArgs
      const thrown = (refusal: unknown) => refusal as Response
      return loader(args).catch(thrown)
    })
    await rm(folder, { recursive: true })
  },
})

test('A-068: paths that leave the folder and sizes that are not listed are not found', async ({ ask }) => {
  const paths = [
    '../../.env',
    '..%2f..%2f.env',
    '%252e%252e/.env',
    '..\\..\\.env',
    '/etc/passwd',
    `${hash}/../../x.webp`,
    `${hash}/0.webp`,
    `${hash}/641.webp`,
    `${hash}/99999.webp`,
    `${hash}/640.png`,
    `${hash}/640.webp?w=../../x`,
    `${'cd'.repeat(32)}/640.webp`,
  ]
  for (const path of paths) {
    const answer = await ask(path)
    expect([path, answer.status]).toEqual([path, 404])
    expect(await answer.text()).toBe('')
  }
})

test('a picture is kept for ever by whoever got it, and not sent twice', async ({ ask }) => {
  const first = await ask(`${hash}/160.webp`)
  expect([first.status, first.headers.get('content-type'), first.headers.get('cache-control')]).toEqual([
    200,
    'image/webp',
    'public, max-age=31536000, immutable',
  ])
  expect(Number(first.headers.get('content-length'))).toBe((await first.arrayBuffer()).byteLength)

  const again = await ask(`${hash}/160.webp`, { 'If-None-Match': first.headers.get('etag') ?? '' })
  expect(again.status).toBe(304)
})
