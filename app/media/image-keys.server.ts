import type { ImageVariant } from './image-sizes'

const folder = (hash: string) => `images/${hash.slice(0, 2)}/${hash}`

export const masterKey = (hash: string) => `${folder(hash)}/master`
export const variantKey = ({ hash, width, format }: ImageVariant) => `${folder(hash)}/${width}.${format}`
