import { gzipSync } from 'node:zlib'
import type { BrowserContext } from '@playwright/test'

type Weights = { html: number; script: number; style: number }

/** What opening a page costs: its HTML in bytes, its scripts and styles in bytes gzipped. */
export async function weigh(context: BrowserContext, path: string): Promise<Weights> {
  const page = await context.newPage()
  const loaded = { script: new Set<string>(), stylesheet: new Set<string>() }
  page.on('request', (request) => {
    const type = request.resourceType()
    if (type === 'script' || type === 'stylesheet') loaded[type].add(request.url())
  })
  await page.goto(path, { waitUntil: 'networkidle' })
  await page.close()

  const bytesOf = async (url: string) => (await context.request.get(url)).body()
  const gzipped = async (urls: Set<string>) => {
    const bodies = await Promise.all([...urls].map(bytesOf))
    return bodies.reduce((sum, body) => sum + gzipSync(body).length, 0)
  }
  return {
    html: (await bytesOf(path)).length,
    script: await gzipped(loaded.script),
    style: await gzipped(loaded.stylesheet),
  }
}
