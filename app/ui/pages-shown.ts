/**
 * The pages worth a link: the ends and the neighbours. A negative number stands for what is left out. Pages after the last
 * numbered one are neighbours or nothing.
 */
export function pagesShown(
  page: number,
  { pageCount, lastNumbered = pageCount }: { pageCount: number; lastNumbered?: number | undefined },
): number[] {
  const end = pageCount > lastNumbered ? [] : [pageCount]
  const wanted = [1, page - 1, page, page + 1, ...end].filter((shown) => shown >= 1 && shown <= pageCount)
  const shown: number[] = []
  for (const next of [...new Set(wanted)].sort((a, b) => a - b)) {
    const last = shown.at(-1) ?? 0
    if (next - last === 2) shown.push(next - 1)
    else if (next - last > 2) shown.push(-next)
    shown.push(next)
  }
  const last = shown.at(-1) ?? 0
  if (last < pageCount) shown.push(-pageCount)
  return shown
}
