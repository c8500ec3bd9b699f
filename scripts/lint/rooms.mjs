import { createNodeResolver, importX } from 'eslint-plugin-import-x';

/**
 * The direction between rooms: each may import those that it lists, and `core` and `util` besides.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const MAY_IMPORT = {
  features: ['workspace', 'host', 'worker', 'viewer/messages.ts', 'notebook/messages.ts'],
  workspace: ['host', 'worker'],
  host: ['worker'],
  cli: ['worker'],
  worker: [],
  viewer: [],
  notebook: [],
};

/**
 * The rooms of core from left to right: each imports itself and what stands to its left. Rooms that
 * are still to come stand here from the start.
 */
const CORE = [
  'text',
  'paths',
  'note',
  'packs',
  'glossary',
  'library',
  'search',
  'meaning',
  'shard',
  'terms',
  'citation',
  'tags',
  'quotes',
  'checks',
  'completion',
  'preview',
  'ready',
  'export',
  'assist',
];

/** What the user does: a folder each, which knows no other. */
const FEATURES = [
  'terms',
  'glossary',
  'checks',
  'search',
  'explorer',
  'pages',
  'sources',
  'citing',
  'quotes',
  'ready',
  'export',
  'team',
];

/** @typedef {{ target: string, from: string[], except?: string[], message: string }} Zone */

/** @returns {Zone[]} */
function betweenRooms() {
  const rooms = Object.keys(MAY_IMPORT);
  const everyRoom = [...rooms.map((room) => `src/${room}`), 'src/extension.ts'];
  return [
    ...rooms.map((room) => {
      const allowed = MAY_IMPORT[room] ?? [];
      return {
        target: `src/${room}`,
        from: everyRoom.filter((path) => ![room, ...allowed].includes(path.slice('src/'.length))),
        except: ['messages.ts'].filter((file) => allowed.some((path) => path.endsWith(file))),
        message: `src/${room} may import ${[...allowed, 'core', 'util'].join(', ')}.`,
      };
    }),
    { target: 'src/core', from: everyRoom, message: 'The core is pure: it imports core and util.' },
    {
      target: 'src/util',
      from: [...everyRoom, 'src/core'],
      message: 'util imports nothing but util.',
    },
  ];
}

/** @returns {Zone[]} */
function insideCore() {
  return CORE.slice(0, -1).map((room, index) => ({
    target: `src/core/${room}`,
    from: CORE.slice(index + 1).map((other) => `src/core/${other}`),
    message: `src/core/${room} imports what stands to its left: ${CORE.slice(0, index).join(', ') || 'nothing'}.`,
  }));
}

/** @returns {Zone[]} */
function betweenFeatures() {
  return FEATURES.map((feature) => ({
    target: `src/features/${feature}`,
    from: FEATURES.filter((other) => other !== feature).map((other) => `src/features/${other}`),
    message: 'Features do not know each other: what two of them need lives in workspace or core.',
  }));
}

/**
 * Holds the direction of imports, between rooms and within core, and forbids circles of modules.
 * @type {import('eslint').Linter.Config}
 */
export const rooms = {
  files: ['src/**/*.ts'],
  plugins: { 'import-x': /** @type {any} */ (importX) },
  settings: {
    'import-x/extensions': ['.ts'],
    'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
    'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.d.ts', '.js'] })],
  },
  rules: {
    'import-x/no-cycle': ['error', { ignoreExternal: true }],
    'import-x/no-restricted-paths': [
      'error',
      { zones: [...betweenRooms(), ...insideCore(), ...betweenFeatures()] },
    ],
  },
};
