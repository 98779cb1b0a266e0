export type SelectorChoice = { value: string; label: string }

/** The three lists of the selector as far as they are known, and what is chosen in each. Values are slugs. */
export type SelectorSteps = {
  makes: SelectorChoice[]
  models: SelectorChoice[]
  types: SelectorChoice[]
  chosen: { make?: string; model?: string; type?: string }
}
