/**
 * Ends the processes it is told about when its standard input closes: the parent closes it to stop,
 * and the kernel closes it when the parent dies of anything, `kill -9` included.
 * Lines it reads: `keep <pid> <signal>` and `forget <pid>`. The latest kept is ended first.
 */
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'

const GRACE_MS = 12_000
const kept = new Map()

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {})

createInterface({ input: process.stdin })
  .on('line', (line) => {
    const [order, pid, signal] = line.split(' ')
    if (order === 'keep') kept.set(Number(pid), signal)
    if (order === 'forget') kept.delete(Number(pid))
  })
  .on('close', async () => {
    for (const [pid, signal] of [...kept].reverse()) await end(pid, signal)
    process.exit(0)
  })

async function end(pid, signal) {
  send(pid, signal)
  for (const until = Date.now() + GRACE_MS; Date.now() < until; ) {
    if (!lives(pid)) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  send(pid, 'SIGKILL')
}

function send(pid, signal) {
  try {
    process.kill(pid, signal)
  } catch {
    // It ended by itself.
  }
}

function lives(pid) {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return process.platform !== 'linux'
  }
}
