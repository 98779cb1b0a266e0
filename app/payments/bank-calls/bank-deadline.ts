/** The longest that a shopper, or a job, waits for a bank. Shorter than the request's own deadline. */
export const BANK_DEADLINE_MS = 5_000

export class BankDeadlineError extends Error {
  override name = 'BankDeadlineError'
}

/** Gives up waiting, not the call itself: whoever asked must treat the outcome as unknown. */
export async function withinBankDeadline<Answer>(
  call: Promise<Answer>,
  ms = BANK_DEADLINE_MS,
): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new BankDeadlineError(`No answer from the bank within ${ms} ms`)), ms)
  })
  try {
    return await Promise.race([call, deadline])
  } finally {
    clearTimeout(timer)
  }
}
