import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisesOf, type Promises } from '../../upgrade/promises';

const FIXTURES = join('test', 'fixtures', 'upgrade');

const parse = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

// Settings, key bindings, open tabs and other extensions refer to these by name.
describe('what earlier versions have promised by a name', () => {
  const now = promisesOf(parse('package.json'));

  for (const version of readdirSync(FIXTURES)) {
    const then = parse(join(FIXTURES, version, 'ids.json')) as Promises;

    for (const kind of [
      'commands',
      'views',
      'customEditors',
      'languages',
      'colors',
      'notebookRenderers',
    ] as const) {
      it(`is all there: ${kind} of ${version}`, () => {
        assert.ok(then[kind].length > 0);
        assert.deepEqual(
          then[kind].filter((id) => !now[kind].includes(id)),
          [],
        );
      });
    }

    it(`is all there: settings of ${version}, with what they accept`, () => {
      assert.ok(Object.keys(then.settings).length > 0);
      for (const [id, { type, enum: values = [] }] of Object.entries(then.settings)) {
        const setting = now.settings[id];
        assert.deepEqual(setting?.type, type, id);
        assert.deepEqual(
          values.filter((value) => !setting?.enum?.includes(value)),
          [],
          id,
        );
      }
    });

    it(`has a value other than the default for every setting of ${version}`, () => {
      const set = parse(join(FIXTURES, version, 'settings.json')) as object;
      assert.deepEqual(Object.keys(set).sort(), Object.keys(then.settings).sort());
    });
  }
});
