import { readFileSync } from 'node:fs'
import postgres from 'postgres'

type Invariant = { title: string; query: string }

/** The queries of invariants.sql, each under the comment above it. */
export const invariants: Invariant[] = readInvariants()

function readInvariants(): Invariant[] {
  const text = readFileSync(new URL('./invariants.sql', import.meta.url), 'utf8')
  const found: Invariant[] = []
  let title = ''
  for (const part of text.split(/;\s*$/m)) {
    const comment = part.match(/^-- .*$/gm)?.at(-1)
    if (comment) title = comment.slice(3)
    const query = part.replace(/^--.*$/gm, '').trim()
    if (query) found.push({ title, query })
  }
  return found
}

/** What is broken in a database's books: empty when all is well. */
export async function brokenInvariants(databaseUrl: string): Promise<string[]> {
  const client = postgres(databaseUrl, { max: 1 })
  try {
    const broken: string[] = []
    for (const { title, query } of invariants) {
      const rows = await client.unsafe(query)
      if (rows.length > 0) broken.push(`${title}: ${JSON.stringify(rows.slice(0, 3))}`)
    }
    return broken
  } finally {
    await client.end()
  }
}
