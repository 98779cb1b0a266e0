type Named = { name: string }

/** Brands under their first letters; an accent does not make a letter of its own, figures and signs come first. */
export function brandsByLetter<Brand extends Named>(
  brands: readonly Brand[],
): { letter: string; brands: Brand[] }[] {
  const letters = new Map<string, Brand[]>()
  for (const brand of [...brands].sort((a, b) => a.name.localeCompare(b.name, 'fr'))) {
    const letter = letterOf(brand.name)
    letters.set(letter, [...(letters.get(letter) ?? []), brand])
  }
  return [...letters]
    .sort(([a], [b]) => (a === '#' ? -1 : b === '#' ? 1 : a.localeCompare(b)))
    .map(([letter, brands]) => ({ letter, brands }))
}

function letterOf(name: string): string {
  const first = name.normalize('NFD').charAt(0).toUpperCase()
  return /^[A-Z]$/.test(first) ? first : '#'
}
