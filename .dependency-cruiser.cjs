const { readFileSync } = require('node:fs');

/** The directions of the imports, as README draws them. */
const layer = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { path: '^(src|migrations)/', pathNot: [from, ...allowed] },
});

/** The features in the order of their ladder: each may import only from those above it. */
const [, listed] = /features: readonly Feature\[\] = \[([^\]]*)\]/.exec(readFileSync('src/features/index.ts', 'utf8'));
const ladder = listed.match(/\w+/g);
const rungs = ladder.slice(0, -1).map((feature, rung) => ({
  name: `${feature}-knows-nothing-below`,
  severity: 'error',
  from: { path: `^src/features/${feature}/` },
  to: { path: `^src/features/(${ladder.slice(rung + 1).join('|')})/` },
}));

/** The rooms of the language behind its face, each with those that it leans on. */
const rooms = {
  grammar: [],
  moments: ['grammar'],
  resolving: ['moments'],
  saying: ['resolving'],
  understanding: ['moments', 'resolving', 'describe\\.ts$'],
  phrase: ['grammar', 'moments', 'leads\\.ts$', 'unused\\.ts$'],
  periods: ['grammar', 'moments'],
  reports: [],
};
/** What the whole house of the language stands on; it knows none of the rooms. */
const ground = '^src/language/(fold|for-last-text|when|lunar|shift|public-holidays)\\.ts$';
const language = [
  {
    name: 'language-has-a-face',
    severity: 'error',
    from: { path: '^(src|migrations)/', pathNot: '^src/language/' },
    to: { path: '^src/language/[^/]+/' },
  },
  layer('language-stands-on-its-ground', ground, ['^src/core/']),
  ...Object.entries(rooms).map(([room, below]) =>
    layer(`language-${room}-looks-down`, `^src/language/${room}/`, [
      ground,
      '^src/core/',
      ...below.map((one) => `^src/language/${one}`),
    ]),
  ),
];

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    layer('core-knows-nothing', '^src/core/', []),
    layer('language-knows-core', '^src/language/', ['^src/core/']),
    layer('documents-know-core', '^src/documents/', ['^src/core/']),
    layer('blobs-know-core', '^src/blobs/', ['^src/core/']),
    layer('texts-know-core', '^src/texts/', ['^src/core/']),
    layer('migrations-know-nothing', '^migrations/', []),
    layer('storage-knows-core', '^src/storage/', ['^src/core/', '^migrations/']),
    layer('chat-knows-no-feature', '^src/chat/', ['^src/(texts|language|core)/', '^src/app\\.ts$']),
    layer('delivery-knows-the-port', '^src/delivery/', [
      '^src/chat/(platform|incoming|message)\\.ts$',
      '^src/(storage|core|texts)/',
    ]),
    layer('platforms-know-the-port', '^src/platforms/', [
      '^src/(chat|texts|core)/',
      '^src/http/route\\.ts$',
      '^src/config\\.ts$',
    ]),
    layer('features-look-down', '^src/features/', [
      '^src/(chat|blobs|documents|language|storage|texts|core)/',
      '^src/delivery/(outbox|outbox-entry|pace)\\.ts$',
      '^src/http/route\\.ts$',
      '^src/app\\.ts$',
    ]),
    layer('http-knows-core', '^src/http/', ['^src/core/']),
    {
      name: 'only-the-top-knows-the-server',
      severity: 'error',
      from: { path: '^(src|migrations)/', pathNot: ['^src/http/', '^src/main\\.ts$'] },
      to: { path: '^src/http/', pathNot: '^src/http/route\\.ts$' },
    },
    layer('app-is-a-type', '^src/(app|config)\\.ts$', ['^src/(blobs|storage|core|texts)/', '^src/(app|config)\\.ts$']),
    ...language,
    ...rungs,
    {
      name: 'every-feature-is-on-the-ladder',
      severity: 'error',
      from: { path: '^src/features/', pathNot: `^src/features/((${ladder.join('|')})/|index\\.ts|feature\\.ts)` },
      to: {},
    },
    {
      name: 'no-platform-knows-another',
      severity: 'error',
      from: { path: '^src/platforms/([^/]+)/' },
      to: { path: '^src/platforms/[^/]+/', pathNot: '^src/platforms/$1/' },
    },
    {
      name: 'an-sdk-stays-in-its-adapter',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/platforms/(telegram|discord)/' },
      to: { path: 'node_modules/(telegraf|discord\\.js)/' },
    },
    {
      name: 'sql-stays-in-stores',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: ['-store\\.ts$', '^src/delivery/(outbox|outbox-claims|outbox-entry|inbox)\\.ts$', '^src/storage/'],
      },
      to: { path: 'node_modules/(kysely|better-sqlite3|pg)/' },
    },
    {
      name: 'nothing-ships-from-tests',
      severity: 'error',
      from: { path: '^(src|migrations)/' },
      to: { path: '^test/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
