type Query = { execute(): Promise<unknown> }

/**
 * Sends queries of one transaction behind one another without waiting in between: each sees what those before it did, and
 * a lock that comes first holds for the rest. When one fails, so do those behind it.
 */
export function inOrder<const Queries extends readonly Query[]>(
  ...queries: Queries
): Promise<{ -readonly [Index in keyof Queries]: Awaited<ReturnType<Queries[Index]['execute']>> }> {
  // What `execute` sends it sends before it returns, and the transaction's one connection keeps the order.
  const answers = queries.map((query) => query.execute())
  return Promise.all(answers) as ReturnType<typeof inOrder<Queries>>
}
