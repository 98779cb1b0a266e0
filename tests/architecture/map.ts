import { application, type HouseMap, roomOf, type Sources } from './sources'

/** Folders that nobody put on the map, and names on the map without a folder. */
export function offTheMap(folders: string[], map: HouseMap): string[] {
  const known = [...Object.keys(map.rooms), ...map.ground, ...map.doors, ...map.registers]
  const strangers = folders.filter((folder) => !known.includes(folder))
  const missing = known.filter((name) => !folders.includes(name))
  const unknown = Object.entries(map.rooms).flatMap(([room, { mayImport }]) =>
    mayImport.filter((name) => !(name in map.rooms)).map((name) => `${room} → ${name}`),
  )
  return [
    ...strangers.map((name) => `app/${name} is not in app/rooms.js`),
    ...missing.map((name) => `${name} is in app/rooms.js and has no folder`),
    ...unknown.map((pair) => `${pair}: no such room`),
  ]
}

/** Every way by which a room may reach itself. */
export function circles(map: HouseMap): string[] {
  const found: string[] = []
  const walk = (path: string[]) => {
    const [first] = path
    for (const next of map.rooms[path.at(-1) ?? '']?.mayImport ?? []) {
      if (next === first) found.push([...path, next].join(' → '))
      else if (!path.includes(next)) walk([...path, next])
    }
  }
  for (const room of Object.keys(map.rooms)) walk([room])
  return found
}

/** Edges of the map that no import goes along: the map says what is, not what might be. */
export function unusedEdges(sources: Sources, { rooms }: HouseMap): string[] {
  const used = new Set(
    application(sources).flatMap(([path, text]) =>
      [...text.matchAll(/(?:from|import\() ?'~\/([\w-]+)\//g)].map(([, to]) => `${roomOf(path)} → ${to}`),
    ),
  )
  return Object.entries(rooms)
    .flatMap(([room, { mayImport }]) => mayImport.map((other) => `${room} → ${other}`))
    .filter((edge) => !used.has(edge))
    .map((edge) => `${edge}: nobody uses it`)
}
