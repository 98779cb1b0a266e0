export const VAT_CLASSES = ['standard', 'intermediate', 'reduced', 'super-reduced', 'zero'] as const
export type VatClass = (typeof VAT_CLASSES)[number]
