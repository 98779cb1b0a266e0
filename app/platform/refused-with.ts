/** How a door answers a refusal: 429 and when to come back where a limit is spent, 409 for everything else. */
export function refusedWith(refusal: object): ResponseInit {
  if (!('retryAfterSeconds' in refusal)) return { status: 409 }
  return { status: 429, headers: { 'Retry-After': String(refusal.retryAfterSeconds) } }
}
