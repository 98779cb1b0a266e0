/** « Renault Clio III 1.5 dCi » */
export function vehicleName({ make, model, name }: Named): string {
  return `${make.name} ${model.name} ${name}`
}

/** As its owner calls it: « Clio III 1.5 dCi » */
export function shortVehicleName({ model, name }: Omit<Named, 'make'>): string {
  return `${model.name} ${name}`
}

type Named = { make: { name: string }; model: { name: string }; name: string }

type Addressed = { make: { slug: string }; model: { slug: string }; slug: string }

/** The French path of a type's page. */
export function vehiclePath({ make, model, slug }: Addressed): string {
  return `/vehicles/${make.slug}/${model.slug}/${slug}`
}

/** The French path of what a range has for a type. */
export function fittingPath(
  range: { slug: string; family: { slug: string } },
  { make, model, slug }: Addressed,
): string {
  return `/c/${range.family.slug}/${range.slug}/${make.slug}/${model.slug}/${slug}`
}

/** Metric horsepower, as in registration documents: 63 kW are 86 ch. */
export function horsepower(powerKw: number): number {
  return Math.round(powerKw * 1.35962)
}
