import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type ConflictAnswer, planCopies } from '../../../../src/features/sources/copyPlan';

interface File {
  readonly path: string;
}

/** What goes where, as "from > to", with "!" where something is replaced. */
async function plan(
  paths: readonly string[],
  taken: readonly string[],
  answers: Readonly<Record<string, ConflictAnswer>> = {},
): Promise<readonly string[]> {
  const files = paths.map((path): File => ({ path }));
  const copies = await planCopies(
    files,
    (path) => Promise.resolve(taken.includes(path)),
    new Map(
      files.flatMap((file) => {
        const answer = answers[file.path];
        return answer === undefined ? [] : [[file, answer] as const];
      }),
    ),
  );
  return copies.map(
    ({ file, target, overwrite }) => `${file.path} > ${target}${overwrite ? '!' : ''}`,
  );
}

describe('planCopies', () => {
  it('leaves names as they are where they are free', async () => {
    assert.deepEqual(await plan(['a.pdf', 'sea/b.md'], []), [
      'a.pdf > a.pdf',
      'sea/b.md > sea/b.md',
    ]);
  });

  it('does what the user wants where they are not, and nothing without an answer', async () => {
    const taken = ['a.pdf', 'b.pdf', 'c.pdf', 'd.pdf'];
    assert.deepEqual(
      await plan(taken, taken, { 'a.pdf': 'replace', 'b.pdf': 'keepBoth', 'c.pdf': 'skip' }),
      ['a.pdf > a.pdf!', 'b.pdf > b (2).pdf'],
    );
  });

  it('numbers copies until a name is free', async () => {
    const taken = ['x/a.b.pdf', 'x/a.b (2).pdf', '.md', 'none'];
    assert.deepEqual(
      await plan(['x/a.b.pdf', '.md', 'none'], taken, {
        'x/a.b.pdf': 'keepBoth',
        '.md': 'keepBoth',
        none: 'keepBoth',
      }),
      ['x/a.b.pdf > x/a.b (3).pdf', '.md > .md (2)', 'none > none (2)'],
    );
  });

  it('keeps both of two files that come with one name, whatever their case', async () => {
    assert.deepEqual(await plan(['a.pdf', 'A.PDF'], []), ['a.pdf > a.pdf', 'A.PDF > A (2).PDF']);
    assert.deepEqual(await plan(['a.pdf', 'a.pdf'], ['a.pdf'], { 'a.pdf': 'replace' }), [
      'a.pdf > a.pdf!',
      'a.pdf > a (2).pdf',
    ]);
  });

  it('never writes two files to one place, nor over one that the user has not given up', async () => {
    const name = fc.constantFrom<string>('a.pdf', 'a (2).pdf', 'A.pdf', 'b.md', 'b (2).md');
    const answer = fc.constantFrom<ConflictAnswer>('replace', 'keepBoth', 'skip');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ path: name, answer }), { maxLength: 8 }),
        fc.uniqueArray(name),
        async (files, taken) => {
          const copies = await planCopies(
            files,
            (path) => Promise.resolve(taken.includes(path)),
            new Map(files.map((file) => [file, file.answer])),
          );
          const targets = copies.map(({ target }) => target.toLowerCase());
          assert.equal(new Set(targets).size, targets.length);
          for (const { file, target, overwrite } of copies) {
            assert.equal(overwrite, taken.includes(target));
            assert.ok(!overwrite || file.answer === 'replace');
          }
        },
      ),
    );
  });
});
