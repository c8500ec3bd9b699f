import assert from 'node:assert/strict';
import { linkAt } from '../../../../../../src/features/pages/entry/page/linkAt';
import type { LinkTarget } from '../../../../../../src/features/pages/entry/page/pageModel';

const TEXT = 'Title\nfrom one\ntwo, three\n';

const to = (address: string): LinkTarget => ({ kind: 'web', address });
const spanOf = (word: string) => ({
  start: TEXT.indexOf(word),
  end: TEXT.indexOf(word) + word.length,
});
const LINKS = ['one', 'two', ', ', 'three'].map((word) => ({
  span: spanOf(word),
  target: to(word),
}));

describe('the link that Enter follows', () => {
  const cases: readonly (readonly [string, string, LinkTarget | string])[] = [
    ['is the one at the caret', 'hree', to('three')],
    ['is the only one on the line', 'rom', to('one')],
    ['of two that touch is the one before which the caret stands', ', t', to(', ')],
    ['is none where there is none', 'itle', 'none'],
  ];
  for (const [what, at, expected] of cases) {
    it(what, () => {
      const caret = TEXT.indexOf(at);
      const lineStart = TEXT.lastIndexOf('\n', caret - 1) + 1;
      assert.deepEqual(linkAt({ text: TEXT, links: LINKS }, caret, lineStart), expected);
    });
  }

  it('is asked for where there are several and the caret is at none', () => {
    const links = LINKS.filter(({ target }) => target.kind === 'web' && target.address !== ', ');
    const caret = TEXT.indexOf(', ') + 1;
    assert.equal(linkAt({ text: TEXT, links }, caret, TEXT.indexOf('two')), 'several');
  });
});
