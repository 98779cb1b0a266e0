/** Numbers under the maker who gave them, in the order they come. */
export function referencesByMaker(
  references: readonly { maker: string; value: string }[],
): { maker: string; numbers: string[] }[] {
  const makers = new Map<string, string[]>()
  for (const { maker, value } of references) makers.set(maker, [...(makers.get(maker) ?? []), value])
  return [...makers].map(([maker, numbers]) => ({ maker, numbers }))
}
