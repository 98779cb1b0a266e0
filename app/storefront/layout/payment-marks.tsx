const MARKS = ['CB', 'Visa', 'Mastercard'] as const

/** The cards that are taken, written rather than shown by logos that belong to others. */
export function PaymentMarks({ label }: { label: string }) {
  return (
    <div className="flex items-center gap-2">
      <span className="sr-only">{label}</span>
      <ul className="flex gap-2">
        {MARKS.map((mark) => (
          <li
            key={mark}
            className="grid h-7 place-items-center rounded-sm border border-white/25 px-2 text-xs font-bold tracking-tight text-white"
          >
            {mark}
          </li>
        ))}
      </ul>
    </div>
  )
}
