import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { QuoteCheck } from '../../../../src/core/quotes/quoteCheck';
import { checksOf, quoteLibrary, type TestSource } from '../../../support/quoteLibrary';

const WORDS = [
  ...['lamp', 'ship', 'keeper', 'harbour', 'mole', 'ferry', 'wind', 'winter', 'light', 'office'],
  ...['the', 'of', 'and', 'a', 'to', 'in', 'is', 'not', 'was', 'by', 'burns', 'calls', 'waits'],
  ...[
    'Skerryholm',
    'Varga',
    'NATO',
    '1902',
    '1,250',
    '3.5%',
    '£40',
    'co-operation',
    'Ærø',
    'naïve',
  ],
] as const;

const paragraph = fc
  .array(fc.constantFrom(...WORDS), { minLength: 30, maxLength: 90 })
  .map((words) => `${words.join(' ')}.`);

const sources = fc
  .array(fc.array(paragraph, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })
  .map((all) =>
    all.map((paragraphs, at): TestSource => ({ path: `sources/${at}.txt`, paragraphs })),
  );

/** A stretch of words of one paragraph of some sources. */
const stretch = fc
  .tuple(sources, fc.nat(), fc.nat(), fc.nat(), fc.integer({ min: 6, max: 25 }))
  .map(([all, source, at, start, length]) => {
    const { paragraphs } = all[source % all.length]!;
    const words = paragraphs[at % paragraphs.length]!.replace(/\.$/, '').split(' ');
    const from = start % (words.length - 6);
    return { sources: all, words: words.slice(from, from + length) };
  });

/** Whether some words stand in a row in any of the sources: a change may make them what stands elsewhere. */
function standsIn(all: readonly TestSource[], words: readonly string[]): boolean {
  return standInOrder(all, words, []);
}

/** Whether some words stand in a row in any of the sources, and others in a row anywhere behind them. */
function standInOrder(
  all: readonly TestSource[],
  words: readonly string[],
  others: readonly string[],
): boolean {
  const [sought, behind] = [
    ` ${words.join(' ')} `,
    others.length > 0 ? ` ${others.join(' ')} ` : '',
  ];
  return all.some(({ paragraphs }) => {
    const text = ` ${paragraphs.join(' ').replaceAll('.', (dot, at: number, whole: string) => (/\d/.test(whole.charAt(at + 1)) ? dot : ''))} `;
    const at = text.indexOf(sought);
    // The blank between is that of both.
    return at >= 0 && text.includes(behind, at + sought.length - 1);
  });
}

function checkOf(all: readonly TestSource[], quoted: string): QuoteCheck | undefined {
  return checksOf(`They say “${quoted}” here.\n\n[^1]: A remark.\n`, quoteLibrary(all))[0];
}

function verdictOf(all: readonly TestSource[], quoted: string): string | undefined {
  const verdict = checkOf(all, quoted)?.verdict;
  return verdict === 'ambiguous' ? 'verbatim' : verdict;
}

/** An altered quotation says where, in words of the note or of the source. */
function assertTold({ verdict, differences }: QuoteCheck): void {
  assert.equal(differences.length > 0, verdict === 'altered');
  for (const { kind, quoted, source, start, end } of differences) {
    assert.equal(quoted === '', kind === 'dropped');
    assert.equal(source === '', kind === 'added');
    assert.equal(end - start, quoted.length);
  }
}

describe('checking quotations, whatever they are', () => {
  it('finds any stretch of any passage verbatim', () => {
    fc.assert(
      fc.property(stretch, ({ sources: all, words }) => {
        assert.equal(verdictOf(all, words.join(' ')), 'verbatim');
      }),
    );
  });

  it('finds it verbatim in any typography', () => {
    const between = fc.constantFrom(' ', '  ', '\n', '\u00A0', ' ', '\n\n“', ' \n\n\n“');
    const dress = fc.constantFrom(
      (word: string) => word,
      (word: string) => `*${word}*`,
      (word: string) => `**${word}**`,
      (word: string) => word.replace('-', '\u2011'),
      (word: string) => word.normalize('NFD'),
      (word: string) => (word.length > 4 ? `${word.slice(0, 2)}\u00AD${word.slice(2)}` : word),
    );
    fc.assert(
      fc.property(
        stretch,
        fc.array(fc.tuple(between, dress), { minLength: 25, maxLength: 25 }),
        ({ sources: all, words }, dresses) => {
          const quoted = words
            .map((word, at) => (at === 0 ? '' : dresses[at]![0]) + dresses[at]![1](word))
            .join('');
          assert.equal(verdictOf(all, quoted), 'verbatim', quoted);
        },
      ),
    );
  });

  it('never finds it verbatim with one word changed, dropped or added', () => {
    fc.assert(
      fc.property(
        stretch,
        fc.nat(),
        fc.constantFrom('changed', 'dropped', 'added'),
        ({ sources: all, words }, place, change) => {
          const at = 1 + (place % (words.length - 2));
          const altered = [...words];
          altered.splice(at, change === 'added' ? 0 : 1, ...(change === 'dropped' ? [] : ['owl']));
          fc.pre(!standsIn(all, altered));
          const check = checkOf(all, altered.join(' '));
          assert.ok(check !== undefined && !['verbatim', 'ambiguous'].includes(check.verdict));
          assertTold(check);
        },
      ),
    );
  });

  it('never finds it verbatim with its halves in another order', () => {
    fc.assert(
      fc.property(
        stretch,
        fc.constantFrom(' … ', ' [...] ', '. ', ' '),
        ({ sources: all, words }, between) => {
          const half = words.length >> 1;
          const [first, second] = [words.slice(0, half), words.slice(half)];
          const isGap = /[…[]/.test(between);
          // The halves may stand elsewhere in this order.
          fc.pre(
            !(isGap ? standInOrder(all, second, first) : standsIn(all, [...second, ...first])),
          );
          const check = checkOf(all, `${second.join(' ')}${between}${first.join(' ')}`);
          assert.ok(check !== undefined);
          assert.ok(!['verbatim', 'ambiguous'].includes(check.verdict));
          assertTold(check);
        },
      ),
    );
  });

  it('tells a negation alone that an ellipsis or a bracket swallows', () => {
    fc.assert(
      fc.property(
        stretch,
        fc.nat(),
        fc.constantFrom('not', 'never', 'hasn’t', 'without', 'unless'),
        fc.constantFrom('…', '[...]', '[now]'),
        ({ words }, place, negation, mark) => {
          const kept = words.map((word) => (word === 'not' || word === 'and' ? 'lit' : word));
          const at = 3 + (place % (kept.length - 5));
          const source = [...kept.slice(0, at), negation, ...kept.slice(at)];
          const quoted = [...kept.slice(0, at), mark, ...kept.slice(at)];
          // Words may stand there more than once, and without the negation.
          fc.pre(new Set(kept.slice(at - 3, at + 3)).size === Math.min(6, kept.length - at + 3));
          const all = [{ path: 'a.txt', paragraphs: [source.join(' ')] }];
          const check = checkOf(all, quoted.join(' '));
          assert.equal(check?.verdict, 'verbatim');
          assert.deepEqual(
            check.remarks.map((remark) => 'word' in remark && remark.word),
            [negation],
          );
        },
      ),
    );
  });

  it('finds it verbatim with words left out at an ellipsis', () => {
    fc.assert(
      fc.property(stretch, fc.nat(), fc.nat(), ({ sources: all, words }, from, count) => {
        const start = 2 + (from % Math.max(1, words.length - 4));
        const left = [...words];
        left.splice(start, 1 + (count % 4), '…');
        fc.pre(left.filter((word) => word !== '…').length >= 5);
        assert.equal(verdictOf(all, left.join(' ')), 'verbatim', left.join(' '));
      }),
    );
  });
});
