import { FormSamples } from './samples/form-samples'
import { PageSamples } from './samples/page-samples'
import { TokenSamples } from './samples/token-samples'
import { WordSamples } from './samples/word-samples'

/** Every part that pages are made of, side by side, for who builds them. */
export function SamplesPage() {
  return (
    <main id="content" className="page-width grid gap-14 py-10">
      <h1 className="text-3xl">Comptoir, ui</h1>
      <TokenSamples />
      <WordSamples />
      <FormSamples />
      <PageSamples />
    </main>
  )
}
