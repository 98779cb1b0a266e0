import { Sample, Samples } from './sample'

const COLOURS = [
  ['white', 'bg-white'],
  ['paper', 'bg-paper'],
  ['paper-sunk', 'bg-paper-sunk'],
  ['paper-line', 'bg-paper-line'],
  ['paper-rule', 'bg-paper-rule'],
  ['paper-edge', 'bg-paper-edge'],
  ['ink-faint', 'bg-ink-faint'],
  ['ink-soft', 'bg-ink-soft'],
  ['ink', 'bg-ink'],
  ['accent-wash', 'bg-accent-wash'],
  ['accent-tint', 'bg-accent-tint'],
  ['accent', 'bg-accent'],
  ['accent-deep', 'bg-accent-deep'],
  ['success', 'bg-success'],
  ['warning', 'bg-warning'],
  ['danger', 'bg-danger'],
  ['notice', 'bg-notice'],
] as const

const SIZES = [
  ['4xl', 'text-4xl font-semibold'],
  ['3xl', 'text-3xl font-semibold'],
  ['2xl', 'text-2xl font-semibold'],
  ['xl', 'text-xl font-semibold'],
  ['lg', 'text-lg'],
  ['base', 'text-base'],
  ['sm', 'text-sm'],
  ['xs', 'text-xs'],
] as const

export function TokenSamples() {
  return (
    <Samples title="Ink, paper, clay">
      <Sample name="colours">
        <ul className="grid grid-cols-3 gap-3 sm:grid-cols-6 lg:grid-cols-9">
          {COLOURS.map(([name, look]) => (
            <li key={name} className="text-xs text-ink-soft">
              <span className={`mb-1 block h-12 rounded border border-paper-line ${look}`} />
              {name}
            </li>
          ))}
        </ul>
      </Sample>
      <Sample name="text">
        <ul className="grid gap-2">
          {SIZES.map(([name, look]) => (
            <li key={name} className={`${look} truncate`}>
              Disque de frein avant ventilé, 280 mm ({name})
            </li>
          ))}
        </ul>
      </Sample>
      <Sample name="shadows">
        <ul className="flex flex-wrap gap-6 text-sm">
          <li className="grid size-28 place-items-center rounded-lg bg-white shadow-low">low</li>
          <li className="grid size-28 place-items-center rounded-lg bg-white shadow-raised">raised</li>
          <li className="grid size-28 place-items-center rounded-lg bg-white shadow-floating">floating</li>
        </ul>
      </Sample>
    </Samples>
  )
}
