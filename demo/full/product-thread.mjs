/** Makes the products of the full-size shop in a thread of its own, and hands them over in batches as they are asked for. */
import { parentPort, workerData } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

// A thread knows nothing of TypeScript before it is told.
register()
const { generateProducts } = await import('../generate-shop.ts')

const BATCH = 2_000

const products = generateProducts({ products: workerData })

parentPort.on('message', () => {
  const batch = []
  while (batch.length < BATCH) {
    const { done, value } = products.next()
    if (done) break
    batch.push(value)
  }
  parentPort.postMessage(batch)
})
