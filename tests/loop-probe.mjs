/**
 * Loaded into a web process under test (`node --import`): tells on a port of its own how long the event loop stood still
 * since it was last asked, how long a known piece of work takes there, and how much memory is held.
 */
import { createServer } from 'node:http'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc')
const delay = monitorEventLoopDelay({ resolution: 1 })
delay.enable()

const PIECE = { name: 'Disque de frein', sizes: Array.from({ length: 200 }, (_, at) => ({ at, mm: at / 7 })) }

/** Of about five milliseconds on the machine where the limits were set. */
function work() {
  const begun = performance.now()
  for (let times = 0; times < 60; times++) JSON.parse(JSON.stringify(PIECE))
  return performance.now() - begun
}

const QUESTIONS = {
  async reset() {
    await sleep(2)
    delay.reset()
    return 0
  },
  /** Its timer has to fire once more after whatever held it up. */
  async held() {
    await sleep(5)
    return delay.max / 1e6
  },
  worked: () => Math.min(...Array.from({ length: 10 }, work)),
  memory() {
    collect()
    return process.memoryUsage.rss() / 1024 ** 2
  },
}

createServer(async ({ url = '' }, response) => {
  response.end(String(await QUESTIONS[url.slice(1)]()))
})
  .listen(Number(process.env.LOOP_PROBE_PORT), '127.0.0.1')
  .unref()
