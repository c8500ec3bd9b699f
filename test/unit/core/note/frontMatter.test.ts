import assert from 'node:assert/strict';
import { namedBibliographies } from '../../../../src/core/note/citations/namedBibliographies';
import { namedGlossaries } from '../../../../src/core/note/namedGlossaries';
import { frontMatterIn } from '../../../../src/core/note/frontMatter';
import { frontMatterFields } from '../../../../src/core/note/frontMatterFields';
import { Note } from '../../../../src/core/note/note';

const head = (yaml: string): string => `---\n${yaml}\n---\nText\n`;

/** Lists of aliases of lists of aliases. */
const bomb = Array.from(
  { length: 12 },
  (_, level) =>
    `l${level}: &l${level} [${Array.from({ length: 10 }, () => (level === 0 ? 'a' : `*l${level - 1}`)).join(', ')}]`,
).join('\n');

describe('hostile front matter', () => {
  for (const [what, yaml] of [
    ['brackets that are never closed', `title: ${'['.repeat(60_000)}`],
    ['brackets that were never opened', `title: a\n${']'.repeat(60_000)}`],
    ['commas in brackets', `title: [${','.repeat(60_000)}`],
    ['aliases of aliases', bomb],
    ['more than anybody writes', `title: a\nx: ${'b'.repeat(5_000_000)}`],
  ] as const) {
    it(`has no fields, for ${what}`, () => {
      const found = frontMatterIn(head(yaml));
      assert.equal(frontMatterFields(found).size, 0);
      assert.equal(found?.end, head(yaml).length - 'Text\n'.length);
    });
  }

  it('names only so many files', () => {
    const many = Array.from({ length: 5_000 }, (_, at) => `a${at}`).join(', ');
    assert.equal(
      namedBibliographies(new Note(head(`bibliography: [${many}]`), 'markdown')).length,
      100,
    );
    assert.equal(namedGlossaries(new Note(head(`glossaries: [${many}]`), 'markdown')).length, 100);
  });
});

describe('front matter', () => {
  for (const open of ['[', '{a: ', '- ', 'a: ']) {
    it(`is left alone where ${JSON.stringify(open)} nests it deeper than any stack`, () => {
      const yaml = `a: b\nc: ${open.repeat(5_000)}\n`;
      const found = frontMatterIn(`---\n${yaml}---\nText`);
      assert.equal(frontMatterFields(found).size, 0);
      assert.equal(found?.end, yaml.length + 8);
    });
  }

  it('may have colons in a title', () => {
    assert.equal(titleIn('---\ntitle: "a: b: c: d"\n---\n'), 'a: b: c: d');
  });

  for (const [what, text, title] of [
    ['a quoted key', '---\n"title": A\n---\n', 'A'],
    ['a key in capitals', '---\nTITLE: A\n---\n', 'A'],
    ['a byte order mark', '\uFEFF---\ntitle: A\n---\n', 'A'],
    ['dots at its end', '---\ntitle: A\n...\nText', 'A'],
    ['blanks behind its fences', '---  \ntitle: A\n---\t\n', 'A'],
    ['line breaks of Windows', '---\r\ntitle: A\r\n---\r\nText', 'A'],
    ['line breaks of old', '---\rtitle: A\r---\rText', 'A'],
    ['no line behind it', '---\ntitle: A\n---', 'A'],
    ['TOML', '+++\nTitle = "A"\n+++\nText', 'A'],
    ['a quoted key of TOML', '+++\n"title" = "A"\n+++\n', 'A'],
    ['a date of TOML', '+++\ntitle = 2024-05-01\n+++\n', '2024-05-01'],
    ['fences that differ', '+++\ntitle: A\n---\n', undefined],
    ['TOML that is none', '+++\ntitle = [\n+++\n', undefined],
    ['text between rules', '---\n\nSome words.\n\n---\ntitle: A', undefined],
    ['a rule of its own', '---\ntitle: A\n', undefined],
    ['words before it', 'A\n---\ntitle: A\n---\n', undefined],
  ] as const) {
    it(`may have ${what}`, () => assert.equal(titleIn(text), title));
  }

  it('begins with a field or a comment in text without markup', () => {
    assert.equal(frontMatterIn('---\nFrom us.\nTo: you\n---\n', true), undefined);
    assert.equal(frontMatterIn('---\n# A\nto: you\n---\nText', true)?.end, 20);
  });
});

function titleIn(text: string): unknown {
  return frontMatterFields(frontMatterIn(text)).get('title');
}
