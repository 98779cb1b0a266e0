type Nested = { [name: string]: string | Nested | (string | Nested)[] }

/** `a[b][0][c]=d`, as Stripe takes it, to nested objects and lists. */
export function readForm(text: string): Nested {
  const root: Nested = {}
  for (const [path, value] of new URLSearchParams(text))
    place(root, path.split(/[[\]]+/).filter(Boolean), value)
  return listsOf(root) as Nested
}

function place(node: Nested, [name = '', ...rest]: string[], value: string): void {
  if (rest.length === 0) {
    node[name] = value
    return
  }
  const child = (node[name] ?? {}) as Nested
  node[name] = child
  place(child, rest, value)
}

function listsOf(node: Nested[string]): Nested[string] {
  if (typeof node === 'string' || Array.isArray(node)) return node
  const entries = Object.entries(node).map(([name, value]) => [name, listsOf(value)] as const)
  const isList = entries.length > 0 && entries.every(([name], index) => name === String(index))
  return isList ? entries.map(([, value]) => value as string | Nested) : Object.fromEntries(entries)
}
