import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type DefaultTreeAdapterMap, parseFragment } from 'parse5';
import { htmlOf } from '../../../../src/host/surfaces/html';

describe('html', () => {
  it('takes text for text, in elements and in attributes', () => {
    const pieces = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '&',
      '&lt;',
      '</p>',
      '<img src=x>',
      'x',
      ' =',
    );
    const hostile = fc.array(pieces, { maxLength: 12 }).map((all) => all.join(''));
    fc.assert(
      fc.property(hostile, (text) => {
        const page = htmlOf`<p title="${text}">${text}</p>`.toString();
        const [paragraph, ...others] = parseFragment(page).childNodes;
        assert.equal(others.length, 0);
        const { attrs, childNodes } = paragraph as DefaultTreeAdapterMap['element'];
        assert.deepEqual(attrs, [{ name: 'title', value: text }]);
        const words = childNodes.map((child) => ('value' in child ? child.value : '?'));
        assert.equal(words.join(''), text);
      }),
    );
  });

  it('puts HTML into HTML as it is', () => {
    const items = ['a', '<b>'].map((text) => htmlOf`<li>${text}</li>`);
    assert.equal(
      htmlOf`<ul>${items}${htmlOf`<li></li>`}</ul>`.toString(),
      '<ul><li>a</li><li>&lt;b&gt;</li><li></li></ul>',
    );
  });
});
