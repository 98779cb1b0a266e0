/** Who may import whom. The map is `app/rooms.js`; this file only turns it into rules. */
const { rooms, ground, doors, registers = [] } = require('./app/rooms.js')

const anyOf = (names) => `(${names.join('|')})`
const SHOP = '^app/shop\\.server\\.ts$'
const CHANGES = '^app/changes\\.ts$'
const TESTS = '\\.test\\.tsx?$'

const perRoom = Object.entries(rooms).map(([room, { mayImport }]) => ({
  name: `room-${room}`,
  comment: `${room} may import the ground and ${mayImport.join(', ') || 'no room'}: see app/rooms.js.`,
  severity: 'error',
  from: { path: `^app/${room}/`, pathNot: TESTS },
  to: { path: '^app/', pathNot: [`^app/${anyOf([room, ...mayImport, ...ground])}/`, SHOP, CHANGES] },
}))

module.exports = {
  forbidden: [
    ...perRoom,
    {
      name: 'ground-knows-no-shop',
      comment: 'The ground (platform, ui, money, text, i18n, places) knows nothing of the shop.',
      severity: 'error',
      from: { path: `^app/${anyOf(ground)}/`, pathNot: TESTS },
      to: { path: '^app/', pathNot: `^app/${anyOf([...ground, ...registers])}/` },
    },
    {
      name: 'shop-is-a-type',
      comment: 'A room may name the shop it is handed as a type; only the processes open it.',
      severity: 'error',
      from: { path: '^app/[^/]+/' },
      to: { path: SHOP, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'nobody-imports-a-door',
      comment: 'Doors are where the outside comes in; what two of them need belongs into a room.',
      severity: 'error',
      from: { path: '^app/[^/]+/', pathNot: [TESTS, `^app/${anyOf(doors)}/`] },
      to: { path: `^app/${anyOf(doors)}/` },
    },
    {
      name: 'routes-and-jobs-apart',
      comment:
        'A page calls a room, which announces what happened; what follows is said in app/jobs/reactions.server.ts.',
      severity: 'error',
      from: { path: '^app/routes/' },
      to: { path: '^app/jobs/' },
    },
    {
      name: 'app-stands-alone',
      comment: 'The application does not reach into its process, its tools or its tests.',
      severity: 'error',
      from: { path: '^app/', pathNot: TESTS },
      to: { path: '^(server|scripts|demo|tests)/' },
    },
    {
      name: 'no-circle',
      comment: 'Two modules that need each other are one module, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      comment: 'Every import leads somewhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['^virtual:', '/build/'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^build/', '\\.css$'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
