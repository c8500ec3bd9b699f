import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { GlossaryContext } from '../../../../src/core/glossary/glossary';
import { namedGlossaries } from '../../../../src/core/note/namedGlossaries';
import { coversPath } from '../../../../src/core/paths/pathsRule';
import type { Place } from '../../../../src/core/paths/place';
import { GlossaryScope, type ScopedGlossary } from '../../../../src/core/glossary/scope';
import { Note as ReadNote } from '../../../../src/core/note/note';

const at = (path: string): Place => ({ scheme: 'file', authority: '', path });

const context = (name: string, ...paths: string[]): GlossaryContext => ({
  name,
  paths,
  entries: [],
});

const glossary = (path: string, ...contexts: GlossaryContext[]): ScopedGlossary => ({
  uri: at(path),
  contexts: (contexts.length > 0 ? contexts : [context(path)]).map((one) => ({ context: one })),
});

interface Note {
  readonly path?: string;
  readonly named?: readonly string[];
  readonly roots?: readonly string[];
}

/** `name: reason` of each context, the active ones before a dash. */
function relations(
  glossaries: readonly ScopedGlossary[],
  { path, named = [], roots = ['/w'] }: Note,
): readonly string[] {
  const scope = new GlossaryScope(() => roots.map(at));
  const note = { place: path === undefined ? undefined : at(path), named };
  const found = scope.relations(note, glossaries);
  const text = found.map(({ context: one, reason }) => `${one.context.name}: ${reason}`);
  const active = found.filter(({ isActive }) => isActive).length;
  assert.ok(found.slice(0, active).every(({ isActive }) => isActive));
  return [...text.slice(0, active), '-', ...text.slice(active)];
}

describe('scope of glossaries', () => {
  const TEAM = glossary('/w/team.glossary.yml', context('team'));
  const NATO = glossary('/w/notes/nato/nato.glossary.yml', context('nato'));
  const NOTES = glossary('/w/notes/notes.glossary.yml', context('notes'));
  const OTHER = glossary('/v/other.glossary.yml', context('other'));
  const ALL = [NATO, NOTES, OTHER, TEAM];

  it('covers a folder and all below, nearest first', () => {
    assert.deepEqual(relations(ALL, { path: '/w/notes/nato/deep/a.md', roots: ['/v', '/w'] }), [
      'nato: folder',
      'notes: folder',
      'team: folder',
      '-',
      'other: elsewhere',
    ]);
  });

  it('does not take a folder for another whose name begins alike', () => {
    assert.deepEqual(relations([NATO], { path: '/w/notes/nato-ip4/a.md' }), [
      '-',
      'nato: elsewhere',
    ]);
  });

  it('tells file systems apart', () => {
    const scope = new GlossaryScope(() => [at('/w')]);
    const place = { scheme: 'memory', authority: '', path: '/w/a.md' };
    const [relation] = scope.relations({ place, named: [] }, [TEAM]);
    assert.equal(relation?.reason, 'elsewhere');
  });

  it('puts what the note names first, in its order, wherever it lies', () => {
    assert.deepEqual(
      relations(ALL, {
        path: '/w/a.md',
        named: ['../v/other', 'notes/nato/nato.glossary.yml', 'missing'],
        roots: ['/v', '/w'],
      }),
      ['other: named', 'nato: named', 'team: folder', '-', 'notes: elsewhere'],
    );
  });

  it('finds a named glossary beside the note before one in the workspace folder', () => {
    const beside = glossary('/w/notes/team.glossary.json', context('beside'));
    const path = '/w/notes/a.md';
    assert.deepEqual(relations([beside, TEAM], { path, named: ['team'] })[0], 'beside: named');
    assert.deepEqual(relations([beside, TEAM], { path, named: ['/team'] })[0], 'team: named');
    assert.deepEqual(relations([TEAM], { path, named: ['team'] })[0], 'team: named');
  });

  it('does not narrow by paths what the note names', () => {
    const narrow = glossary('/w/team.glossary.yml', context('narrow', 'reports'));
    assert.deepEqual(relations([narrow], { path: '/w/a.md' }), ['-', 'narrow: paths']);
    assert.deepEqual(relations([narrow], { path: '/w/a.md', named: ['team'] }), [
      'narrow: named',
      '-',
    ]);
  });

  it('gives an untitled note what lies directly in a workspace folder', () => {
    const narrow = glossary('/w/narrow.glossary.yml', context('narrow', 'reports'));
    assert.deepEqual(relations([...ALL, narrow], { roots: ['/v', '/w'] }), [
      'other: workspace',
      'team: workspace',
      '-',
      'nato: elsewhere',
      'notes: elsewhere',
      'narrow: paths',
    ]);
    assert.deepEqual(relations([TEAM], { named: ['team'] }), ['team: named', '-']);
  });

  it('has a context once that several glossaries import, where it is nearest', () => {
    const shared = context('shared');
    const near = glossary('/w/notes/b.glossary.yml', context('near'), shared);
    const far = glossary('/w/a.glossary.yml', context('far'), shared);
    const own = glossary('/w/lib/shared.glossary.yml', shared);
    assert.deepEqual(relations([far, own, near], { path: '/w/notes/a.md' }), [
      'near: folder',
      'shared: folder',
      'far: folder',
      '-',
    ]);
    assert.deepEqual(relations([own, near], { path: '/w/a.md' }), [
      '-',
      'shared: elsewhere',
      'near: elsewhere',
    ]);
  });

  it('works for files outside all workspace folders', () => {
    const lone = glossary(
      '/x/lone.glossary.yml',
      context('lone', 'reports'),
      context('x', '/a.md'),
    );
    assert.deepEqual(relations([lone], { path: '/x/reports/a.md' }), [
      'lone: folder',
      '-',
      'x: paths',
    ]);
    assert.deepEqual(relations([lone], { path: '/x/a.md', roots: [] }), [
      'x: folder',
      '-',
      'lone: paths',
    ]);
  });

  it('works where the workspace folder is the topmost of all', () => {
    const top = glossary('/top.glossary.yml', context('top'), context('narrow', './notes'));
    assert.deepEqual(relations([top], { path: '/notes/a.md', roots: ['/'] }), [
      'top: folder',
      'narrow: folder',
      '-',
    ]);
  });
});

describe('paths of a context', () => {
  const cases: readonly (readonly [glob: string, note: string, covers: boolean])[] = [
    ['notes/nato', 'w/notes/nato/a.md', true],
    ['notes/nato', 'w/notes/nato/deep/a.md', true],
    ['notes/nato', 'w/notes/nato-ip4/a.md', false],
    ['notes/nato', 'w/old-notes/nato/a.md', false],
    ['notes/nato', 'w/old/notes/nato/a.md', true],
    ['notes/nato/', 'w/notes/nato/a.md', true],
    ['notes/nato/**', 'w/notes/nato/a.md', true],
    ['notes/*', 'w/notes/nato/a.md', true],
    ['nato', 'w/nato.md', false],
    ['*.txt', 'w/notes/a.txt', true],
    ['*.txt', 'w/notes/a.md', false],
    ['w', 'w/notes/a.md', true],
    ['w/notes', 'w/notes/a.md', true],
    ['{reports,notes}', 'w/notes/a.md', true],
    ['[2026] notes', 'w/[2026] notes/a.md', true],
    ['.drafts', 'w/.drafts/a.md', true],
    ['./notes', 'w/notes/a.md', true],
    ['/notes', 'w/notes/a.md', true],
    ['/notes', 'w/old/notes/a.md', false],
    ['./n*', 'w/old/notes/a.md', false],
    ['.', 'w/a.md', true],
    ['./', 'w/a.md', true],
    ['', 'w/a.md', false],
    ['[', 'w/a.md', false],
    ['a'.repeat(100_000), 'w/a.md', false],
  ];
  for (const [glob, note, covers] of cases) {
    it(`${covers ? 'covers' : 'leaves out'} ${note} by "${glob.slice(0, 20)}"`, () => {
      assert.equal(coversPath([glob], note, 'w'), covers);
    });
  }

  it('begins what is anchored at the folder of the glossary', () => {
    assert.equal(coversPath(['./nato'], 'w/notes/nato/a.md', 'w/notes'), true);
    assert.equal(coversPath(['./notes'], 'w/notes/nato/a.md', 'w/notes'), false);
  });

  it('costs a glob that cannot be matched alone, and those behind the two thousandth', () => {
    const note = 'w/notes/a.md';
    for (const bad of ['a'.repeat(1_001), `${'*a'.repeat(400)}(b|c)`, '+(+(a))+', '[']) {
      assert.equal(coversPath([bad], note, 'w'), false);
      assert.equal(coversPath([bad, 'notes'], note, 'w'), true);
      assert.equal(coversPath([bad, './notes'], note, 'w'), true);
    }
    const many = Array.from({ length: 2_000 }, (_, number) => `folder${number}`);
    assert.equal(coversPath(['notes', ...many], note, 'w'), true);
    assert.equal(coversPath([...many, 'notes', './notes'], note, 'w'), false);
  });

  it('is never narrower for one more glob', () => {
    assert.equal(coversPath(['reports', 'notes'], 'w/notes/a.md', 'w'), true);
    assert.equal(coversPath([], 'w/notes/a.md', 'w'), false);
  });

  const name = fc.stringMatching(/^[a-z][a-z\d .-]{0,6}[a-z\d]$/);
  const names = fc.array(name, { minLength: 1, maxLength: 4 });

  it('covers all below a folder, and nothing in one whose name only begins or ends alike', () => {
    fc.assert(
      fc.property(names, names, names, name, (above, folder, below, more) => {
        const glob = folder.join('/');
        const inside = ['w', ...above, ...folder, ...below].join('/');
        assert.ok(coversPath([glob], inside, 'w'));
        const longer = [...folder.slice(0, -1), `${folder.at(-1)}-${more}`];
        const [first = '', ...rest] = folder;
        for (const other of [longer, [`${more}-${first}`, ...rest]]) {
          const path = ['w', ...other].join('/');
          assert.equal(coversPath([glob], path, 'w'), `/${path}/`.includes(`/${glob}/`));
        }
      }),
    );
  });

  it('finds a name without wildcards exactly where its names stand in a row', () => {
    const few = fc.array(fc.constantFrom('a', 'b', 'ab', 'a-b'), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(few, few, (folder, path) => {
        const note = ['w', ...path].join('/');
        const isThere = `/${note}/`.includes(`/${folder.join('/')}/`);
        assert.equal(coversPath([folder.join('/')], note, 'w'), isThere);
        const isFirst = `${path.join('/')}/`.startsWith(`${folder.join('/')}/`);
        assert.equal(coversPath([`/${folder.join('/')}`], note, 'w'), isFirst);
      }),
    );
  });

  it('never throws, whatever a glob is', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab/.*?[]{}()!@+,\\^$|') }), (glob) => {
        assert.equal(typeof coversPath([glob], 'w/a/b.md', 'w'), 'boolean');
      }),
    );
  });
});

describe('glossaries that a note names', () => {
  const cases: readonly (readonly [text: string, names: readonly string[]])[] = [
    ['---\nglossaries: team.glossary.yml\n---\n', ['team.glossary.yml']],
    ['---\ntitle: A\nGlossaries:\n  - team\n  - " ../other "\n---\nText', ['team', '../other']],
    ['---\nglossaries: [a, 3, b, ""]\n---\n', ['a', 'b']],
    ['---\nglossaries: {a: b}\n---\n', []],
    ['---\ntitle: A\n---\nglossaries: a\n', []],
    ['glossaries: a\n', []],
    ['', []],
  ];
  for (const [text, names] of cases) {
    it(JSON.stringify(text), () => {
      assert.deepEqual(namedGlossaries(new ReadNote(text, 'markdown')), names);
    });
  }
});
