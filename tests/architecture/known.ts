/** Breaches that stay for now, or for good, each with its reason: what is found → why it may stay. */
export type Known = Readonly<Record<string, string>>

/** What is found besides what is known, and what is known and no longer found: neither may stay unseen. */
export function besidesKnown(found: readonly string[], known: Known): string[] {
  return [
    ...found.filter((breach) => !(breach in known)),
    ...Object.keys(known)
      .filter((breach) => !found.includes(breach))
      .map((breach) => `${breach}: no longer so, strike it off`),
  ]
}
