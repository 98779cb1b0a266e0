import { describe, expect, test } from 'vitest'
import { announcementsElsewhere, jobsEnqueuedElsewhere, jobsWithoutCause } from './jobs'
import { readSources } from './read-sources'

const sources = readSources()

describe('the house as it stands', () => {
  test('every job follows from a reaction or the clock', () => expect(jobsWithoutCause(sources)).toEqual([]))
  test('nobody but the reactions enqueues a job', () => expect(jobsEnqueuedElsewhere(sources)).toEqual([]))
  test('each room declares what it announces in one file of types', () =>
    expect(announcementsElsewhere(sources)).toEqual([]))
})

describe('a planted violation is caught:', () => {
  test('a job that nothing leads to', () => {
    const house = new Map([
      [
        'app/jobs/jobs.ts',
        "export type Jobs = {\n  react: Told\n  'send-mail': Mail\n  tidy: Nothing\n  'water-plants': Nothing\n}\n",
      ],
      ['app/jobs/reactions.server.ts', "() => [{ name: 'send-mail', payload }]"],
      ['app/jobs/crontab.ts', '17 4 * * * tidy ?fill=1d\n// * * * * * water-plants ?fill=1m'],
    ])
    expect(jobsWithoutCause(house)).toEqual(['water-plants'])
  })
  test.each([
    ['by the function of the queue', "await addJob(tx, { name: 'tidy', payload: {} })"],
    ['by the function of the reactions', "await enqueue(tx, { name: 'tidy', payload: {} })"],
    ['in SQL', "sql`select graphile_worker.add_job('tidy')`"],
    ["by the library's own tools", "await (await makeWorkerUtils({ pgPool })).addJob('tidy')"],
  ])('a room that enqueues a job, %s', (_how, code) => {
    expect(jobsEnqueuedElsewhere(new Map([['app/cart/add.server.ts', code]]))).toContain(
      'app/cart/add.server.ts enqueues a job: announce what happened, and let app/jobs/reactions.server.ts follow',
    )
  })
  test('but not a stream that is fed, nor a mention in a comment', () => {
    const code = 'controller.enqueue(piece) // as addJob does'
    expect(jobsEnqueuedElsewhere(new Map([['app/cart/add.server.ts', code]]))).toEqual([])
  })
  test('announcements declared elsewhere, holding code, or imported for their side effect', () => {
    const declaring = "declare module '~/platform/queue.server' {}"
    const house = new Map([
      ['app/cart/add.server.ts', `import './announcements'\n${declaring}`],
      ['app/stock/announcements.ts', `${declaring}\nexport const TOLD = 1`],
    ])
    expect(announcementsElsewhere(house)).toEqual([
      'app/cart/add.server.ts declares announcements outside announcements.ts',
      'app/cart/add.server.ts imports announcements for nothing',
      'app/stock/announcements.ts holds more than types',
    ])
  })
})
