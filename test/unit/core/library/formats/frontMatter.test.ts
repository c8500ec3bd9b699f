import assert from 'node:assert/strict';
import { namedBibliographies } from '../../../../../src/core/note/citations/namedBibliographies';
import { namedGlossaries } from '../../../../../src/core/note/namedGlossaries';
import { frontMatterFields } from '../../../../../src/core/library/formats/documentHead';

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
      const fields = frontMatterFields(head(yaml));
      assert.equal(fields?.fields.size, 0);
      assert.equal(fields.end, head(yaml).length - 'Text\n'.length);
    });
  }

  it('names only so many files', () => {
    const many = Array.from({ length: 5_000 }, (_, at) => `a${at}`).join(', ');
    assert.equal(namedBibliographies(head(`bibliography: [${many}]`), 'markdown').length, 100);
    assert.equal(namedGlossaries(head(`glossaries: [${many}]`)).length, 100);
  });
});

describe('front matter', () => {
  for (const open of ['[', '{a: ', '- ', 'a: ']) {
    it(`is left alone where ${JSON.stringify(open)} nests it deeper than any stack`, () => {
      const yaml = `a: b\nc: ${open.repeat(5_000)}\n`;
      assert.deepEqual(frontMatterFields(`---\n${yaml}---\nText`), {
        fields: new Map(),
        end: yaml.length + 8,
      });
    });
  }

  it('may have colons in a title', () => {
    const { fields } = frontMatterFields('---\ntitle: "a: b: c: d"\n---\n') ?? {};
    assert.equal(fields?.get('title'), 'a: b: c: d');
  });
});
