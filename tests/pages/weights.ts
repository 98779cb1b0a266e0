import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'

type Weights = { script: number; style: number }

/** Bytes of script and style, gzipped, that a page loads when it is opened. */
export async function weigh(page: Page, path: string): Promise<Weights> {
  const bodies: Promise<[type: string, bytes: number]>[] = []
  page.on('response', (response) => {
    const type = response.request().resourceType()
    if (type === 'script' || type === 'stylesheet')
      bodies.push(response.body().then((body) => [type, gzipSync(body).length]))
  })
  await page.goto(path, { waitUntil: 'networkidle' })
  const weights = { script: 0, style: 0 }
  for (const [type, bytes] of await Promise.all(bodies))
    weights[type === 'script' ? 'script' : 'style'] += bytes
  return weights
}
