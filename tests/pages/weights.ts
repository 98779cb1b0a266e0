import type { Page } from '@playwright/test'

type Weights = { document: number; script: number; style: number }

/** How many bytes travel, compressed as they are, when a page is opened with nothing kept from before. */
export async function weigh(page: Page, path: string): Promise<Weights> {
  const devTools = await page.context().newCDPSession(page)
  const typeOf = new Map<string, string>()
  const weights: Record<string, number> = {}
  await devTools.send('Network.enable')
  await devTools.send('Network.setCacheDisabled', { cacheDisabled: true })
  devTools.on('Network.responseReceived', ({ requestId, type }) => typeOf.set(requestId, type))
  devTools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const type = typeOf.get(requestId) ?? ''
    weights[type] = (weights[type] ?? 0) + encodedDataLength
  })
  await page.goto(path, { waitUntil: 'networkidle' })
  await devTools.detach()
  return {
    document: weights.Document ?? 0,
    script: weights.Script ?? 0,
    style: weights.Stylesheet ?? 0,
  }
}
