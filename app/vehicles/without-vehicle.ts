/**
 * The URL that a visitor comes back to when the garage has another choice: a vehicle that the URL itself names
 * would speak against it, and the page's number counted through another list.
 */
export function withoutVehicle(path: string): string {
  const [pathname = '', query] = path.split('?', 2)
  const params = new URLSearchParams(query)
  if (!params.has('vehicle')) return path
  for (const name of ['vehicle', 'page', 'after', 'before']) params.delete(name)
  return params.size > 0 ? `${pathname}?${params}` : pathname
}
