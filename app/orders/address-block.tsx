/** An address as it is written on a parcel. */
export function AddressBlock({ lines }: { lines: readonly string[] }) {
  return (
    <address className="text-sm leading-6 not-italic">
      {lines.map((line) => (
        <span key={line} className="block break-words">
          {line}
        </span>
      ))}
    </address>
  )
}
