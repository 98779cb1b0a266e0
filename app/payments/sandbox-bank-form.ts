import { z } from 'zod'
import { writtenByPage } from '~/text/typed-fields'
import type { SandboxVisit } from './sandbox-bank.server'

type Decision = Pick<SandboxVisit, 'answer' | 'isLate'>

/** What the buttons of the sandbox bank's page send. */
const DECISIONS: Record<string, Decision> = {
  pay: { answer: 'paid', isLate: false },
  'pay-late': { answer: 'paid', isLate: true },
  refuse: { answer: 'refused', isLate: false },
  abandon: { answer: 'abandoned', isLate: false },
}

export const sandboxBankForm = z.object({
  choice: writtenByPage(20)
    .refine((choice) => Object.hasOwn(DECISIONS, choice))
    .transform((choice) => DECISIONS[choice] as Decision),
})
