import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/lib/paths.mjs';

describe('query door', () => {
  let folder: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'ip4-desk-'));
  });

  after(() => {
    rmSync(folder, { recursive: true });
  });

  it('prints hits in rank order, with all their keys', () => {
    const hits = JSON.parse(query('why informal', '--json', '--limit', '3').stdout) as Hit[];
    assert.equal(hits.length, 3);
    for (const hit of hits) {
      assert.deepEqual(Object.keys(hit), KEYS);
    }
    const scores = hits.map(({ score }) => score);
    assert.deepEqual(
      scores,
      [...scores].sort((a, b) => b - a),
    );
  });

  it('takes the words without quotation marks, and prints text', () => {
    assert.match(query('hub', 'and', 'spoke').stdout, /^ 1\. .*hub-and-spoke/i);
  });

  it('prints the terms of a note, by the language of its ending', () => {
    const text = 'The IP4. `NATO`\n';
    assert.deepEqual(terms('note.md', text), [['IP4', 4, 7]]);
    assert.deepEqual(terms('note.txt', text), [
      ['IP4', 4, 7],
      ['NATO', 10, 14],
    ]);
  });

  it('knows the terms of glossaries and of what they import, nearest first', () => {
    const { note, glossary } = makeGlossary();
    const { stdout, stderr } = query('--terms', note, '--glossary', glossary, '--json');
    const rows = JSON.parse(stdout) as TermRow[];
    assert.deepEqual(
      rows.map(({ text, name, glossary: label }) => [text, name, label]),
      [
        ['HCR', 'harbour control room', 'Port'],
        ['quay', 'quay', 'ships.yml'],
        ['NATO', 'NATO', 'Port'],
        ['NATO', 'North Atlantic Treaty Organization', null],
      ],
    );
    assert.match(stderr, /port\.glossary\.yml:8:9: .*“colour”/);
  });

  it('prints what the drafting checks find, with the edits that mend it', () => {
    const { note, glossary } = makeGlossary();
    const { stdout } = query('--check', note, '--glossary', glossary, '--json');
    const [finding] = JSON.parse(stdout) as FindingRow[];
    assert.equal(finding?.rule, 'acronym-before-expansion');
    assert.deepEqual([finding.start, finding.end, finding.text], [4, 7, 'HCR']);
    assert.equal(finding.fix?.edits[0]?.text, 'harbour control room (HCR)');
    assert.match(finding.message, /harbour control room/);
  });

  it('does not count a byte order mark', () => {
    assert.deepEqual(terms('bom.md', '\ufeffNATO'), [['NATO', 0, 4]]);
  });

  it('explains itself', () => {
    const { status, stdout } = query('--help');
    assert.equal(status, 0);
    assert.match(stdout, /--terms FILE/);
  });

  for (const args of [
    [],
    ['--limit', '0', 'NATO'],
    ['--unknown'],
    ['--terms', 'a.md', 'words'],
    ['--passages'],
  ]) {
    it(`refuses ${args.join(' ') || 'nothing'}`, () => {
      const { status, stdout, stderr } = query(...args);
      assert.equal(status, 2);
      assert.equal(stdout, '');
      assert.notEqual(stderr, '');
    });
  }

  it('fails for a file that cannot be read', () => {
    const { status, stderr } = query('--terms', join(folder, 'missing.md'));
    assert.equal(status, 1);
    assert.match(stderr, /missing\.md/);
  });

  it('finds evidence for a sentence in documents and the pack, with the sentence that bears most', () => {
    const sources = makeSources('evidence');
    const { stdout } = query(
      ...['--evidence', 'In Madrid a fresnel lens was lit.'],
      ...['--source', sources, '--json'],
    );
    const hits = JSON.parse(stdout) as (Hit & { readonly sentence: string; readonly page: null })[];
    assert.deepEqual(new Set(hits.map(({ kind }) => kind)), new Set(['excerpt', 'passage']));
    for (const { text, sentence, page } of hits) {
      assert.ok(sentence !== '' && text.includes(sentence));
      assert.equal(page, null);
    }
  });

  it('searches documents together with the pack', () => {
    const sources = makeSources('searched');
    const { stdout } = query('fresnel lens NATO', '--source', sources, '--json');
    const hits = JSON.parse(stdout) as Hit[];
    const [passage] = hits.filter(({ kind }) => kind === 'passage');
    assert.ok(passage && hits.some(({ kind }) => kind !== 'passage'));
    assert.deepEqual(Object.keys(passage), PASSAGE_KEYS);
    assert.equal(passage.source, join(sources, 'deep', 'log.md'));
    assert.equal(passage.locator, '0.1');
    assert.match(passage.text, /Fresnel/);
  });

  it('lists the passages of documents, in the order of their paths', () => {
    const sources = makeSources('listed');
    const { stdout } = query('--passages', '--source', sources, '--json');
    assert.deepEqual(JSON.parse(stdout), [
      {
        source: join(sources, 'deep', 'log.md'),
        locator: '0.1',
        page: null,
        heading: 'The lamp',
        text: 'Its Fresnel lens was ground in Elmwick.',
      },
      {
        source: join(sources, 'rota.txt'),
        locator: '0.1',
        page: null,
        heading: null,
        text: 'Twelve neighbours keep it.',
      },
    ]);
  });

  it('says what cannot be read, and goes on with the rest', () => {
    const sources = makeSources('partly');
    writeFileSync(join(sources, 'empty.txt'), '');
    symlinkSync('..', join(sources, 'deep', 'up'), 'dir');
    symlinkSync('nowhere.txt', join(sources, 'gone.txt'));
    const picture = join(sources, 'lamp.png');
    writeFileSync(picture, 'png');
    const { status, stderr } = query('--passages', '--source', sources, '--source', picture);
    assert.equal(status, 0);
    const lines = stderr.trimEnd().split('\n');
    assert.deepEqual(
      lines.map((line) => line.slice(0, line.indexOf(': '))).sort(),
      ['deep/up', 'empty.txt', 'gone.txt', 'lamp.png'].map((path) => join(sources, path)),
    );
  });

  it('fails when none of the documents can be read', () => {
    const { status, stdout, stderr } = query('lamp', '--source', join(folder, 'missing.pdf'));
    assert.equal(status, 1);
    assert.equal(stdout, '');
    assert.match(stderr, /missing\.pdf: There is no such file/);
  });

  it('prints fingerprints that a pack can take in', () => {
    const file = join(folder, 'long.txt');
    writeFileSync(
      file,
      `Short.\n\n${'Twelve neighbours keep the lamp of Elmwick lit. '.repeat(4)}\n`,
    );
    const fingerprints = JSON.parse(query('--fingerprints', file).stdout) as object[];
    assert.equal(fingerprints.length, 1);
    assert.deepEqual(Object.keys(fingerprints[0]!), ['locator', 'length', 'sketch']);
  });

  /** A note, and a glossary with an import and a field that glossaries do not have. */
  function makeGlossary(): { readonly note: string; readonly glossary: string } {
    const note = join(folder, 'port.md');
    const glossary = join(folder, 'port.glossary.yml');
    writeFileSync(note, 'The HCR at the quay knows of NATO.\n');
    writeFileSync(join(folder, 'ships.yml'), 'contexts:\n  - terms:\n      - name: quay\n');
    writeFileSync(
      glossary,
      `imports: [ships.yml]
contexts:
  - name: Port
    terms:
      - name: harbour control room
        abbreviation: HCR
      - name: NATO
        colour: blue
`,
    );
    return { note, glossary };
  }

  /** A folder with documents, and a file that is none. */
  function makeSources(name: string): string {
    const sources = join(folder, name);
    mkdirSync(join(sources, 'deep'), { recursive: true });
    writeFileSync(join(sources, 'rota.txt'), 'Twelve neighbours keep it.\n');
    const log = '# The lamp\n\nIts *Fresnel* lens was ground in Elmwick.\n';
    writeFileSync(join(sources, 'deep', 'log.md'), log);
    writeFileSync(join(sources, 'data.csv'), 'no,document\n');
    return sources;
  }

  function terms(name: string, text: string): readonly (readonly [string, number, number])[] {
    const file = join(folder, name);
    writeFileSync(file, text);
    const rows = JSON.parse(query('--terms', file, '--json').stdout) as Row[];
    return rows.map((row) => [row.text, row.start, row.end]);
  }
});

const KEYS = ['kind', 'id', 'title', 'text', 'source', 'locator', 'score'];
const PASSAGE_KEYS = [...KEYS.slice(0, -1), 'page', 'headings', 'score'];

interface Hit {
  readonly kind: string;
  readonly source: string;
  readonly locator: string;
  readonly text: string;
  readonly score: number;
}

interface Row {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

interface TermRow extends Row {
  readonly name: string;
  readonly glossary: string | null;
}

interface FindingRow extends Row {
  readonly rule: string;
  readonly message: string;
  readonly fix: { readonly edits: readonly { readonly text: string }[] } | null;
}

/** Runs the door as `npm run query` does. */
function query(...args: readonly string[]) {
  return spawnSync(process.execPath, ['scripts/query.mjs', ...args], {
    cwd: root,
    encoding: 'utf8',
  });
}
