import { inject } from 'vitest'
import { changeTag } from '~/changes'
import { unique } from '../../tests/a-shop'
import { expect, test } from '../../tests/shop-test'
import { until } from '../../tests/until'
import { openCache } from './cache.server'
import { openLog } from './log.server'
import { openRedis, waitForRedis } from './redis.server'

/** A query that counts how often it is asked, and a clock that stands still until it is moved. */
function aQuestion({ key = unique('question'), seconds = 300, tags = [changeTag.product(1)] } = {}) {
  const asked = { times: 0, answer: 'first' as string | null }
  const read = async () => {
    asked.times += 1
    return asked.answer
  }
  return { asked, question: { key, seconds, tags, read } }
}

function aCache({ hears = true, maxBytes = 1_000_000 } = {}) {
  const clock = { now: 1_000_000 }
  const cache = openCache(undefined, { now: () => clock.now, maxBytes })
  cache.hears(hears)
  clock.now += 1
  return { cache, clock }
}

test('an answer is remembered until something it names changes', async () => {
  const { cache, clock } = aCache()
  const { asked, question } = aQuestion()
  await cache.remember(question)
  asked.answer = 'second'

  cache.drop([changeTag.product(2), changeTag.range(1)])
  expect(await cache.remember(question)).toBe('first')
  clock.now += 1
  cache.drop([changeTag.product(1)])
  clock.now += 1
  expect(await cache.remember(question)).toBe('second')
  cache.dropAll()
  clock.now += 1
  await cache.remember(question)
  expect(asked.times).toBe(3)
})

test('what weighs too much together is forgotten, what was asked for longest ago first', async () => {
  const { cache } = aCache({ maxBytes: 10_000 })
  const questions = Array.from({ length: 3 }, () => aQuestion())
  for (const { asked, question } of questions) {
    asked.answer = 'x'.repeat(1_200)
    await cache.remember(question)
  }

  for (const { question } of questions.toReversed()) await cache.remember(question)

  expect(questions.map(({ asked }) => asked.times)).toEqual([2, 1, 1])
})

test('of many things only those are asked for that are not known, or have changed', async () => {
  const { cache, clock } = aCache()
  const asked: number[][] = []
  const ask = (ids: number[]) =>
    cache.rememberEach({
      ids,
      keyOf: (id) => `thing:${id}`,
      seconds: 300,
      tagsOf: (id) => [changeTag.product(id)],
      read: async (missing) => {
        asked.push(missing)
        return new Map(missing.filter((id) => id < 10).map((id) => [id, `thing ${id}`]))
      },
    })

  await ask([1, 2, 10])
  clock.now += 1
  cache.drop([changeTag.product(2)])
  clock.now += 1
  const answers = await ask([1, 2, 3, 10])

  expect(asked).toEqual([
    [1, 2, 10],
    [2, 3, 10],
  ])
  expect(answers).toEqual(
    new Map([
      [1, 'thing 1'],
      [2, 'thing 2'],
      [3, 'thing 3'],
    ]),
  )
})

test.skipIf(!inject('redisUrl'))('what is one process’s own is in no other’s reach', async () => {
  const redis = openRedis(inject('redisUrl'), openLog({ level: 'silent', process: 'test' }))
  await waitForRedis(redis, 2_000)
  const caches = [openCache(redis), openCache(redis)]
  for (const cache of caches) cache.hears(true)
  const { asked, question } = aQuestion()

  for (const cache of caches) await cache.remember({ ...question, isOwn: true })
  redis?.disconnect()

  expect(asked.times).toBe(2)
})

test('fifty who ask at once wait for one answer', async () => {
  const { cache } = aCache()
  const { asked, question } = aQuestion()

  expect(new Set(await Promise.all(Array.from({ length: 50 }, () => cache.remember(question))))).toEqual(
    new Set(['first']),
  )
  expect(asked.times).toBe(1)
})

test('an answer that was on its way when its subject changed is given, and not remembered', async () => {
  const { cache, clock } = aCache()
  const { asked, question } = aQuestion()
  const answer = cache.remember({
    ...question,
    read: async () => {
      cache.drop([changeTag.product(1)])
      return question.read()
    },
  })

  expect(await answer).toBe('first')
  clock.now += 1
  await cache.remember(question)
  expect(asked.times).toBe(2)
})

test('past its time an answer stands in while a new one is fetched, but not for ever', async () => {
  const { cache, clock } = aCache()
  const { asked, question } = aQuestion({ seconds: 30 })
  await cache.remember(question)
  asked.answer = 'second'

  clock.now += 31_000
  expect(await cache.remember(question)).toBe('first')
  await until(async () => (await cache.remember(question)) === 'second')
  asked.answer = 'third'
  clock.now += 91_000
  expect(await cache.remember(question)).toBe('third')
})

test('a query that fails leaves the old answer standing in', async () => {
  const { cache, clock } = aCache()
  const { question } = aQuestion({ seconds: 30 })
  await cache.remember(question)
  const broken = { ...question, read: () => Promise.reject(new Error('The database is away')) }

  clock.now += 31_000
  expect(await cache.remember(broken)).toBe('first')
  clock.now += 61_000
  await expect(cache.remember(broken)).rejects.toThrow('The database is away')
})

test('what does not exist is not remembered: anybody can invent it', async () => {
  const { cache } = aCache()
  const { asked, question } = aQuestion()
  asked.answer = null

  expect(await cache.remember(question)).toBeNull()
  await cache.remember(question)
  expect(asked.times).toBe(2)
})

test('while changes are not heard, an answer is good for moments', async () => {
  const { cache, clock } = aCache({ hears: false })
  const { asked, question } = aQuestion()
  await cache.remember(question)

  clock.now += 2_900
  await cache.remember(question)
  expect(asked.times).toBe(1)
  clock.now += 200
  await cache.remember(question)
  expect(asked.times).toBe(2)
})

test.skipIf(!inject('redisUrl'))(
  'processes share answers through Redis, and each knows which are old',
  async () => {
    const redis = openRedis(inject('redisUrl'), openLog({ level: 'silent', process: 'test' }))
    await waitForRedis(redis, 2_000)
    const clock = { now: Date.now() }
    const [one, two] = [1, 2].map(() => openCache(redis, { now: () => clock.now }))
    for (const cache of [one, two]) cache?.hears(true)
    const { asked, question } = aQuestion()
    await one?.remember(question)
    await redis?.ping()

    expect(await two?.remember(question)).toBe('first')
    expect(asked.times).toBe(1)
    asked.answer = 'second'
    clock.now += 20_000
    for (const cache of [one, two]) cache?.drop([changeTag.product(1)])
    clock.now += 1
    expect(await two?.remember(question)).toBe('second')
    expect(await one?.remember(question)).toBe('second')
    redis?.disconnect()
  },
)
