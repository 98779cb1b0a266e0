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

/** The whole picture: warm paper, soft light from the upper left, the thing and its shadow. */
export function takePicture(
  motif: Motif,
  { name, kind, size = 960 }: { name: string; kind?: string; size?: number },
): string {
  const studio = openStudio(randomFrom('picture', name))
  const thing = motif(studio, kind)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 800" width="${size}" height="${size}"><defs>
<radialGradient id="paper" cx=".36" cy=".28" r=".95"><stop offset="0" stop-color="#fbf8f2"/><stop offset=".55" stop-color="#f3ede2"/><stop offset="1" stop-color="#e3d9c8"/></radialGradient>
<filter id="soft" x="-25%" y="-25%" width="150%" height="150%"><feGaussianBlur in="SourceAlpha" stdDeviation="17"/><feColorMatrix values="0 0 0 0 .2  0 0 0 0 .15  0 0 0 0 .1  0 0 0 .42 0"/></filter>
<radialGradient id="floor"><stop offset="0" stop-color="#33261a" stop-opacity=".5"/><stop offset=".6" stop-color="#33261a" stop-opacity=".2"/><stop offset="1" stop-color="#33261a" stop-opacity="0"/></radialGradient>
${studio.definitions()}<g id="thing">${thing}</g></defs>
<rect width="800" height="800" fill="url(#paper)"/><use href="#thing" transform="translate(16 26)" filter="url(#soft)"/><use href="#thing"/></svg>`
}

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
