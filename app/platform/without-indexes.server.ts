/** Runs one statement in the transaction of a load, whichever client that has. */
type Run = (statement: string) => PromiseLike<readonly Record<string, unknown>[]>

type Rule = { table: string; name: string; kind: 'unique key' | 'index' | 'foreign key'; definition: string }

/**
 * Loads into these tables without their foreign keys, unique keys and secondary indexes, which are made and checked much
 * faster once for all rows than row by row, and puts every one of them back. It is one transaction: nobody sees the
 * tables without their rules, and a load that dies leaves them as they were. What a foreign key points to stays.
 */
export async function withoutIndexes<Result>(
  run: Run,
  tables: readonly string[],
  work: () => Promise<Result>,
  onBuilt: (built: number, total: number, name: string) => void = () => {},
): Promise<Result> {
  const rules = (await run(rulesOf(tables))) as Rule[]
  for (const { table, name, kind } of rules.toReversed())
    await run(kind === 'index' ? `drop index "${name}"` : `alter table "${table}" drop constraint "${name}"`)
  const result = await work()
  // Without knowing what was loaded the keys would be checked row by row after all.
  for (const table of tables) await run(`analyze "${table}"`)
  for (const [at, { table, name, kind, definition }] of rules.entries()) {
    onBuilt(at, rules.length, name)
    await run(kind === 'index' ? definition : `alter table "${table}" add constraint "${name}" ${definition}`)
  }
  onBuilt(rules.length, rules.length, '')
  return result
}

/** Unique keys and indexes before foreign keys, which are checked faster with them. */
function rulesOf(tables: readonly string[]): string {
  const among = `any('{${tables.join(',')}}'::regclass[])`
  return `
    select t.relname as "table", c.conname as name, pg_get_constraintdef(c.oid) as definition,
      case c.contype when 'f' then 'foreign key' else 'unique key' end as kind
    from pg_constraint c join pg_class t on t.oid = c.conrelid
    where t.oid = ${among} and (c.contype = 'f' or (c.contype = 'u' and not exists (
      select 1 from pg_constraint f where f.contype = 'f' and f.conindid = c.conindid)))
    union all
    select t.relname, i.relname, pg_get_indexdef(i.oid), 'index'
    from pg_index x join pg_class t on t.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
    where t.oid = ${among} and not x.indisprimary
      and not exists (select 1 from pg_constraint c where c.conindid = x.indexrelid)
    order by kind desc, "table", name`
}
