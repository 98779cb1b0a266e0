import { castIron, copper, darkSteel, flat, hsl, round, steel } from './materials'
import { box, circle, ellipse, group, hole, path, polar, ring, thick, times, tube, turned } from './shapes'
import type { Motif, Studio } from './studio'

const PIPE = { dark: '#5f6469', body: '#a2a7ab', light: '#eef0f1' }
const flange = (s: Studio, x: number, y: number, turn: number) =>
  group(
    `translate(${x} ${y}) rotate(${turn})`,
    thick('M-16-66h32q8 0 8 8v116q0 8-8 8h-32q-8 0-8-8v-116q0-8 8-8Z', {
      dx: 6,
      dy: 6,
      fill: castIron(s),
      side: '#2c2825',
    }),
    circle(0, -48, 7, { fill: '#1a1816' }),
    circle(0, 48, 7, { fill: '#1a1816' }),
  )

export const rearSilencer: Motif = (s) => {
  const twin = s.random.chance(40)
  const h = s.random.int(190, 230)
  const tip = (y: number) =>
    tube(`M590 ${y}h130`, 54, { dark: '#7b8085', body: '#d7dadc', light: '#fff' }) +
    ellipse(722, y, 10, 26, { fill: '#151617' }) +
    ellipse(722, y, 10, 26, { stroke: '#eef0f1', width: 4 })
  return turned(
    s.random.int(-20, -8),
    tube('M60 560C140 560 140 420 230 410', 44, PIPE) +
      flange(s, 70, 560, 8) +
      (twin ? tip(360) + tip(440) : tip(400)) +
      box(200, 400 - h / 2, 400, h, 64, { fill: steel(s, 'down') }) +
      [220, 560].map((x) => box(x, 396 - h / 2, 16, h + 8, 7, { fill: '#000', opacity: 0.2 })).join('') +
      tube(`M280 ${404 - h / 2}v-60h40`, 12, PIPE) +
      tube(`M500 ${404 - h / 2}v-60h-40`, 12, PIPE) +
      box(300, 370, 160, 40, 5, { fill: '#000', opacity: 0.12 }),
  )
}
export const middleSilencer: Motif = (s) => {
  const w = s.random.int(240, 320)
  return turned(
    s.random.int(-30, -14),
    tube(`M-30 420C80 420 100 400 ${400 - w / 2} 400`, 42, PIPE) +
      tube(`M${400 + w / 2} 400C660 400 700 360 840 370`, 42, PIPE) +
      box(400 - w / 2, 316, w, 168, 60, { fill: steel(s, 'down') }) +
      box(400 - w / 2 + 20, 312, 14, 176, 6, { fill: '#000', opacity: 0.2 }) +
      box(400 + w / 2 - 34, 312, 14, 176, 6, { fill: '#000', opacity: 0.2 }) +
      flange(s, 60, 415, 0),
  )
}
export const exhaustPipe: Motif = (s) => {
  const b = s.random.int(-90, 90)
  return (
    tube(`M110 ${560 + b / 3}C260 ${560 - b} 300 ${300 + b} 430 ${360 - b / 2}S560 200 690 220`, 50, PIPE) +
    flange(s, 124, 556 + b / 3, -10) +
    flange(s, 676, 220, -4) +
    tube('M420 360v-76h40', 12, PIPE) +
    (s.random.chance(50) ? box(250, 400 + b / 4, 110, 74, 30, { fill: darkSteel(s, 'down') }) : '')
  )
}

/** Catalyst or particle filter: a shell between cones, with its heat tint. */
export const catalyst: Motif = (s) => {
  const w = s.random.int(240, 330)
  const r = s.random.int(96, 124)
  const x = 400 - w / 2
  const probe = s.random.pick([1, 2])
  return turned(
    s.random.int(-28, -8),
    tube(`M20 400H${x - 70}`, 56, PIPE) +
      tube(`M${x + w + 70} 400H780`, 56, PIPE) +
      flange(s, 50, 400, 0) +
      flange(s, 750, 400, 0) +
      path(`M${x - 90} 372L${x} ${400 - r}v${2 * r}L${x - 90} 428Z`, { fill: steel(s, 'down') }) +
      path(`M${x + w + 90} 372L${x + w} ${400 - r}v${2 * r}L${x + w + 90} 428Z`, { fill: steel(s, 'down') }) +
      box(x, 396 - r, w, 2 * r + 8, 10, { fill: steel(s, 'down') }) +
      box(x, 396 - r, w, 2 * r + 8, 10, {
        fill: s.linear(
          [
            [0, '#b0702a', 0.45],
            [0.3, '#6a4fa0', 0.22],
            [0.6, '#3f7fb0', 0.12],
            [1, '#fff', 0],
          ],
          [0, 0, 1, 0],
        ),
      }) +
      times(4, (i) =>
        box(x + 24 + i * ((w - 60) / 3), 392 - r, 9, 2 * r + 16, 4, { fill: '#000', opacity: 0.16 }),
      ).join('') +
      times(probe, (i) =>
        group(
          `translate(${x - 40 + i * (w + 60)} ${390 - r * 0.6}) rotate(${-20 + i * 40})`,
          box(-16, -50, 32, 40, 4, { fill: darkSteel(s) }),
          ellipse(0, -50, 16, 6, { fill: '#121314' }),
        ),
      ).join(''),
  )
}
export const particleFilter: Motif = (s) => {
  const cells = s.random.pick([11, 13])
  return turned(
    s.random.int(-16, 0),
    `${tube('M420 420C560 470 640 560 740 560', 58, PIPE) + flange(s, 720, 560, 4) + thick('M190 170h220a180 180 0 0 1 0 400h-220Z', { dx: 18, dy: 22, fill: steel(s, 'down'), side: '#4b5055' }) + ellipse(190, 370, 90, 200, { fill: steel(s, 'slant') }) + ellipse(190, 370, 78, 184, { fill: '#2a2724' })}<g clip-path="${s.clip('<ellipse cx="190" cy="370" rx="76" ry="182"/>')}">${times(cells * 2, (i) => times(cells, (k) => ((i + k) % 2 ? box(112 + k * (156 / cells), 188 + i * (366 / (cells * 2)), 156 / cells - 2, 366 / (cells * 2) - 2, 0, { fill: '#8e8578' }) : '')).join('')).join('')}</g>${box(290, 164, 14, 412, 5, { fill: '#000', opacity: 0.18 })}${box(440, 180, 14, 380, 5, { fill: '#000', opacity: 0.18 })}${tube('M350 180C350 90 470 90 480 150', 14, PIPE)}`,
  )
}
export const manifold: Motif = (s) => {
  const metal = s.random.pick(['cast', 'tube'])
  const colours =
    metal === 'cast'
      ? { dark: '#3a3430', body: '#6d645c', light: '#b0a598' }
      : { dark: '#6a6f74', body: '#b5babe', light: '#fff' }
  return turned(
    s.random.int(-8, 8),
    times(4, (i) =>
      tube(`M${180 + i * 146} 260C${180 + i * 146} 420 ${330 + i * 46} 430 400 600`, 66, colours),
    ).join('') +
      times(4, (i) =>
        group(
          `translate(${180 + i * 146} 240)`,
          thick('M-62-46h124q10 0 10 10v72q0 10-10 10h-124q-10 0-10-10v-72q0-10 10-10Z', {
            dx: 8,
            dy: 12,
            fill: castIron(s),
            side: '#2c2825',
          }),
          ellipse(0, 0, 38, 32, { fill: '#14120f' }),
          hole(-54, -26, 8),
          hole(54, 26, 8),
        ),
      ).join('') +
      thick('M320 590h160q14 0 14 14v46q0 14-14 14h-160q-14 0-14-14v-46q0-14 14-14Z', {
        dx: 8,
        dy: 12,
        fill: castIron(s),
        side: '#2c2825',
      }) +
      hole(330, 628, 9) +
      hole(470, 628, 9),
  )
}
void copper
void flat
void hsl
void round
void polar
void ring
