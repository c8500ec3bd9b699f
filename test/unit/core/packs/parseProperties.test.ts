import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Catalog } from '../../../../src/core/packs/catalog';
import { parsePack } from '../../../../src/core/packs/parse';
import {
  contentsOf,
  danglingIn,
  idsOf,
  put,
  RawText,
  soundPack,
  type PackFilesDraft,
} from './packFiles';

type Path = readonly [string, ...(string | number)[]];

/** The paths of everything in a value, in the order of a file. */
function pathsOf(value: unknown, path: readonly (string | number)[] = []): Path[] {
  const here = path.length > 0 ? [path as Path] : [];
  if (typeof value !== 'object' || value === null) {
    return here;
  }
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return here.concat(
    keys.flatMap((key) =>
      pathsOf((value as Record<string | number, unknown>)[key], [...path, key]),
    ),
  );
}

const anyPath = fc.constantFrom(...pathsOf(soundPack()));

/** Values that a careless or hostile author may put anywhere; `undefined` takes away what is there. */
const anyValue = fc.oneof(
  fc.constant(undefined),
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(
    'talk',
    'paper',
    'history',
    'japan',
    'ip4',
    '__proto__',
    'constructor',
    '2022-13',
  ),
  fc.constantFrom('', ' ', '\u0000', '\ud800', '[x](command:y)', 'x'.repeat(5000), 2 ** 53),
);

const anyMutation = fc.array(fc.tuple(anyPath, anyValue), { minLength: 1, maxLength: 4 });

/** A sound pack with values exchanged; a path that an earlier exchange has taken away is passed over. */
function mutate(mutations: readonly (readonly [Path, unknown])[]): Map<string, string> {
  const draft = soundPack();
  for (const [path, value] of mutations) {
    try {
      put(draft, path, value);
    } catch (error) {
      assert.ok(error instanceof TypeError);
    }
  }
  return contentsOf(draft);
}

describe('parsePack, whatever is done to a sound pack,', function () {
  // Many runs; how long they take is the machine's affair.
  this.timeout(30_000);

  it('does not throw, and gives only references that resolve and ids that are unique', () => {
    fc.assert(
      fc.property(anyMutation, (mutations) => {
        const { pack } = parsePack('packs/small', mutate(mutations));
        if (pack) {
          assert.deepEqual(danglingIn(pack), []);
          assert.equal(new Set(idsOf(pack)).size, idsOf(pack).length);
          assert.ok(
            pack.topics.every(
              ({ parent }) =>
                parent === undefined ||
                pack.topics.some((topic) => topic.id === parent && topic.parent === undefined),
            ),
            'topics have two levels',
          );
        }
      }),
      { numRuns: 150 },
    );
  });

  it('loses nothing without a problem', () => {
    const all = idsOf(parsePack('packs/small', contentsOf(soundPack())).pack).length;
    fc.assert(
      fc.property(anyPath, anyValue, (path, value) => {
        fc.pre(value !== undefined && path.length > 2);
        const { pack, problems } = parsePack('packs/small', mutate([[path, value]]));
        assert.ok(idsOf(pack).length === all || problems.length > 0);
      }),
      { numRuns: 100 },
    );
  });

  it('takes what it gives without a problem', () => {
    fc.assert(
      fc.property(anyMutation, (mutations) => {
        const { pack } = parsePack('packs/small', mutate(mutations));
        fc.pre(pack !== undefined);
        const { info, ...lists } = pack;
        const files: PackFilesDraft = { 'pack.json': { ...info, description: 'Any.' } };
        for (const [list, entries] of Object.entries(lists)) {
          files[`${list}.json`] = { [list]: entries };
        }
        const again = parsePack('packs/small', contentsOf(files));
        assert.deepEqual(again.problems, []);
        assert.deepEqual({ ...again.pack, info }, pack);
      }),
      { numRuns: 50 },
    );
  });

  it('takes any text for a file', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(soundPack())), fc.string(), (name, text) => {
        const files = contentsOf(put(soundPack(), [name], new RawText(text)));
        const { pack, problems } = parsePack('packs/small', files);
        assert.ok(pack);
        assert.deepEqual(danglingIn(pack), []);
        assert.ok(problems.length > 0);
      }),
    );
  });
});

describe('Catalog of a mutated pack', () => {
  it('can be asked for every entry', () => {
    fc.assert(
      fc.property(anyMutation, (mutations) => {
        const { pack } = parsePack('packs/small', mutate(mutations));
        const catalog = new Catalog(pack ? [pack] : []);
        for (const excerpt of catalog.all('excerpt')) {
          assert.ok(catalog.source(excerpt.source));
          assert.ok(excerpt.topics.every((id) => catalog.excerptsUnderTopic(id).includes(excerpt)));
        }
      }),
      { numRuns: 50 },
    );
  });
});
