import type { z } from 'zod'
import { problemsInProduction } from './production-rules'
import { type Variables, variables } from './variables'

const environment = variables.superRefine((env, context) => {
  const refuse = (variable: keyof Variables, message: string) =>
    context.addIssue({ code: 'custom', path: [variable], message })

  if (env.STRIPE_SECRET_KEY && !env.STRIPE_WEBHOOK_SECRETS)
    refuse('STRIPE_WEBHOOK_SECRETS', 'is needed beside STRIPE_SECRET_KEY')
  const paybox = [env.PAYBOX_SITE, env.PAYBOX_RANG, env.PAYBOX_IDENTIFIANT, env.PAYBOX_HMAC_KEY]
  if (paybox.some(Boolean) && !paybox.every(Boolean))
    refuse('PAYBOX_SITE', 'needs PAYBOX_RANG, PAYBOX_IDENTIFIANT and PAYBOX_HMAC_KEY beside it')
  if (Boolean(env.PAYBOX_DIRECT_URL) !== Boolean(env.PAYBOX_DIRECT_KEY))
    refuse('PAYBOX_DIRECT_URL', 'and PAYBOX_DIRECT_KEY need each other')
  if (env.SANDBOX_BANK && env.STRIPE_SECRET_KEY?.startsWith('sk_live_'))
    refuse('SANDBOX_BANK', 'is not allowed beside a live key')

  if (env.NODE_ENV !== 'production') return
  for (const { variable, sentence } of problemsInProduction(env)) refuse(variable, sentence)
})

export type Environment = z.infer<typeof environment>

/** Reads the process's environment once, at boot. Throws one readable sentence per wrong variable. */
export function readEnvironment(given: Record<string, string | undefined> = process.env): Environment {
  const named = Object.fromEntries(Object.entries(given).filter(([, value]) => value?.trim()))
  const outcome = environment.safeParse(named)
  if (outcome.success) return outcome.data

  const problems = outcome.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`The environment is not usable (see .env.example):\n${problems.join('\n')}`)
}
