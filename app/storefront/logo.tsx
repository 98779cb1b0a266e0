import { classNames } from '~/ui/class-names'
import onPaper from './logo/comptoir-ink.svg'
import onNight from './logo/comptoir-white.svg'
import counter from './logo/counter.svg'

const DRAWN_NAME = 'Comptoir'

/** The shop's sign: a counter under its awning, and its name. A shop with another name has it written. */
export function Logo({
  shopName,
  night,
  className,
}: {
  shopName: string
  /** On a dark ground. */
  night?: boolean
  className?: string
}) {
  if (shopName === DRAWN_NAME) {
    return (
      <img src={night ? onNight : onPaper} width={164} height={36} alt={shopName} className={className} />
    )
  }
  return (
    <span
      className={classNames(
        'inline-flex items-center gap-2.5',
        night ? 'text-white' : 'text-ink-strong',
        className,
      )}
    >
      <img src={counter} width={32} height={32} alt="" />
      <span className="text-xl font-bold tracking-tight">{shopName}</span>
    </span>
  )
}
