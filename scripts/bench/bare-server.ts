/** The floor under every page: a server of `node:http` alone that sends the bytes it was given, with their headers. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type BarePages = [path: string, page: { headers: [string, string][]; base64: string }][]

process.on('message', (pages: BarePages) => {
  const kept = new Map(
    pages.map(([path, { headers, base64 }]) => [path, { headers, bytes: Buffer.from(base64, 'base64') }]),
  )
  const server = createServer((request, response) => {
    const page = kept.get(request.url ?? '')
    if (!page) return void response.writeHead(404).end()
    response.writeHead(200, page.headers.flat()).end(page.bytes)
  })
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
})
process.on('disconnect', () => process.exit(0))
