import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Answer = { status: number; body: string; headers?: Record<string, string> }
export type Call = { method: string; url: URL; raw: Buffer; headers: IncomingMessage['headers'] }

/** How a call may go wrong. What is 'executed' has happened at the bank, whatever the caller learns. */
export type Fault =
  | { kind: 'drop' }
  | { kind: 'black-hole' }
  | { kind: 'answer-lost' }
  | { kind: 'answer-late'; ms: number }
  | { kind: 'status'; status: number; isStored?: boolean }

export type HttpStandIn = { url: string; close: () => Promise<void> }

/** A small HTTP server whose calls can be made to fail in scripted ways. */
export async function startHttpStandIn(
  answer: (call: Call) => Promise<Answer>,
  nextFault: (call: Call) => Fault | undefined = () => undefined,
): Promise<HttpStandIn> {
  const server = createServer((request, response) => {
    serve(request, response).catch((fault: unknown) => {
      response.writeHead(500).end(String(fault))
    })
  })

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const call = await readCall(request)
    const fault = nextFault(call)
    if (fault?.kind === 'drop') return void request.socket.destroy()
    if (fault?.kind === 'black-hole') return
    const { status, body, headers } = await answer(call)
    if (fault?.kind === 'answer-lost') return void request.socket.destroy()
    if (fault?.kind === 'answer-late') await new Promise((resolve) => setTimeout(resolve, fault.ms))
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body)
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function readCall(request: IncomingMessage): Promise<Call> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return {
    method: request.method ?? 'GET',
    url: new URL(request.url ?? '/', 'http://stand-in'),
    raw: Buffer.concat(parts),
    headers: request.headers,
  }
}

export type Delivery = { status: number; tookMs: number }

/** Calls the shop like a bank does: again until it answers 2xx, a few times. */
export async function deliver(
  url: string,
  init: { method: string; body?: string; headers?: Record<string, string> },
  { tries = 4, pauseMs = 100 } = {},
): Promise<Delivery[]> {
  const deliveries: Delivery[] = []
  for (let attempt = 0; attempt < tries; attempt++) {
    const before = performance.now()
    const status = await fetch(url, { ...init, signal: AbortSignal.timeout(10_000) }).then(
      async (response) => {
        await response.arrayBuffer()
        return response.status
      },
      () => 0,
    )
    deliveries.push({ status, tookMs: performance.now() - before })
    if (status >= 200 && status < 300) break
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
  }
  return deliveries
}

export function page(title: string, body: string): Answer {
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><body><main><h1>${title}</h1>${body}</main></body></html>`
  return { status: 200, body: html, headers: { 'content-type': 'text/html; charset=utf-8' } }
}

export function seeOther(url: string): Answer {
  return { status: 303, body: '', headers: { location: url } }
}

export function escapeHtml(text: string): string {
  return text.replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
