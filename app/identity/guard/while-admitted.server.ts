const ASK_AGAIN_MS = 1_000

/**
 * An answer that takes its time (an export, a report) breaks off when whom it is for may no longer have it: locked, signed
 * out, or of a lower level. Asked again every second while pieces of it leave.
 */
export function whileAdmitted(
  answer: Response,
  isStillAdmitted: () => Promise<boolean>,
  { everyMs = ASK_AGAIN_MS } = {},
): Response {
  if (!answer.body) return answer
  let askedAt = Date.now()
  const watched = new TransformStream<Uint8Array, Uint8Array>({
    async transform(piece, out) {
      if (Date.now() - askedAt >= everyMs) {
        askedAt = Date.now()
        if (!(await isStillAdmitted())) throw new NoLongerAdmitted()
      }
      out.enqueue(piece)
    },
  })
  return new Response(answer.body.pipeThrough(watched), answer)
}

export class NoLongerAdmitted extends Error {
  override name = 'NoLongerAdmitted'
}
