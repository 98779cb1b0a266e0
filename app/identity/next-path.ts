const LONGEST_PATH = 500

/** Where to go after signing in: a path of this shop, or the given one. Never another host, whatever the spelling. */
export function nextPath(wanted: string | null, otherwise: string): string {
  if (!wanted || wanted.length > LONGEST_PATH || !/^\/[\w\-./?=&%~:@+]*$/.test(wanted)) return otherwise
  const base = 'https://shop.invalid'
  const url = URL.canParse(wanted, base) ? new URL(wanted, base) : undefined
  // Some readers of URLs take a backslash for a slash and skip white space.
  const isOurs = url?.origin === base && !/[\\\s]|\/\//.test(decoded(url.pathname))
  return url && isOurs ? url.pathname + url.search : otherwise
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return '//'
  }
}
