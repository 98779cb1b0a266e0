import { SingleBar } from 'cli-progress'
import type { ImportProgress } from '../../app/transfers/import-file.server'

/** A bar on standard error with rate and time left; without a terminal, nothing. */
export function openBar() {
  const began = Date.now()
  const seconds = () => (Date.now() - began) / 1000
  const bar = new SingleBar({
    format: '  {bar} {percentage}% · {unit} · {rate}/s · {eta_formatted} left',
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: true,
    etaBuffer: 50,
  })
  let isStarted = false
  const draw = (total: number, done: number, count: number, unit: string) => {
    const shown = { unit: `${count.toLocaleString('en-GB')} ${unit}`, rate: Math.round(count / seconds()) }
    if (isStarted) bar.update(done, shown)
    else bar.start(total, done, shown)
    isStarted = true
  }
  return {
    seconds,
    show: ({ bytes, ofBytes, rows }: ImportProgress) => draw(ofBytes, bytes, rows, 'rows'),
    showBatches: ({ done, total }: { done: number; total: number }) => draw(total, done, done, 'batches'),
    stop: () => {
      if (isStarted) bar.stop()
    },
  }
}
