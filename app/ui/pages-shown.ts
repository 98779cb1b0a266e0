/** The pages worth a link: the ends and the neighbours. A negative number stands for what is left out. */
export function pagesShown(page: number, pageCount: number): number[] {
  const wanted = [1, page - 1, page, page + 1, pageCount].filter((shown) => shown >= 1 && shown <= pageCount)
  const shown: number[] = []
  for (const next of [...new Set(wanted)].sort((a, b) => a - b)) {
    const last = shown.at(-1) ?? 0
    if (next - last === 2) shown.push(next - 1)
    else if (next - last > 2) shown.push(-next)
    shown.push(next)
  }
  return shown
}
