import { Agent, get, type IncomingMessage, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, startProcess, test } from '../running-web'

const VISITORS = 8

type Answer = { status: number; connection: string | undefined }

let asked = 0

/** Each time from another IP: this is about stopping, not about limits. */
function ask(url: string, agent: Agent): Promise<Answer> {
  const headers = { 'x-forwarded-for': `10.${++asked >> 16}.${(asked >> 8) & 255}.${asked & 255}` }
  return new Promise((resolve, reject) => {
    get(url, { agent, headers }, (response) => answered(response).then(resolve, reject)).on('error', reject)
  })
}

async function answered(response: IncomingMessage): Promise<Answer> {
  // An answer that ends too early is a fault.
  for await (const _ of response);
  return { status: response.statusCode ?? 0, connection: response.headers.connection }
}

test.for([
  ['one process', '1'],
  ['a process per core', '2'],
] as const)(
  '%s that is told to stop cuts no request',
  { timeout: 90_000 },
  async ([, processes], { ownDbUrl }) => {
    const env = { WEB_CONCURRENCY: processes, SHUTDOWN_WAIT_SECONDS: '1' }
    const web = await startProcess({ databaseUrl: ownDbUrl, env })
    const keptAlive = new Agent({ keepAlive: true, maxSockets: VISITORS })
    const balancer = { sends: true }
    const answers: Answer[] = []
    const cut: string[] = []

    // What a balancer does: it asks now and then, and sends nobody any more once the shop is not ready.
    async function watch(): Promise<void> {
      while (balancer.sends) {
        const ready = await ask(`${web.origin}/health/ready`, new Agent())
        balancer.sends = ready.status === 200
        await sleep(50)
      }
    }
    async function visit(path: string): Promise<void> {
      while (balancer.sends)
        await ask(web.origin + path, keptAlive).then(
          (answer) => answers.push(answer),
          (fault: Error) => cut.push(`${path}: ${fault.message}`),
        )
    }
    const visits = Array.from({ length: VISITORS }, (_, n) => visit(n % 2 ? '/catalog' : '/cart'))
    await expect.poll(() => answers.length, { timeout: 30_000 }).toBeGreaterThan(50)
    const watching = watch()
    // Somebody on a slow line is in the middle of sending a form.
    const slow = request(`${web.origin}/cart`, {
      method: 'POST',
      headers: {
        origin: web.origin,
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': 8,
      },
    })
    const slowAnswer = new Promise<Answer>((resolve, reject) => {
      slow.on('response', (response) => answered(response).then(resolve, reject)).on('error', reject)
    })
    slow.write('inte')

    const stopped = web.stop()
    await Promise.all([...visits, watching])
    slow.end('nt=x')

    expect((await slowAnswer).connection).toBe('close')
    expect(await stopped).toBe(0)
    expect(cut).toEqual([])
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect(answers.filter(({ connection }) => connection === 'close').length).toBeGreaterThan(0)
  },
)
