import type { Database } from './db.server'

/**
 * A query that is built once for a database and asked many times, with other values in its placeholders: drizzle takes
 * longer to build the query of a product page than to send it. `form` tells apart the texts it may have.
 */
export function builtOnce<Form extends string, Query>(
  build: (db: Database, form: Form) => Query,
): (db: Database, form: Form) => Query {
  const built = new WeakMap<Database, Map<Form, Query>>()
  return (db, form) => {
    const forms = built.get(db) ?? new Map<Form, Query>()
    built.set(db, forms)
    const query = forms.get(form) ?? build(db, form)
    forms.set(form, query)
    return query
  }
}
