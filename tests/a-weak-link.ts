import { connect, createServer, type Server, type Socket } from 'node:net'

/** A network in front of a service: it can fall silent, forget its connections, or break. */
export async function aWeakLink(to: { hostname: string; port: number }) {
  const pairs = new Set<readonly [Socket, Socket]>()
  const state = { isSilent: false, isBroken: false, heard: () => {} }
  /** What was sent while the link was silent, in order. */
  const held: (() => void)[] = []

  const server: Server = createServer((near) => {
    if (state.isBroken) {
      state.heard()
      return near.destroy()
    }
    const far = connect(to.port, to.hostname)
    const pair = [near, far] as const
    pairs.add(pair)
    const pass = (from: Socket, into: Socket) => {
      from.on('data', (bytes) => {
        if (!state.isSilent) return void into.write(bytes)
        held.push(() => into.write(bytes))
        state.heard()
      })
      from.on('error', () => {})
      from.on('close', () => {
        pairs.delete(pair)
        into.destroy()
      })
    }
    pass(near, far)
    pass(far, near)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('The link has no port')

  return {
    port: address.port,
    /** Nothing passes, and nobody is told. */
    fallSilent() {
      state.isSilent = true
    },
    /** Until somebody meets what is wrong with the link. */
    untilMet: () =>
      new Promise<void>((resolve) => {
        state.heard = resolve
      }),
    /** As a firewall that was restarted: what was open leads nowhere for ever, what is opened anew works. */
    forgetConnections() {
      for (const one of [...pairs].flat()) one.removeAllListeners('data').resume()
    },
    /** Everything is closed, and nothing can be opened. */
    break() {
      state.isBroken = true
      for (const one of [...pairs].flat()) one.destroy()
    },
    mend() {
      Object.assign(state, { isSilent: false, isBroken: false })
      for (const send of held.splice(0)) send()
    },
    async close() {
      for (const one of [...pairs].flat()) one.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export type WeakLink = Awaited<ReturnType<typeof aWeakLink>>

/** The same service by way of a weak link. */
export async function byWeakLink(url: string): Promise<{ url: string; link: WeakLink }> {
  const { hostname, port } = new URL(url)
  const link = await aWeakLink({ hostname, port: Number(port) })
  return { url: Object.assign(new URL(url), { host: `127.0.0.1:${link.port}` }).href, link }
}
