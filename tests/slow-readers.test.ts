import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import { connect, type Socket } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { freePort } from '../scripts/bring-up/ports'
import { cutSlowReaders } from '../server/slow-readers'

/** More than the kernel takes from a server whose reader takes nothing. */
const LONG = Buffer.alloc(32 * 1024 * 1024, 'a')

/** Asks a server that cuts slow readers for a long answer. */
async function aReader({ thinkingMs = 0 } = {}): Promise<{ reader: Socket; answer: ServerResponse }> {
  const server = createServer((_request, response) => setTimeout(() => response.end(LONG), thinkingMs))
  cutSlowReaders(server, { patienceMs: 200, everyMs: 50 })
  const port = await freePort(0)
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')

  const reader = connect(port, '127.0.0.1').pause()
  onTestFinished(() => {
    reader.destroy()
    server.close()
  })
  reader.on('error', () => {})
  reader.write('GET / HTTP/1.1\r\nHost: shop.test\r\nConnection: close\r\n\r\n')
  const [, answer] = await once(server, 'request')
  return { reader, answer }
}

async function readAll(reader: Socket): Promise<number> {
  let bytes = 0
  reader.on('data', (part) => {
    bytes += part.length
  })
  await once(reader.resume(), 'close')
  return bytes
}

test('who asks for a long answer and takes nothing of it is cut off', async () => {
  const { reader, answer } = await aReader()
  await once(answer, 'close')

  expect(await readAll(reader)).toBeLessThan(LONG.length)
})

test('who reads gets all of it, however long the shop took to answer', async () => {
  const { reader } = await aReader({ thinkingMs: 500 })

  expect(await readAll(reader)).toBeGreaterThan(LONG.length)
})
