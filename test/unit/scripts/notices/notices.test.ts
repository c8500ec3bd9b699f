import assert from 'node:assert/strict';
import type { Metafile } from 'esbuild';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { collectNotices, noticesText } from '../../../../scripts/lib/notices/collectNotices.mjs';
import { mayShip } from '../../../../scripts/lib/notices/mayShip.mjs';

describe('Licences under which the work of others ships', () => {
  it('are those on the list', () => {
    for (const license of [
      'MIT',
      'Apache-2.0',
      '(MIT)',
      '(MIT OR GPL-3.0-or-later)',
      'GPL-2.0-only OR (ISC AND MIT)',
      '(MIT AND Zlib)',
    ]) {
      assert.equal(mayShip(license), true, license);
    }
  });

  it('are no others', () => {
    for (const license of [
      '',
      'GPL-3.0-only',
      'MIT AND GPL-3.0-only',
      'MIT AND (GPL-2.0-only OR AGPL-3.0-only)',
      'GPL-2.0-only WITH Classpath-exception-2.0',
      'MIT WITH something',
      'SEE LICENSE IN LICENSE.txt',
      'UNLICENSED',
      'MIT GPL-3.0-only',
      '(MIT',
      'mit license',
    ]) {
      assert.equal(mayShip(license), false, license);
    }
  });
});

describe('Notices on the work of others', () => {
  let project: string;
  let dist: string;
  beforeEach(async () => {
    project = await mkdtemp(join(tmpdir(), 'ip4-desk-'));
    dist = join(project, 'dist');
    await write('dist/a.js');
  });
  afterEach(() => rm(project, { recursive: true }));

  async function write(path: string, text = ''): Promise<void> {
    await mkdir(dirname(join(project, path)), { recursive: true });
    await writeFile(join(project, path), text);
  }

  async function addPackage(
    folder: string,
    manifest: Readonly<Record<string, unknown>>,
    license: string | undefined = 'The words of the licence.\r\n',
  ): Promise<void> {
    await write(`${folder}/package.json`, JSON.stringify({ version: '1.2.3', ...manifest }));
    await write(`${folder}/index.js`);
    if (license !== '') {
      await write(`${folder}/LICENSE.md`, license);
    }
  }

  /** What esbuild would tell of a bundle of these files. */
  function metafile(output: string, inputs: Readonly<Record<string, number>>): Metafile {
    const parts = Object.entries(inputs).map(([path, bytesInOutput]) => [path, { bytesInOutput }]);
    return {
      inputs: {},
      outputs: {
        [output]: {
          bytes: 1,
          exports: [],
          imports: [],
          inputs: Object.fromEntries(parts) as Metafile['outputs'][string]['inputs'],
        },
      },
    };
  }

  it('name each package once, in order, with version, licence and text', async () => {
    await addPackage('node_modules/zebra', { name: 'zebra', license: 'MIT' });
    await addPackage('node_modules/@a/b', { name: '@a/b', license: 'ISC' });
    await addPackage('node_modules/zebra/node_modules/ox', { name: 'ox', license: '0BSD' });
    await write('dist/b.js');
    const { notices, problems } = await collectNotices(
      dist,
      [
        metafile('dist/a.js', { 'node_modules/zebra/index.js': 5, 'src/own.ts': 5 }),
        metafile('dist/b.js', {
          'node_modules/zebra/index.js': 5,
          'node_modules/@a/b/index.js': 1,
          'node_modules/zebra/node_modules/ox/index.js': 1,
        }),
      ],
      project,
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(
      notices.map(({ name, version, license }) => `${name} ${version} ${license}`),
      ['@a/b 1.2.3 ISC', 'ox 1.2.3 0BSD', 'zebra 1.2.3 MIT'],
    );
    const text = noticesText(notices);
    assert.match(text, /\nox 1\.2\.3\nLicence: 0BSD\n-+\n\nThe words of the licence\.\n/);
    assert.doesNotMatch(text, /\r/);
  });

  it('leave out what no bundle holds a byte of', async () => {
    await addPackage('node_modules/unused', { name: 'unused', license: 'GPL-3.0-only' });
    const { notices, problems } = await collectNotices(
      dist,
      [metafile('dist/a.js', { 'node_modules/unused/index.js': 0 })],
      project,
    );
    assert.deepEqual({ notices, problems }, { notices: [], problems: [] });
  });

  it('refuse a licence that is not good, and a package that names none', async () => {
    await addPackage('node_modules/viral', { name: 'viral', license: 'GPL-3.0-only' });
    await addPackage('node_modules/silent', { name: 'silent' });
    const { problems } = await collectNotices(
      dist,
      [
        metafile('dist/a.js', {
          'node_modules/viral/index.js': 1,
          'node_modules/silent/index.js': 1,
        }),
      ],
      project,
    );
    assert.deepEqual(problems, [
      'The licence of silent 1.2.3 is not good: "".',
      'The licence of viral 1.2.3 is not good: "GPL-3.0-only".',
    ]);
  });

  it('refuse a package without the text of its licence', async () => {
    await addPackage('node_modules/bare', { name: 'bare', license: 'MIT' }, '');
    const { problems } = await collectNotices(
      dist,
      [metafile('dist/a.js', { 'node_modules/bare/index.js': 1 })],
      project,
    );
    assert.deepEqual(problems, ['The text of the licence of bare 1.2.3 is missing.']);
  });

  it('refuse a file of which nobody tells whose work it is', async () => {
    await write('dist/other.js');
    await write('dist/pdf/wasm/new.wasm');
    const { problems } = await collectNotices(dist, [metafile('dist/a.js', {})], project);
    assert.deepEqual(problems, [
      'Whose work dist/other.js is stands nowhere.',
      'Whose work dist/pdf/wasm/new.wasm is stands nowhere.',
    ]);
  });
});
