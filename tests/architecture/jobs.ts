import { application, type Sources, withoutComments } from './sources'

const JOBS = 'app/jobs/jobs.ts'
const CAUSES = ['app/jobs/reactions.server.ts', 'app/jobs/crontab.ts']
/** It is what an announcement is to the queue. */
const REACTING = 'react'
const QUEUE = 'app/platform/queue.server.ts'
const ENQUEUE = 'app/jobs/enqueue.server.ts'
const REACT = 'app/jobs/react.server.ts'

/** Jobs that follow from nothing: no announcement and no hour of the day leads to them. */
export function jobsWithoutCause(sources: Sources): string[] {
  const list = /export type Jobs = \{\n(.*?)\n\}/s.exec(sources.get(JOBS) ?? '')?.[1] ?? ''
  const causes = CAUSES.map((path) => withoutComments(sources.get(path) ?? '')).join('\n')
  return [...withoutComments(list).matchAll(/^ {2}'?([\w-]+)'?:/gm)]
    .map(([, name = '']) => name)
    .filter((name) => name !== REACTING)
    .filter((name) => !causes.includes(`name: '${name}'`) && !new RegExp(`[*\\d] ${name} `).test(causes))
}

/** Whoever enqueues a job past the reactions: by the queue's own function, by ours, or in SQL. */
export function jobsEnqueuedElsewhere(sources: Sources): string[] {
  const ways: [RegExp, string[]][] = [
    [/\baddJob\b/, [QUEUE, ENQUEUE]],
    [/\benqueue\(|\/enqueue\.server'/, [ENQUEUE, REACT]],
    [
      /\bgraphile_worker\.(add_jobs?|complete_jobs|reschedule_jobs)\b|\b(quickAddJob|makeWorkerUtils)\b/,
      [QUEUE],
    ],
  ]
  return application(sources).flatMap(([path, text]) => {
    const code = withoutComments(text).replace(/\.enqueue\(/g, '')
    return ways
      .filter(([way, whose]) => way.test(code) && !whose.includes(path))
      .map(
        () => `${path} enqueues a job: announce what happened, and let app/jobs/reactions.server.ts follow`,
      )
  })
}

/** Announcements that are declared elsewhere than in the one file of each room for them, or read for their side effect. */
export function announcementsElsewhere(sources: Sources): string[] {
  return application(sources).flatMap(([path, text]) => {
    const isTheFile = /^app\/[\w-]+\/announcements\.ts$/.test(path)
    const declares = /declare module '[^']*\/queue\.server'/.test(text)
    return [
      ...(declares && !isTheFile ? [`${path} declares announcements outside announcements.ts`] : []),
      ...(isTheFile && /^(export )?(const|let|function|class)\b/m.test(text)
        ? [`${path} holds more than types`]
        : []),
      ...(/^import '[^']*announcements'/m.test(text) ? [`${path} imports announcements for nothing`] : []),
    ]
  })
}
