/** The widths and formats in which stored pictures are served. Nothing else is made, whatever a URL asks for. */
export const IMAGE_WIDTHS = [160, 320, 640, 960, 1280] as const
export const IMAGE_FORMATS = ['avif', 'webp'] as const

export type ImageWidth = (typeof IMAGE_WIDTHS)[number]
export type ImageFormat = (typeof IMAGE_FORMATS)[number]
export type ImageVariant = { hash: string; width: ImageWidth; format: ImageFormat }

export const imageUrl = ({ hash, width, format }: ImageVariant) => `/media/${hash}/${width}.${format}`

const VARIANT_PATH = /^([0-9a-f]{64})\/(\d{3,4})\.([a-z]{4})$/

/** Reads `<hash>/<width>.<format>`; null for anything that is not on the lists. */
export function readImagePath(path: string): ImageVariant | null {
  const [, hash, digits, ending] = VARIANT_PATH.exec(path) ?? []
  const width = IMAGE_WIDTHS.find((allowed) => String(allowed) === digits)
  const format = IMAGE_FORMATS.find((allowed) => allowed === ending)
  return hash && width && format ? { hash, width, format } : null
}

/** The widths worth offering of a picture: none wider than itself, but always one. */
export function widthsFor(masterWidth: number): ImageWidth[] {
  const narrower = IMAGE_WIDTHS.filter((width) => width <= masterWidth)
  return narrower.length > 0 ? narrower : [IMAGE_WIDTHS[0]]
}
