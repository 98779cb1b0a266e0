/** The load generator: a process of its own, so that it never waits for what prints and counts. */
import { addToCarts } from './add-to-cart'
import { buyAndPay } from './checkout'
import { flood } from './flood'
import type { Load, LoadJob } from './jobs'
import { visitAsPeopleDo } from './mix'
import { paced } from './paced'
import { selectOne } from './select-one'

function runJob(job: LoadJob): Promise<Load> {
  switch (job.kind) {
    case 'flood':
      return flood(job)
    case 'paced':
      return paced(job)
    case 'add-to-cart':
      return addToCarts(job)
    case 'checkout':
      return buyAndPay(job)
    case 'mix':
      return visitAsPeopleDo(job)
    case 'select-one':
      return selectOne(job)
  }
}

process.on('message', (job: LoadJob) => {
  runJob(job).then(
    (load) => process.send?.({ load }),
    (fault: Error) => process.send?.({ fault: fault.stack }),
  )
})
process.on('disconnect', () => process.exit(0))
process.send?.('ready')
