import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { WorkspaceGlossaries } from '../../src/workspace/glossaries/workspaceGlossaries';
import { findSources } from '../../src/workspace/library/sourceFinder';
import type { SourceRoot } from '../../src/workspace/library/sourceRoots';
import { parserStarter } from '../../src/workspace/parsing/parserThread';
import { ThreadedParsing, TooCostly } from '../../src/workspace/parsing/parsing';
import { ANYWHERE } from '../support/anywhere';
import { waitFor } from '../support/waitFor';
import { extension } from './extension';
import { windowWatches } from './windowWatches';

const { fs } = vscode.workspace;
const encoder = new TextEncoder();

describe('files that cost much', () => {
  let base: vscode.Uri;
  let count = 0;
  const warnings: string[] = [];
  const log = {
    info: () => undefined,
    warn: (message: string) => void warnings.push(message),
    error: (message: string) => void warnings.push(message),
  };
  const write = (path: string, text: string) =>
    fs.writeFile(vscode.Uri.joinPath(base, path), encoder.encode(text));

  beforeEach(async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    base = vscode.Uri.joinPath(folder.uri, `budgets-${Date.now().toString(36)}-${count++}`);
    await fs.createDirectory(base);
    await windowWatches(base);
    warnings.length = 0;
  });

  afterEach(() => fs.delete(base, { recursive: true }));

  describe('on the parser’s own thread', () => {
    let parsing: ThreadedParsing;
    let started = 0;

    beforeEach(() => {
      started = 0;
      const start = parserStarter(extension().extensionUri, 512);
      parsing = new ThreadedParsing((listener) => {
        started++;
        return start(listener);
      }, log);
    });

    afterEach(() => parsing.dispose());

    async function glossaries(): Promise<WorkspaceGlossaries> {
      const host = {
        workspaceFolders: [{ uri: base, name: 'base', index: 0 }],
        onDidChangeWorkspaceFolders: new vscode.EventEmitter<never>().event,
      };
      const found = new WorkspaceGlossaries(log, ANYWHERE, host, parsing);
      await found.start();
      return found;
    }

    it('glossaries of nothing but errors have a hundred of them, and the others hold', async () => {
      await write('a.glossary.yml', ']'.repeat(4_000_000));
      await write('b.glossary.yml', `[${',\n'.repeat(300_000)}`);
      await write('c.glossary.yml', 'contexts:\n  - terms:\n      - name: Windlass\n');
      const found = await glossaries();
      try {
        assert.deepEqual(
          found.all.map(({ path }) => path),
          ['a.glossary.yml', 'b.glossary.yml', 'c.glossary.yml'],
        );
        const [brackets, commas, honest] = found.all;
        for (const { problems } of [brackets!, commas!]) {
          assert.ok(problems.length >= 1 && problems.length <= 101);
        }
        assert.equal(commas?.problems.at(-1)?.kind, 'moreProblems');
        assert.deepEqual(
          honest?.contexts[0]?.terms.map(({ name }) => name),
          ['Windlass'],
        );
        assert.equal(started, 1);
        assert.deepEqual(warnings, []);
      } finally {
        found.dispose();
      }
    });

    it('large glossaries have all their terms', async () => {
      const terms = Array.from(
        { length: 8_000 },
        (_, at) =>
          `      - name: Lamp ${at}\n        definition: Shines in berth ${at} at night.\n`,
      );
      await write('a.glossary.yml', `contexts:\n  - terms:\n${terms.join('')}`);
      const found = await glossaries();
      try {
        const [glossary] = found.all;
        assert.equal(glossary?.contexts[0]?.terms.length, 8_000);
        assert.equal(glossary.contexts[0].terms.at(-1)?.name, 'Lamp 7999');
        assert.deepEqual(glossary.problems, []);
        assert.equal(started, 1);
      } finally {
        found.dispose();
      }
    });

    it('lists in lists of JSON cost the thread, not the editor', async () => {
      const nested = '['.repeat(8_000_000);
      await parsing.run('bibliography', nested, 'a.json').then(
        ({ entries }) => assert.equal(entries.length, 0),
        (error: unknown) => assert.ok(error instanceof TooCostly),
      );
      const { entries } = await parsing.run(
        'bibliography',
        '@book{a, title = {A}}\n'.repeat(5_000),
        'a.bib',
      );
      assert.equal(entries.length, 5_000);
    });
  });

  it('a line of 50,000 letters in a .gitignore keeps the library, and is told', async () => {
    await fs.createDirectory(vscode.Uri.joinPath(base, 'sources'));
    await write('sources/lamp.txt', 'The lamp.');
    await write('sources/old.log.txt', 'An old lamp.');
    await write('.gitignore', `${'a'.repeat(50_000)}\n${'*a'.repeat(30_000)}\n[z-a\n*.log.txt\n`);
    const root: SourceRoot = {
      place: 'workspace',
      uri: base,
      prefix: '',
      include: ['x'.repeat(5_000), '(a+)+b', '**/sources/**/*.txt'],
      exclude: ['*a'.repeat(400)],
    };
    const sources = await waitFor('the sources', async () => {
      const { sources: found } = await findSources([root], [root], ANYWHERE, () => false, log);
      return found.length > 0 && found;
    });
    assert.deepEqual(
      sources.map(({ path }) => path),
      ['sources/lamp.txt'],
    );
    assert.ok(warnings.some((warning) => /\.gitignore: Line 1 is longer/.test(warning)));
    assert.ok(warnings.some((warning) => warning.includes('"(a+)+b"')));
  });
});
