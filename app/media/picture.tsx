import { type ImageFormat, type ImageWidth, imageUrl, widthsFor } from './image-sizes'

type PictureProps = {
  file: { hash: string; width: number; height: number }
  alt: string
  /** How wide the picture is shown, as in the HTML attribute: `(min-width: 64rem) 25vw, 50vw`. */
  sizes: string
  /** The picture that the page is about: loaded at once, before those below. */
  priority?: boolean
  /** The widest file worth offering: a small place needs no large one, and each name costs bytes in the page. */
  widest?: ImageWidth
  className?: string
}

/** Widths are offered as AVIF; the few browsers that cannot read it get one WebP. */
export function Picture({ file, alt, sizes, priority = false, widest = 1280, className }: PictureProps) {
  const widths = widthsFor(Math.min(file.width, widest))
  const fallback = widths.findLast((width) => width <= 640) ?? widths[0] ?? 160
  // React 18 knows this attribute only in its HTML spelling.
  const urgency = priority ? { fetchpriority: 'high' } : {}

  return (
    <picture className="contents">
      <source type="image/avif" srcSet={sourceSet(file.hash, widths, 'avif')} sizes={sizes} />
      <img
        src={imageUrl({ hash: file.hash, width: fallback, format: 'webp' })}
        alt={alt}
        width={file.width}
        height={file.height}
        loading={priority ? 'eager' : 'lazy'}
        decoding="async"
        className={className}
        {...urgency}
      />
    </picture>
  )
}

function sourceSet(hash: string, widths: readonly ImageWidth[], format: ImageFormat): string {
  return widths.map((width) => `${imageUrl({ hash, width, format })} ${width}w`).join(', ')
}
