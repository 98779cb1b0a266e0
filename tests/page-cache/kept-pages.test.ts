import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { changeTag } from '~/changes'
import { openLog } from '~/platform/log.server'
import { ENCODINGS } from '../../server/encodings'
import { bodyIn, keepable } from '../../server/page-cache/kept-page'
import { keepPages } from '../../server/page-cache/kept-pages'

const MINUTE = 60_000

/** Pages that say how often they were drawn, on a clock that stands still until it is moved. */
function aShop({ hears = true, holdsFor = Number.POSITIVE_INFINITY, maxBytes = 1_000_000 } = {}) {
  const clock = { now: 1_000_000 }
  const drawn = { times: 0, duringDrawing: async () => {} }
  const pages = keepPages({
    log: openLog({ level: 'silent', process: 'test' }),
    now: () => clock.now,
    maxBytes,
    draw: async () => {
      drawn.times += 1
      const html = `<html>${drawn.times}${'.'.repeat(1_000)}</html>`
      await drawn.duringDrawing()
      const page = keepable({ html, nonce: 'nonce', requestId: 'id', headersFor: () => ({}) })
      if (!page) throw new Error('It cannot be kept')
      return {
        page,
        tags: new Set([changeTag.product(1), changeTag.range(2)]),
        holdsUntil: clock.now + holdsFor,
      }
    },
  })
  pages.hears(hears)
  clock.now += 1
  const shown = () => pages.find('/p/one')?.bodies.identity?.body.toString().match(/\d/)?.[0]
  return { pages, clock, drawn, shown }
}

test('a page is fresh for a minute; then the old one is given while it is drawn anew', async () => {
  const { pages, clock, drawn, shown } = aShop()
  expect(shown()).toBeUndefined()
  await pages.drawOnce('/p/one')

  clock.now += MINUTE - 1
  expect(shown()).toBe('1')
  expect(drawn.times).toBe(1)
  clock.now += 1
  expect(shown()).toBe('1')
  await setImmediate()
  expect(shown()).toBe('2')
  clock.now += 12 * MINUTE
  expect(shown()).toBeUndefined()
})

test('what shows something that changed is never given again, not even once more', async () => {
  const { pages, clock, shown } = aShop()
  for (const news of [changeTag.product(1), changeTag.offer(1), changeTag.range(2)]) {
    await pages.drawOnce('/p/one')
    pages.drop([changeTag.product(2), changeTag.offer(7), changeTag.range(1)])
    expect(shown(), news).toBeDefined()
    pages.drop([news])
    expect(shown(), news).toBeUndefined()
    clock.now += 1
  }
  await pages.drawOnce('/p/one')
  pages.dropAll()
  expect(shown()).toBeUndefined()
})

test('a page whose subject changes while it is drawn is drawn again', async () => {
  const { pages, clock, drawn, shown } = aShop()
  drawn.duringDrawing = async () => {
    clock.now += 1
    if (drawn.times === 1) pages.drop([changeTag.offer(1)])
    clock.now += 1
  }

  await pages.drawOnce('/p/one')

  expect(drawn.times).toBe(2)
  expect(shown()).toBe('2')
})

test('a page whose subject does not stop changing is given, and not kept', async () => {
  const { pages, clock, drawn, shown } = aShop()
  drawn.duringDrawing = async () => {
    pages.drop([changeTag.offer(1)])
    clock.now += 1
  }

  expect((await pages.drawOnce('/p/one')).page).not.toBeNull()

  expect(drawn.times).toBe(3)
  expect(shown()).toBeUndefined()
})

test('a page that says something else from a moment on is not given after it', async () => {
  const { pages, clock, shown } = aShop({ holdsFor: 10_000 })
  await pages.drawOnce('/p/one')

  clock.now += 9_999
  expect(shown()).toBe('1')
  clock.now += 1
  expect(shown()).toBeUndefined()
})

test('while changes are not heard, a page is kept for moments', async () => {
  const { pages, clock, shown } = aShop({ hears: false })
  await pages.drawOnce('/p/one')

  clock.now += 2_900
  expect(shown()).toBe('1')
  clock.now += 200
  expect(shown()).toBeUndefined()
})

test('memory holds what is asked for, within its limit', async () => {
  const { pages } = aShop({ maxBytes: 10_000 })
  for (let number = 0; number < 50; number++) {
    await pages.drawOnce(`/p/${number}`)
    pages.find('/p/0')
  }

  expect(pages.size().bytes).toBeLessThanOrEqual(10_000)
  expect(pages.find('/p/0')).toBeDefined()
  expect(pages.find('/p/1')).toBeUndefined()
})

test('a page that was asked for in another encoding weighs more, and is dropped like any other', async () => {
  const { pages } = aShop({ maxBytes: 40_000 })
  await pages.drawOnce('/p/one')
  const page = pages.find('/p/one')
  const before = pages.size().bytes

  const body = page && bodyIn(page, 'gzip').body
  pages.weigh('/p/one')
  expect(pages.size().bytes - before).toBe(body?.length)
  expect(body?.buffer.byteLength).toBe(body?.length)

  for (let number = 0; number < 50; number++) {
    const { page } = await pages.drawOnce(`/p/${number}`)
    if (page) for (const encoding of ENCODINGS) bodyIn(page, encoding)
    pages.weigh(`/p/${number}`)
  }
  expect(pages.size().bytes).toBeLessThanOrEqual(40_000)
  pages.drop([changeTag.product(1)])
  expect(pages.size()).toEqual({ pages: 0, bytes: 0 })
})

test('only scripts that carry the nonce are allowed, and nothing of one request is kept', () => {
  const allowed: string[][] = []
  const keep = (body: string) =>
    keepable({
      html: `<head><meta name="request-id" content="id-1"/></head>${body}`,
      nonce: 'abc',
      requestId: 'id-1',
      headersFor: (hashes) => {
        allowed.push(hashes)
        return {}
      },
    })

  const page = keep('<script nonce="abc" async="">ours()</script><script>theirs()</script>')
  expect(page?.bodies.identity?.body.toString()).toBe(
    '<head></head><script async="">ours()</script><script>theirs()</script>',
  )
  expect(allowed).toEqual([["'sha256-6Mlk+XjE57h/a6BK8UFDhIqhWicH5NYtbW9Bd0Z0HiI='"]])
  expect(keep('<p>id-1</p>')).toBeNull()
  expect(keep('<style data-nonce="abc"></style>')).toBeNull()
})
