import { type Random, randomFrom } from '../random'

type Stop = readonly [offset: number, colour: string, opacity?: number]

/** What a motif gets to draw with: paints made on demand, and dice of its own. */
export type Studio = ReturnType<typeof openStudio>

/** A motif draws one thing, lying or standing on the paper, inside a square of 800 units. */
export type Motif = (studio: Studio, kind?: string) => string

export function openStudio(random: Random) {
  const definitions = new Map<string, string>()

  function define(markup: (id: string) => string): string {
    const key = markup('')
    const known = definitions.get(key)
    if (known) return known
    const id = `d${definitions.size}`
    definitions.set(key, id)
    made.push(markup(id))
    return id
  }
  const made: string[] = []

  const linear = (stops: readonly Stop[], [x1, y1, x2, y2] = [0, 0, 0, 1]) =>
    `url(#${define((id) => `<linearGradient id="${id}" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}">${stopsOf(stops)}</linearGradient>`)})`

  const radial = (stops: readonly Stop[], [cx, cy, r] = [0.5, 0.5, 0.5]) =>
    `url(#${define((id) => `<radialGradient id="${id}" cx="${cx}" cy="${cy}" r="${r}">${stopsOf(stops)}</radialGradient>`)})`

  const clip = (shape: string) => `url(#${define((id) => `<clipPath id="${id}">${shape}</clipPath>`)})`

  return { random, linear, radial, clip, definitions: () => made.join('') }
}

/** Pictures are square; motifs draw in units of an 800th of a side. */
const PICTURE = 960
const SILHOUETTE = 120

/** The thing alone on nothing, small: enough to know where its shadow falls. */
export function takeSilhouette(motif: Motif, { name, kind }: Shot): string {
  const { thing, definitions } = draw(motif, { name, kind })
  return framed(SILHOUETTE, `<defs>${definitions}</defs>${thing}`)
}

/** The whole picture: warm paper, soft light from the upper left, the thing and its shadow (a small picture, as a URL). */
export function takePicture(motif: Motif, { name, kind, shadow }: Shot & { shadow: string }): string {
  const { thing, definitions } = draw(motif, { name, kind })
  return framed(
    PICTURE,
    `<defs><radialGradient id="paper" cx=".36" cy=".28" r=".95"><stop offset="0" stop-color="#fbf8f2"/><stop offset=".55" stop-color="#f3ede2"/><stop offset="1" stop-color="#e3d9c8"/></radialGradient>${definitions}</defs>
<rect width="800" height="800" fill="url(#paper)"/><image href="${shadow}" x="16" y="26" width="800" height="800"/>${thing}`,
  )
}

type Shot = { name: string; kind?: string }

function draw(motif: Motif, { name, kind }: Shot): { thing: string; definitions: string } {
  const studio = openStudio(randomFrom('picture', name))
  const thing = motif(studio, kind)
  return { thing, definitions: FLOOR + studio.definitions() }
}

const framed = (size: number, content: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 800" width="${size}" height="${size}">${content}</svg>`

const FLOOR =
  '<radialGradient id="floor"><stop offset="0" stop-color="#33261a" stop-opacity=".5"/><stop offset=".6" stop-color="#33261a" stop-opacity=".2"/><stop offset="1" stop-color="#33261a" stop-opacity="0"/></radialGradient>'

/** The pool of shade under something that stands. */
export const floorShade = (cx: number, cy: number, rx: number, ry = rx * 0.22) =>
  `<ellipse cx="${cx}" cy="${cy}" rx="${rx}" ry="${ry}" fill="url(#floor)"/>`

function stopsOf(stops: readonly Stop[]): string {
  return stops
    .map(
      ([offset, colour, opacity]) =>
        `<stop offset="${offset}" stop-color="${colour}"${opacity === undefined ? '' : ` stop-opacity="${opacity}"`}/>`,
    )
    .join('')
}
