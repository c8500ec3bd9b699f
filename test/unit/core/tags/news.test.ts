import fc from 'fast-check';
import assert from 'node:assert/strict';
import { News } from '../../../../src/core/tags/news';

const JAPAN = 'partner/japan';

describe('news', () => {
  it('takes what is there at first for known', () => {
    const news = new News();
    assert.equal(news.hasBegun, false);
    news.meet(['a', 'b']);
    assert.equal(news.hasBegun, true);
    assert.deepEqual([news.isNew('a', JAPAN), news.isNew('c', JAPAN)], [false, false]);
  });

  it('begins without any source', () => {
    const news = new News();
    news.meet([]);
    assert.equal(news.meet(['a']), true);
    assert.equal(news.isNew('a', JAPAN), true);
  });

  it('is what came since the last look at a subject', () => {
    const news = new News();
    news.meet(['a']);
    news.meet(['a', 'b']);
    news.look(JAPAN);
    assert.deepEqual([news.isNew('b', JAPAN), news.isNew('b', 'topic/cyber')], [false, true]);
    news.meet(['c']);
    assert.deepEqual([news.isNew('b', JAPAN), news.isNew('c', JAPAN)], [false, true]);
    assert.deepEqual(news.newest, ['b', 'c']);
  });

  it('is not what has been read again', () => {
    const news = new News();
    news.meet(['a', 'b']);
    news.meet(['b']);
    assert.equal(news.meet(['a', 'b']), false);
    assert.equal(news.isNew('a', JAPAN), false);
  });

  it('ends with a look at all', () => {
    const news = new News();
    news.meet(['a']);
    news.meet(['b']);
    news.lookAtAll();
    assert.deepEqual([news.newest, news.isNew('b', JAPAN)], [[], false]);
    news.meet(['c']);
    assert.deepEqual(news.newest, ['c']);
  });

  it('says the same in the next session', () => {
    const names = fc.constantFrom('a', 'b', 'c', 'd');
    const step = fc.oneof(
      fc.array(names).map((sources) => (news: News) => void news.meet(sources)),
      names.map((subject) => (news: News) => news.look(subject)),
      fc.constant((news: News) => news.lookAtAll()),
    );
    const said = (news: News): unknown =>
      ['a', 'b', 'c', 'd'].map((source) => ['a', 'b', 'e'].map((name) => news.isNew(source, name)));
    fc.assert(
      fc.property(fc.array(step), fc.array(step), (before, after) => {
        const one = new News();
        before.forEach((run) => run(one));
        const other = new News(JSON.parse(JSON.stringify(one)));
        assert.deepEqual(said(other), said(one));
        after.forEach((run) => [one, other].forEach(run));
        assert.deepEqual(said(other), said(one));
      }),
    );
  });

  it('passes over what another hand has stored', () => {
    for (const stored of [undefined, 7, [], { round: 'x', sources: { a: '1' }, looks: 3 }]) {
      const news = new News(stored);
      assert.deepEqual([news.hasBegun, news.newest], [false, []]);
    }
  });
});
