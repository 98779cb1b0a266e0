import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { DemoProduct } from '../products/demo-product'

/** The products of a shop of this size in batches; the next ones are made while these are loaded. */
export async function* productBatches(products: number): AsyncGenerator<DemoProduct[]> {
  const thread = new Worker(new URL('./product-thread.mjs', import.meta.url), { workerData: products })
  const ask = async () => {
    thread.postMessage('next')
    const [batch] = (await once(thread, 'message')) as [DemoProduct[]]
    return batch
  }
  try {
    for (let next = ask(); ; ) {
      const batch = await next
      if (batch.length === 0) return
      next = ask()
      // Whoever stops half-way leaves it unawaited.
      next.catch(() => {})
      yield batch
    }
  } finally {
    await thread.terminate()
  }
}
