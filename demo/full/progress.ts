import { SingleBar } from 'cli-progress'

export type Rate = { step: string; rows: number; seconds: number }
export type Report = (done: number, total: number, doing?: string) => void

const FORMAT = '{step} {bar} {percentage}% | {value}/{total} {doing} | {rate}/s'
const LOG_EVERY_MS = 10_000

/** Runs one step under a bar with its rate; a step that has nothing to do answers null and is not in the table. */
export async function underBar(
  step: string,
  work: (report: Report) => Promise<number | null>,
): Promise<Rate[]> {
  const began = Date.now()
  const bar = new SingleBar({
    format: FORMAT,
    hideCursor: true,
    noTTYOutput: true,
    notTTYSchedule: LOG_EVERY_MS,
  })
  const named = step.padEnd(10)
  bar.start(1, 0, { step: named, doing: '', rate: '-' })
  try {
    const rows = await work((done, total, doing = '') => {
      bar.setTotal(Math.max(total, 1))
      bar.update(done, { step: named, doing, rate: perSecond(done, secondsSince(began)) })
    })
    if (rows === null) return []
    bar.setTotal(Math.max(rows, 1))
    bar.update(rows, { step: named, doing: '', rate: perSecond(rows, secondsSince(began)) })
    return [{ step, rows, seconds: secondsSince(began) }]
  } finally {
    bar.stop()
  }
}

/** What each step took, and the whole run with all that is between them. */
export function tableOf(rates: readonly Rate[], seconds: number): string {
  const line = ({ step, rows, seconds }: Rate) =>
    [
      `  ${step.padEnd(12)}`,
      (rows ? rows.toLocaleString('en') : '').padStart(12),
      `${seconds.toFixed(1)} s`.padStart(10),
      (rows ? `${perSecond(rows, seconds)}/s` : '').padStart(14),
    ].join('')
  return [...rates, { step: 'all', rows: 0, seconds }].map(line).join('\n')
}

export function wholeNumber(name: string, text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number) || number < 1)
    throw new Error(`--${name} ${text}: a whole number is needed.`)
  return number
}

const secondsSince = (began: number) => (Date.now() - began) / 1000
const perSecond = (rows: number, seconds: number) =>
  Math.round(rows / Math.max(seconds, 0.001)).toLocaleString('en')
