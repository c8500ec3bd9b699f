import assert from 'node:assert/strict';
import { parsePack, type ParsedPack } from '../../../../src/core/packs/parse';
import { contentsOf, danglingIn, idsOf, put, soundPack, type PackFilesDraft } from './packFiles';

export const parse = (draft: PackFilesDraft): ParsedPack =>
  parsePack('packs/small', contentsOf(draft));

/** File and JSON path of every problem, in order. */
export const places = ({ problems }: ParsedPack): string[] =>
  problems.map(({ file, path }) => `${file.replace('packs/small/', '')} ${path}`);

/** What is wrong, what makes it so, the places of all problems, and the entries that are left out. */
export type Case = readonly [
  name: string,
  spoil: (draft: PackFilesDraft) => unknown,
  problems: readonly string[],
  lost?: readonly string[],
];

export function itLoadsTheRest(cases: readonly Case[]): void {
  for (const [name, spoil, problems, lost = []] of cases) {
    it(name, () => {
      const draft = soundPack();
      spoil(draft);
      const parsed = parse(draft);
      assert.deepEqual(places(parsed), problems);
      assert.deepEqual(
        idsOf(parsed.pack),
        idsOf(parse(soundPack()).pack).filter((id) => !lost.includes(id)),
      );
      assert.deepEqual(parsed.pack && danglingIn(parsed.pack), []);
      for (const { message, remedy } of parsed.problems) {
        assert.match(message, /^[A-Z"].{10,400}\.$/, 'a sentence for a log');
        assert.match(remedy, /^[A-Z].{5,400}\.$/, 'a sentence for a log');
      }
    });
  }
}

/** Sets the value at a path of keys; `undefined` takes away what is there. */
export const set =
  (...path: readonly [string, ...(string | number)[]]) =>
  (value: unknown) =>
  (draft: PackFilesDraft) =>
    put(draft, path, value);
