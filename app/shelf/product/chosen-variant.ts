/** The variant that the URL names, else the first that can be had, else the first. */
export function chosenVariant<Variant extends { sku: string; available: number }>(
  variants: readonly Variant[],
  sku: string | null,
): Variant | undefined {
  return (
    variants.find((variant) => variant.sku === sku) ??
    variants.find((variant) => variant.available > 0) ??
    variants[0]
  )
}
