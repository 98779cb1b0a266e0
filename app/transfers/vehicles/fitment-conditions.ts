import type { FitmentCondition } from '~/vehicles/fit-of'
import { AXLES, SIDES } from '~/vehicles/vehicle-words'
import { guardCell } from '../cell-text'
import { type Read, readDate, readWord, readYesNo } from '../formats/read-values'

type Condition = keyof FitmentCondition
type Asked<Key extends Condition> = NonNullable<FitmentCondition[Key]>

const AXLE_WORDS: Record<string, Asked<'axle'>> = { avant: 'front', arriere: 'rear' }
const SIDE_WORDS: Record<string, Asked<'side'>> = { gauche: 'left', droite: 'right', droit: 'right' }

/** What a file calls each condition, and how its cells are read: for import and export, in the order of an export. */
const CONDITIONS: { [Key in Condition]: { heading: string; read: (cell: string) => Read<Asked<Key>> } } = {
  axle: { heading: 'axle', read: (cell) => readWord(AXLES, AXLE_WORDS, cell) },
  side: { heading: 'side', read: (cell) => readWord(SIDES, SIDE_WORDS, cell) },
  builtFrom: { heading: 'built_from', read: readDate },
  builtUntil: { heading: 'built_until', read: readDate },
  chassisFrom: { heading: 'chassis_from', read: readChassis },
  chassisUntil: { heading: 'chassis_until', read: readChassis },
  airConditioning: { heading: 'air_conditioning', read: readYesNo },
}

const KEYS = Object.keys(CONDITIONS) as Condition[]

export const CONDITION_HEADINGS = KEYS.map((key) => CONDITIONS[key].heading)

/** What a row asks, cell by cell as `take` reads them; null where it asks nothing. */
export function readCondition(
  take: <Value>(heading: string, read: (cell: string) => Read<Value>) => Value | null,
): FitmentCondition | null {
  const asked = KEYS.map((key) => {
    const { heading, read } = CONDITIONS[key]
    return [key, take<Asked<Condition>>(heading, read)] as const
  })
  return asked.some(([, value]) => value !== null) ? (Object.fromEntries(asked) as FitmentCondition) : null
}

/** The cells that read back as this condition, one for each heading. */
export function writeCondition(condition: FitmentCondition | null): string[] {
  return KEYS.map((key) => {
    const asked = condition?.[key] ?? ''
    return typeof asked === 'boolean' ? (asked ? 'yes' : 'no') : guardCell(asked)
  })
}

function readChassis(cell: string): Read<string> {
  const plain = cell.replace(/[\s-]/g, '').toUpperCase()
  if (/E\+\d+$/i.test(cell)) return { reason: 'scientific-notation' }
  return /^[0-9A-Z]{1,17}$/.test(plain) ? { value: plain } : { reason: 'not-a-choice' }
}
