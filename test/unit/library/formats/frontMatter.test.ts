import assert from 'node:assert/strict';
import { frontMatterFields } from '../../../../src/core/library/formats/frontMatter';

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
