import { useFetcher } from '@remix-run/react'
import { useState } from 'react'
import { useLocalPath } from '~/i18n/local-path'
import type { SelectorSteps } from './selector-steps'

/**
 * The lists of the selector, which grow as one chooses: the next one comes from the page that the form would lead to. What
 * was fetched for another make or model than the one chosen now is not shown.
 */
export function useSelectorSteps(steps: SelectorSteps) {
  const path = useLocalPath()
  const fetcher = useFetcher<{ steps: SelectorSteps }>()
  const start = JSON.stringify(steps.chosen)
  const [choice, setChoice] = useState({ start, chosen: steps.chosen })
  // Another page came: it begins anew from what that page has chosen.
  const chosen = choice.start === start ? choice.chosen : steps.chosen
  const choose = (next: SelectorSteps['chosen']) => setChoice({ start, chosen: next })

  const fetched = fetcher.data?.steps
  const sources = [steps, ...(fetched ? [fetched] : [])]
  const ofMake = sources.findLast((source) => chosen.make && source.chosen.make === chosen.make)
  const ofModel = sources.findLast(
    (source) => chosen.model && source.chosen.make === chosen.make && source.chosen.model === chosen.model,
  )

  return {
    makes: steps.makes,
    models: ofMake?.models ?? [],
    types: ofModel?.types ?? [],
    chosen,
    isLoading: fetcher.state !== 'idle',
    chooseMake(make: string) {
      choose(make ? { make } : {})
      if (make) fetcher.load(path(`/vehicles/${make}`))
    },
    chooseModel(model: string) {
      choose({ ...chosen, model: model || undefined })
      if (model) fetcher.load(path(`/vehicles/${chosen.make}/${model}`))
    },
  }
}
