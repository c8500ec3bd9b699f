import assert from 'node:assert/strict';
import fc from 'fast-check';
import { gatherImports, type GlossaryFile } from '../../../../src/core/glossary/imports';
import { resolvePath, type Place } from '../../../../src/core/paths/place';

const at = (path: string): Place => ({ scheme: 'file', authority: '', path });

/** A file that imports others; the spans of its imports are 0, 10, 20 and so on. */
const file = (path: string, ...imports: string[]): GlossaryFile => ({
  uri: at(path),
  glossary: {
    contexts: [],
    imports: imports.map((written, n) => ({
      path: written,
      span: { start: n * 10, end: n * 10 + written.length },
    })),
    problems: [],
  },
});

/** The paths that the first file brings together, its problems, and what was read for it. */
async function gather(...[start, ...others]: readonly [GlossaryFile, ...GlossaryFile[]]) {
  const read: string[] = [];
  const { files, problems } = await gatherImports(start, ({ path }) => {
    read.push(path);
    return Promise.resolve(others.find(({ uri }) => uri.path === path));
  });
  return {
    files: files.map(({ uri }) => uri.path),
    problems: problems.map(
      ({ kind, severity, span, detail }) => `${span.start} ${severity} ${kind} ${detail}`,
    ),
    read,
  };
}

describe('imports of glossaries', () => {
  it('are taken in their order, relative to the file that imports', async () => {
    const found = await gather(
      file('/w/a/main.yml', './one.yml', '../b/two.yml'),
      file('/w/a/one.yml'),
      file('/w/b/two.yml', 'three.yml', '..\\a\\one.yml'),
      file('/w/b/three.yml'),
    );
    assert.deepEqual(found.files, [
      '/w/a/main.yml',
      '/w/a/one.yml',
      '/w/b/two.yml',
      '/w/b/three.yml',
    ]);
    assert.deepEqual(found.problems, []);
  });

  it('may lead out of the workspace, but not above the topmost folder', async () => {
    const found = await gather(
      file('/w/main.yml', '../../../x/one.yml', '/x/two.yml'),
      file('/x/one.yml'),
      file('/x/two.yml'),
    );
    assert.deepEqual(found.files, ['/w/main.yml', '/x/one.yml', '/x/two.yml']);
  });

  it('that may not be read are told, with what is wrong, and the others are there', async () => {
    const start = file('/w/main.yml', '../x/a.yml', 'one.yml', '../y/b.yml');
    const { files, problems } = await gatherImports(start, ({ path }) =>
      Promise.resolve(
        path === '/x/a.yml'
          ? 'outsideImport'
          : path === '/y/b.yml'
            ? 'untrustedImport'
            : file(path),
      ),
    );
    assert.deepEqual(
      files.map(({ uri }) => uri.path),
      ['/w/main.yml', '/w/one.yml'],
    );
    assert.deepEqual(
      problems.map(({ kind, severity, detail }) => `${severity} ${kind} ${detail}`),
      ['warning outsideImport ../x/a.yml', 'warning untrustedImport ../y/b.yml'],
    );
  });

  it('that are missing are told at their place, and the others are there', async () => {
    const found = await gather(
      file('/w/main.yml', 'none.yml', 'one.yml'),
      file('/w/one.yml', 'no.yml'),
    );
    assert.deepEqual(found.files, ['/w/main.yml', '/w/one.yml']);
    assert.deepEqual(found.problems, ['0 error missingImport none.yml']);
  });

  it('are never fetched from elsewhere', async () => {
    const remote = [
      'https://example.org/a.glossary.yml',
      'HTTP://example.org/a.yml',
      'file://server/share/a.yml',
      '//server/share/a.yml',
      '\\\\server\\share\\a.yml',
      'vscode-remote:/a.yml',
    ];
    const found = await gather(file('/w/main.yml', ...remote));
    assert.deepEqual(found.read, []);
    assert.deepEqual(
      found.problems,
      remote.map((path, n) => `${n * 10} error remoteImport ${path}`),
    );
  });

  it('that lead back are one problem, and each file is there once', async () => {
    const found = await gather(
      file('/w/main.yml', 'one.yml', 'one.yml'),
      file('/w/one.yml', 'two.yml'),
      file('/w/two.yml', 'one.yml', 'main.yml'),
    );
    assert.deepEqual(found.files, ['/w/main.yml', '/w/one.yml', '/w/two.yml']);
    assert.deepEqual(found.problems, ['0 warning importCycle one.yml']);
    assert.deepEqual((await gather(file('/w/main.yml', './main.yml'))).problems, [
      '0 warning importCycle ./main.yml',
    ]);
  });

  it('are given up where they lead to ever new files', async () => {
    let count = 0;
    const { files, problems } = await gatherImports(file('/w/0.yml', '1.yml'), () => {
      count += 1;
      return Promise.resolve(file(`/w/${count}.yml`, `${count + 1}.yml`));
    });
    assert.equal(files.length, 21);
    assert.deepEqual(
      problems.map(({ kind }) => kind),
      ['tooLarge'],
    );
    const many = Array.from({ length: 300 }, (_, n) => `${n}.yml`);
    const wide = await gatherImports(file('/w/main.yml', ...many), (place) =>
      Promise.resolve(file(place.path)),
    );
    assert.equal(wide.files.length, 200);
    assert.equal(wide.problems.length, 101);
  });

  it('end for every web of files, and have each reachable one once', async () => {
    const web = fc.array(fc.array(fc.nat(7), { maxLength: 4 }), { minLength: 8, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(web, async (links) => {
        const files = links.map((to, n) => file(`/w/${n}.yml`, ...to.map((m) => `${m}.yml`)));
        const reached = new Set([0]);
        for (const from of reached) {
          links[from]?.forEach((to) => reached.add(to));
        }
        const found = await gather(files[0]!, ...files.slice(1));
        const expected = [...reached].map((n) => `/w/${n}.yml`);
        assert.deepEqual([...found.files].sort(), expected.sort());
        assert.equal(new Set(found.read).size, found.read.length);
      }),
    );
  });
});

describe('paths of imports', () => {
  const cases = [
    ['/w/a', 'b.yml', '/w/a/b.yml'],
    ['/w/a', './b/../c.yml', '/w/a/c.yml'],
    ['/w/a', '../../../../c.yml', '/c.yml'],
    ['/w/a', '/c.yml', '/c.yml'],
    ['/', 'c.yml', '/c.yml'],
    ['/c:/w', '..\\x.yml', '/c:/x.yml'],
  ] as const;
  for (const [folder, written, expected] of cases) {
    it(`${written} in ${folder}`, () => {
      assert.equal(resolvePath(at(folder), written).path, expected);
    });
  }
});
