/** Makes the products of the full-size shop in a thread of its own, and hands them over in batches as they are asked for. */
import { parentPort, workerData } from 'node:worker_threads'
import type { DemoProduct } from '../demo-product'
import { generateProducts } from '../generate-shop'

const BATCH = 2_000

const products = generateProducts({ products: workerData as number })

parentPort?.on('message', () => {
  const batch: DemoProduct[] = []
  while (batch.length < BATCH) {
    const { done, value } = products.next()
    if (done) break
    batch.push(value)
  }
  parentPort?.postMessage(batch)
})
