import { wordsOf } from '../understanding/query-words'

type NamedModel = { name: string; make: { name: string } }

/** A model with the words it is called by, each after a space: « renault clio iii 3 » is found by all of them. */
export type WordedModel<Model> = { model: Model; own: string; all: string }

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x']

export function wordModel<Model extends NamedModel>(model: Model): WordedModel<Model> {
  const own = wordsOf(model.name).flatMap((word, at) => {
    // A generation is written « III » and typed « 3 »; the first word is a name whatever its letters.
    const numeral = at > 0 ? ROMAN.indexOf(word) + 1 : 0
    return numeral > 0 ? [word, String(numeral)] : [word]
  })
  const worded = (words: readonly string[]) => words.map((word) => ` ${word}`).join('')
  return { model, own: worded(own), all: worded([...wordsOf(model.make.name), ...own]) }
}

/**
 * The models that a query may mean: one of its words begins a word of the model's own name. `rest` are the words that make
 * and model do not have. Only those stay that have most of the words it begins with: « clio 3 1.5 » means no Clio V.
 * Those with the smallest rest come first, then the newest.
 */
export function matchModels<Model>(
  query: string,
  models: readonly WordedModel<Model>[],
): { model: Model; rest: string[] }[] {
  const typed = wordsOf(query)
  const begins = (words: string) => (word: string) => words.includes(` ${word}`)
  const meant = models
    .filter(({ own }) => typed.some((word) => word.length > 1 && begins(own)(word)))
    .map(({ model, all }) => {
      const firstOther = typed.findIndex((word) => !begins(all)(word))
      return {
        model,
        rest: typed.filter((word) => !begins(all)(word)),
        run: firstOther < 0 ? typed.length : firstOther,
      }
    })
  const longest = Math.max(...meant.map(({ run }) => run))
  return meant
    .filter(({ run }) => run === longest)
    .map(({ model, rest }) => ({ model, rest }))
    .sort((a, b) => a.rest.length - b.rest.length)
}

/** Whether a type's own words begin with each of these: « 1 5 dci » means « 1.5 dCi 86 » and « K9K 770 » by « k9k ». */
export function matchesType(
  rest: readonly string[],
  { name, engineCode }: { name: string; engineCode: string | null },
): boolean {
  const words = wordsOf(`${name} ${engineCode ?? ''}`)
  return rest.every((word) => words.some((own) => own.startsWith(word)))
}
