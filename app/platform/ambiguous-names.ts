/**
 * Whether two readers could pick different fields of one message: a name that comes twice, also in another case or as
 * the root of a nested name (`Ref`, `ref`, `Ref[]`, `Ref.a`).
 */
export function areAmbiguous(names: Iterable<string>): boolean {
  const roots = [...names].map((name) =>
    name
      .trim()
      .replace(/[[.].*/s, '')
      .toLowerCase(),
  )
  return new Set(roots).size < roots.length
}
