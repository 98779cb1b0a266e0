/** Stands where a picture is missing. */
export function PicturePlaceholder() {
  return (
    <svg viewBox="0 -10 80 80" className="size-full text-paper-rule" aria-hidden="true" focusable="false">
      <g fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinejoin="round">
        <path d="M28 22 40 16l12 6v14l-12 6-12-6z" />
        <path d="m28 22 12 6 12-6M40 28v14" />
      </g>
    </svg>
  )
}
