import assert from 'node:assert/strict';
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import { Catalog } from '../../src/core/packs/catalog';
import { OutsideAccess, type AccessHost } from '../../src/workspace/access/outsideAccess';
import type { AccessQuestions, OutsidePlace } from '../../src/workspace/access/questions';
import { BibliographyFiles } from '../../src/workspace/bibliographies/bibliographyFiles';
import { EncodingChoices } from '../../src/workspace/library/encodingChoices';
import { memoryState } from '../support/memoryState';
import { WorkspaceBibliographies } from '../../src/workspace/bibliographies/workspaceBibliographies';
import { searchFiles } from '../../src/workspace/fileSearch';
import { WorkspaceGlossaries } from '../../src/workspace/glossaries/workspaceGlossaries';
import { Commands, Settings, SETTINGS_SECTION } from '../../src/host/ids';
import { WorkspaceLibrary } from '../../src/workspace/library/workspaceLibrary';
import { waitFor } from '../support/waitFor';
import { extension } from './extension';

/** A user who is asked, and answers as told. */
class Questions implements AccessQuestions {
  /** The places of each question. */
  readonly asked: (readonly OutsidePlace[])[] = [];
  readonly limits: string[] = [];
  untrusted = 0;
  answer: 'allowed' | 'declined' | 'choose' | undefined;
  /** What is selected when all places are listed; `undefined` for Escape. */
  chosen: ReadonlySet<string> | undefined;

  ask(places: readonly OutsidePlace[]): Promise<typeof this.answer> {
    this.asked.push(places);
    return Promise.resolve(this.answer);
  }

  choose(): Promise<ReadonlySet<string> | undefined> {
    return Promise.resolve(this.chosen);
  }

  tellUntrusted(): void {
    this.untrusted += 1;
  }

  tellLimit(folder: vscode.Uri, most: number): void {
    this.limits.push(`${folder.path} ${most}`);
  }

  get places(): readonly string[] {
    return this.asked.flat().map(({ place }) => place);
  }
}

class Memory implements vscode.Memento {
  private readonly values = new Map<string, unknown>();

  keys(): readonly string[] {
    return [...this.values.keys()];
  }

  get<T>(key: string, otherwise?: T): T | undefined {
    return (this.values.get(key) as T | undefined) ?? otherwise;
  }

  update(key: string, value: unknown): Promise<void> {
    this.values.set(key, JSON.parse(JSON.stringify(value)));
    return Promise.resolve();
  }
}

const LOG = { info: () => undefined, warn: () => undefined, error: () => undefined };
/** A note that names a glossary outside the workspace, and one that is nowhere. */
const NAMING = '---\ntitle: ../away/common\nglossaries:\n  - nowhere\n  - ../away/common\n---\n';

describe('the folder of the workspace', () => {
  /** The real path of a folder with the workspace `w` and all else. */
  let base: string;
  let questions: Questions;
  let state: Memory;
  let owned: vscode.Disposable[];
  let isTrusted: boolean;
  let trust: vscode.EventEmitter<void>;
  let folders: readonly string[];

  const at = (path: string): vscode.Uri => vscode.Uri.file(join(base, path));

  async function write(path: string, text: string): Promise<void> {
    await mkdir(dirname(join(base, path)), { recursive: true });
    await writeFile(join(base, path), text);
  }

  async function link(path: string, target: string): Promise<void> {
    await mkdir(dirname(join(base, path)), { recursive: true });
    await symlink(target, join(base, path));
  }

  function own<T extends vscode.Disposable>(thing: T): T {
    owned.push(thing);
    return thing;
  }

  function host(): AccessHost {
    return {
      get workspaceFolders() {
        return folders.map((name, index) => ({ uri: at(name), name, index }));
      },
      onDidChangeWorkspaceFolders: new vscode.EventEmitter<never>().event,
      get isTrusted() {
        return isTrusted;
      },
      onDidGrantWorkspaceTrust: trust.event,
    };
  }

  const open = (): OutsideAccess =>
    own(new OutsideAccess({ state, questions, own: [at('own')], host: host() }));

  async function grantTrust(): Promise<void> {
    isTrusted = true;
    trust.fire();
    await Promise.resolve();
  }

  const asked = (...places: readonly string[]): Promise<unknown> =>
    waitFor(`a question about ${places.join()}`, () =>
      places.every((place) => questions.places.includes(place)),
    );

  before(() => extension().activate());

  beforeEach(async () => {
    base = await realpath(await mkdtemp(join(tmpdir(), 'ip4-desk-outside-')));
    questions = new Questions();
    state = new Memory();
    owned = [];
    isTrusted = true;
    trust = new vscode.EventEmitter();
    folders = ['w'];
    await mkdir(join(base, 'w'), { recursive: true });
    await write('away/reports/lamps.txt', 'The lamps of Skerryholm are lit at night.');
    await write('away/common.glossary.yml', 'contexts:\n  - terms:\n      - name: lamp shed\n');
    await write('away/refs.bib', '@book{lamps, title = {On Lamps}, year = 2001}\n');
  });

  afterEach(async () => {
    owned.reverse().forEach((thing) => void thing.dispose());
    // A library may still be storing what it has read.
    await rm(base, { recursive: true, maxRetries: 10 });
  });

  describe('what may be used', () => {
    const isAllowed = async (access: OutsideAccess, path: string): Promise<boolean> =>
      (await access.reach(at(path))).isAllowed;

    it('is what lies in a folder of the workspace, by its real path', async () => {
      await write('w/a.txt', '');
      await write('w2/b.txt', '');
      await write('w-more/c.txt', '');
      await link('w/to-a', join(base, 'w/a.txt'));
      await link('w/to-w2', '../w2');
      await link('alias', join(base, 'w'));
      const access = open();
      assert.ok(await isAllowed(access, 'w/a.txt'));
      assert.ok(await isAllowed(access, 'w/to-a'));
      assert.ok(await isAllowed(access, 'w/none.txt'));
      assert.ok(!(await isAllowed(access, 'w-more/c.txt')), 'a sibling with a longer name');
      assert.ok(!(await isAllowed(access, 'w/../w2/b.txt')));
      assert.ok(!(await isAllowed(access, 'w/to-w2/b.txt')));
      folders = ['w', 'w2'];
      assert.ok(await isAllowed(open(), 'w/to-w2/b.txt'), 'the other folder of the workspace');
      folders = ['alias'];
      assert.ok(await isAllowed(open(), 'alias/a.txt'), 'a workspace behind a link');
    });

    it('is asked about once, by the real place where a link leads to', async () => {
      await link('w/sources/reports', join(base, 'away/reports'));
      await link('w/sources/again', join(base, 'away/reports'));
      const access = open();
      const reach = await access.reach(at('w/sources/reports/lamps.txt'));
      assert.deepEqual(reach, {
        isAllowed: false,
        why: 'unanswered',
        place: join(base, 'away/reports'),
        exists: true,
      });
      await access.reach(at('w/sources/again/lamps.txt'));
      await asked(join(base, 'away/reports'));
      await access.reach(at('w/sources/reports'));
      await access.reach(at('away/common.glossary.yml'));
      await asked(join(base, 'away/common.glossary.yml'));
      assert.deepEqual(
        questions.places,
        [join(base, 'away/reports'), join(base, 'away/common.glossary.yml')],
        'one question a place, though nobody has answered',
      );
    });

    it('makes one question of many places', async () => {
      const access = open();
      for (let at = 0; at < 20; at++) {
        await write(`away/many/${at}.txt`, '');
      }
      await Promise.all(
        Array.from({ length: 20 }, (_, n) => access.reach(at(`away/many/${n}.txt`))),
      );
      await waitFor('the question', () => questions.places.length === 20);
      assert.ok(questions.asked.length < 20, `${questions.asked.length} questions`);
    });

    it('is allowed a place at a time, remembered, and taken back', async () => {
      await link('w/reports', join(base, 'away/reports'));
      await link('away/reports/further', join(base, 'away/other'));
      await write('away/other/x.txt', '');
      questions.answer = 'allowed';
      const access = open();
      let changes = 0;
      access.onDidChange(() => (changes += 1));
      assert.ok(!(await isAllowed(access, 'w/reports/lamps.txt')));
      await waitFor('the answer', () => changes === 1);
      assert.ok(await isAllowed(access, 'w/reports/lamps.txt'));
      assert.ok(await isAllowed(access, 'away/reports/lamps.txt'), 'by any way');
      assert.ok(!(await isAllowed(access, 'away/refs.bib')));
      // What lies there may lead on, to places of which nothing was said.
      questions.answer = undefined;
      const further = await access.reach(at('w/reports/further/x.txt'));
      assert.ok(!further.isAllowed && further.place === join(base, 'away/other'));
      const later = open();
      assert.ok(await isAllowed(later, 'w/reports/lamps.txt'));
      questions.chosen = new Set();
      await later.manage();
      assert.ok(!(await isAllowed(later, 'w/reports/lamps.txt')));
      assert.ok(!(await isAllowed(open(), 'w/reports/lamps.txt')));
    });

    it('stays declined, in later windows too, until it is chosen from the list', async () => {
      const place = join(base, 'away/refs.bib');
      questions.answer = 'declined';
      const access = open();
      await access.reach(at('away/refs.bib'));
      await asked(place);
      await waitFor('the answer', async () => {
        const reach = await access.reach(at('away/refs.bib'));
        return !reach.isAllowed && reach.why === 'declined';
      });
      const later = open();
      await later.reach(at('away/refs.bib'));
      questions.chosen = new Set([place]);
      await later.manage();
      assert.ok(await isAllowed(later, 'away/refs.bib'));
      assert.deepEqual(questions.places, [place]);
    });

    it('is nothing outside of a workspace that is not trusted, and nobody is asked', async () => {
      questions.answer = 'allowed';
      const access = open();
      await access.reach(at('away/refs.bib'));
      await waitFor('consent', () => isAllowed(access, 'away/refs.bib'));
      isTrusted = false;
      const untrusted = open();
      for (const path of ['away/refs.bib', 'away/common.glossary.yml']) {
        const reach = await untrusted.reach(at(path), { isWrite: true });
        assert.ok(!reach.isAllowed && reach.why === 'untrusted', path);
      }
      await untrusted.manage();
      assert.equal(questions.untrusted, 1);
      let changes = 0;
      untrusted.onDidChange(() => (changes += 1));
      await grantTrust();
      assert.equal(changes, 1);
      assert.ok(await isAllowed(untrusted, 'away/refs.bib'));
      assert.deepEqual(questions.places, [join(base, 'away/refs.bib')]);
    });

    it('is not made where a link to nothing leads', async () => {
      await link('w/refs.bib', join(base, 'away/new/made.bib'));
      await link('w/round', join(base, 'w/round'));
      const access = open();
      const reach = await access.reach(at('w/refs.bib'));
      assert.deepEqual(reach, {
        isAllowed: false,
        why: 'unanswered',
        place: join(base, 'away/new/made.bib'),
        exists: false,
      });
      assert.ok(!(await isAllowed(access, 'w/round')));
      await access.reach(at('w/refs.bib'), { isWrite: true });
      await asked(join(base, 'away/new/made.bib'));
    });

    it('is the folder of a note that the user has opened elsewhere, and no more', async () => {
      const access = open();
      const home = at('away/reports');
      assert.ok((await access.reach(at('away/reports/lamps.txt'), { home })).isAllowed);
      assert.ok(!(await access.reach(at('away/refs.bib'), { home })).isAllowed);
      await link('w/reports', join(base, 'away/reports'));
      const inside = await access.reach(at('w/reports/lamps.txt'), { home: at('w/reports') });
      assert.ok(!inside.isAllowed, 'a folder of the workspace is none of these');
    });
  });

  describe('a search', () => {
    const names = (files: readonly vscode.Uri[]): readonly string[] =>
      files.map(({ fsPath }) => fsPath.slice(base.length + 1)).sort();

    it('follows no link that leads outside, and says so', async () => {
      await write('w/sources/own.txt', '');
      await link('w/sources/root', '/');
      await link('w/sources/reports', join(base, 'away/reports'));
      await link('w/sources/secret.txt', join(base, 'away/reports/lamps.txt'));
      await link('w/sources/unwanted.key', join(base, 'away/refs.bib'));
      const { files, outside } = await searchFiles(at('w'), {
        include: ['**/*.txt'],
        access: open(),
      });
      assert.deepEqual(names(files), ['w/sources/own.txt']);
      assert.deepEqual([...outside].sort(), [
        join(base, 'away/reports'),
        join(base, 'away/reports/lamps.txt'),
      ]);
      await asked(...outside);
      assert.deepEqual(
        [...questions.places].sort(),
        [...outside].sort(),
        'nobody is asked about what leads back to where it is, as the root of the disk does',
      );
    });

    it('follows links within the workspace, and never in circles', async () => {
      await write('w/archive/old.txt', '');
      await write('w/a/one.txt', '');
      await write('w/b/two.txt', '');
      await link('w/sources/archive', '../archive');
      await link('w/sources/up', '..');
      await link('w/a/b', '../b');
      await link('w/b/a', '../a');
      const { files } = await searchFiles(at('w'), { include: ['**/*.txt'], access: open() });
      assert.deepEqual(names(files), [
        'w/a/b/two.txt',
        'w/a/one.txt',
        'w/archive/old.txt',
        'w/b/a/one.txt',
        'w/b/two.txt',
        'w/sources/archive/old.txt',
      ]);
    });

    it('stops after so many files, with those of the folder itself before all behind links', async () => {
      await write('w/sources/own.txt', '');
      await write('w/deep/er/own.txt', '');
      for (let n = 0; n < 30; n++) {
        await write(`away/many/${n}/own.txt`, '');
      }
      await link('w/many', join(base, 'away/many'));
      questions.answer = 'allowed';
      const access = open();
      await access.reach(at('w/many'));
      await waitFor('consent', async () => (await access.reach(at('w/many'))).isAllowed);
      const search = { include: ['**/own.txt'], access, most: 20 };
      const { files } = await searchFiles(at('w'), search);
      const own = ['w/deep/er/own.txt', 'w/sources/own.txt'];
      assert.deepEqual(names(files.slice(0, 2)), own);
      assert.deepEqual(questions.limits, [`${at('w').path} 20`]);
      const all = await searchFiles(at('w'), { include: ['**/own.txt'], access });
      assert.equal(all.files.length, 32);
      assert.equal(questions.limits.length, 1);
    });

    it('does not look into folders that are left out', async () => {
      await write('w/kept/own.txt', '');
      await write('w/left/own.txt', '');
      await link('w/outside', join(base, 'away'));
      const { files, outside } = await searchFiles(at('w'), {
        include: ['**/*.txt'],
        isLeftOut: (path) => Promise.resolve(path !== 'kept'),
        access: open(),
        most: 4,
      });
      assert.deepEqual(names(files), ['w/kept/own.txt']);
      assert.deepEqual(outside, []);
    });

    it('ends when nobody wants to know any more', async () => {
      await write('w/a/b/c.txt', '');
      const { files } = await searchFiles(at('w'), {
        include: ['**/*.txt'],
        access: open(),
        isCancelled: () => true,
      });
      assert.deepEqual(files, []);
    });
  });

  describe('the library', () => {
    function openLibrary(access: OutsideAccess): WorkspaceLibrary {
      return own(
        new WorkspaceLibrary({
          extension: extension().extensionUri,
          storage: at('storage'),
          storageElsewhere: vscode.Uri.joinPath(at('storage'), 'elsewhere'),
          foldersElsewhere: () => [],
          ownFolder: at('own'),
          folders: host(),
          access,
          desk: {
            catalog: () => Promise.resolve(new Catalog([])),
            onDidChange: new vscode.EventEmitter<void>().event,
          },
          encodings: new EncodingChoices(memoryState()),
          bibliographies: new BibliographyFiles(LOG, access),
          log: LOG,
        }),
      );
    }
    const ready = (library: WorkspaceLibrary, ...paths: readonly string[]): Promise<unknown> =>
      waitFor(
        `${paths.join()} to be read`,
        () =>
          String(
            library.sources.filter(({ state }) => state.kind === 'ready').map(({ path }) => path),
          ) === String(paths),
      );

    it('reads behind a link once the user allows it, and forgets it afterwards', async () => {
      await write('w/sources/own.txt', 'The quay is closed.');
      await link('w/sources/reports', join(base, 'away/reports'));
      const access = open();
      const library = openLibrary(access);
      await library.start();
      await ready(library, 'sources/own.txt');
      assert.deepEqual(library.outside, [join(base, 'away/reports')]);
      questions.chosen = new Set(library.outside);
      await asked(join(base, 'away/reports'));
      await access.manage();
      await ready(library, 'sources/own.txt', 'sources/reports/lamps.txt');
      assert.deepEqual(library.outside, []);
      const shards = async () =>
        (await vscode.workspace.fs.readDirectory(at('storage'))).filter(([name]) =>
          name.endsWith('.shard'),
        ).length;
      await waitFor('both to be stored', async () => (await shards()) === 2);
      questions.chosen = new Set();
      await access.manage();
      await ready(library, 'sources/own.txt');
      await waitFor('the text to be deleted', async () => (await shards()) === 1);
    });
  });

  describe('a glossary', () => {
    it('imports from outside once the user allows it, and says so until then', async () => {
      await write(
        'w/team.glossary.yml',
        'imports: [../away/common.glossary.yml, ../away/none.glossary.yml]\n',
      );
      isTrusted = false;
      const access = open();
      const glossaries = own(new WorkspaceGlossaries(LOG, access, host()));
      const problems = (): string =>
        glossaries.all.flatMap((one) => one.problems.map(({ kind }) => kind)).join();
      await glossaries.start();
      assert.equal(problems(), 'untrustedImport,missingImport');
      assert.equal(glossaries.all[0]?.contexts.length, 0);
      await grantTrust();
      await waitFor('the other problem', () => problems() === 'outsideImport,missingImport');
      await asked(join(base, 'away/common.glossary.yml'));
      questions.chosen = new Set(questions.places);
      await access.manage();
      await waitFor('the import', () => problems() === 'missingImport');
      assert.equal(glossaries.all[0]?.contexts.length, 1);
      questions.chosen = new Set();
      await access.manage();
      await waitFor('the problem again', () => problems() === 'outsideImport,missingImport');
      assert.equal(glossaries.all[0]?.contexts.length, 0);
      assert.deepEqual(questions.places, [join(base, 'away/common.glossary.yml')]);
    });

    it('that a note names outside is read once the user allows it', async () => {
      await write('w/note.md', '');
      const access = open();
      const glossaries = own(new WorkspaceGlossaries(LOG, access, host()));
      await glossaries.start();
      const note = {
        uri: at('w/note.md'),
        languageId: 'markdown',
        version: 1,
        getText: () => '---\nglossaries: [../away/common]\n---\n',
      };
      glossaries.relationsTo(note);
      await asked(join(base, 'away/common.glossary.yml'));
      assert.deepEqual(glossaries.relationsTo(note), []);
      questions.chosen = new Set(questions.places);
      await access.manage();
      await waitFor('the glossary', () => glossaries.relationsTo(note).length === 1);
    });

    it('that a note names outside is told of until the user allows it', async () => {
      isTrusted = false;
      const access = open();
      const glossaries = own(new WorkspaceGlossaries(LOG, access, host()));
      const note = {
        uri: at('w/note.md'),
        languageId: 'markdown',
        version: 1,
        getText: () => NAMING,
      };
      const told = async () =>
        (await glossaries.outside(note)).map(({ name, why }) => `${why} ${name}`).join();
      assert.equal(await told(), 'untrustedImport ../away/common');
      let changes = 0;
      own(glossaries.onDidChange(() => (changes += 1)));
      await grantTrust();
      await waitFor('the change', () => changes === 1);
      assert.equal(await told(), 'outsideImport ../away/common');
      await asked(join(base, 'away/common.glossary.yml'));
      questions.chosen = new Set(questions.places);
      await access.manage();
      await waitFor('nothing to be told', async () => (await told()) === '');
      questions.chosen = new Set();
      await access.manage();
      await waitFor('it again', async () => (await told()) === 'outsideImport ../away/common');
    });

    it('that a note names outside has an entry in Problems, which leads to the question', async () => {
      await write('w/note.md', NAMING);
      const { document } = await vscode.window.showTextDocument(at('w/note.md'));
      const problem = await waitFor('the problem', () =>
        vscode.languages
          .getDiagnostics(document.uri)
          .find(({ code }) => code === 'outside-glossary'),
      );
      assert.equal(document.getText(problem.range), '../away/common');
      // The editor may not know of the problem yet.
      await waitFor('the question', async () => {
        const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
          'vscode.executeCodeActionProvider',
          document.uri,
          problem.range,
        );
        return actions.some(({ command }) => command?.command === Commands.manageAccess);
      });
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    });
  });

  describe('a bibliography', () => {
    let access: OutsideAccess;
    let bibliographies: WorkspaceBibliographies;

    const configure = (value: string | undefined, target: vscode.ConfigurationTarget) =>
      vscode.workspace
        .getConfiguration(SETTINGS_SECTION)
        .update(Settings.citingBibliography, value, target);

    async function openNote(path: string, text: string): Promise<vscode.TextDocument> {
      await write(path, text);
      return vscode.workspace.openTextDocument(at(path));
    }

    const keys = async (note: vscode.TextDocument): Promise<string> =>
      (await bibliographies.of(note))
        .flatMap(({ entries }) => entries.map(({ citekey }) => citekey))
        .join();

    beforeEach(() => {
      access = open();
      const files = new BibliographyFiles(LOG, access);
      bibliographies = own(new WorkspaceBibliographies(files, access, host()));
    });

    const ways: readonly [string, string, (path: string) => string][] = [
      ['an absolute path', 'note.md', (path) => `---\nbibliography: ${path}\n---\n`],
      ['a path upwards', 'note.md', () => '---\nbibliography: ../away/refs.bib\n---\n'],
      ['LaTeX', 'note.tex', () => '\\addbibresource{../away/refs.bib}\n'],
      ['a link', 'note.md', () => '---\nbibliography: link.bib\n---\n'],
    ];
    for (const [way, name, text] of ways) {
      it(`by ${way} is used once the user allows it`, async () => {
        await link('w/link.bib', join(base, 'away/refs.bib'));
        const place = join(base, 'away/refs.bib');
        const note = await openNote(`w/${name}`, text(place));
        assert.equal(await keys(note), '');
        assert.equal(await bibliographies.fileForNewEntry(note), undefined);
        assert.deepEqual(
          (await bibliographies.outside(note)).map(({ why }) => why),
          ['unanswered'],
        );
        await asked(place);
        questions.chosen = new Set([place]);
        await access.manage();
        assert.equal(await keys(note), 'lamps');
        assert.ok(await bibliographies.fileForNewEntry(note));
        assert.deepEqual(await bibliographies.outside(note), []);
        assert.deepEqual(questions.places, [place]);
      });
    }

    it('that is named by the settings of the workspace needs an answer', async () => {
      const note = await openNote('w/note.md', '');
      try {
        await configure(join(base, 'away/refs.bib'), vscode.ConfigurationTarget.Workspace);
        assert.equal(await keys(note), '');
        await asked(join(base, 'away/refs.bib'));
      } finally {
        await configure(undefined, vscode.ConfigurationTarget.Workspace);
      }
    });

    it('that is named by the settings of the user needs none', async () => {
      const note = await openNote('w/note.md', '');
      try {
        await configure(join(base, 'away/refs.bib'), vscode.ConfigurationTarget.Global);
        assert.equal(await keys(note), 'lamps');
        assert.ok(await bibliographies.fileForNewEntry(note));
        assert.deepEqual(questions.places, []);
      } finally {
        await configure(undefined, vscode.ConfigurationTarget.Global);
      }
    });

    it('is never written through a link to a file of another kind', async () => {
      await write('w/run.sh', '');
      await link('w/link.bib', 'run.sh');
      const note = await openNote('w/note.md', '---\nbibliography: link.bib\n---\n');
      assert.equal(await bibliographies.fileForNewEntry(note), undefined);
    });

    it('is not made where a link to nothing leads', async () => {
      await link('w/references.bib', join(base, 'away/nothing.bib'));
      const note = await openNote('w/note.md', '');
      assert.equal(await bibliographies.fileForNewEntry(note), undefined);
      await asked(join(base, 'away/nothing.bib'));
    });

    it('beside a source is read when it lies in the workspace', async () => {
      await link('w/refs.bib', join(base, 'away/refs.bib'));
      const files = new BibliographyFiles(LOG, access);
      assert.equal(await files.readSaved(at('w/refs.bib')), 'outside');
    });
  });
});
