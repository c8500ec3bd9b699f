import assert from 'node:assert/strict';
import fc from 'fast-check';
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
  const sought = ` ${words.join(' ')} `;
  return all.some(({ paragraphs }) =>
    ` ${paragraphs.join(' ').replaceAll('.', (dot, at: number, text: string) => (/\d/.test(text.charAt(at + 1)) ? dot : ''))} `.includes(
      sought,
    ),
  );
}

function verdictOf(all: readonly TestSource[], quoted: string): string | undefined {
  const [check] = checksOf(`They say “${quoted}” here.\n\n[^1]: A remark.\n`, quoteLibrary(all));
  return check?.verdict === 'ambiguous' ? 'verbatim' : check?.verdict;
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
    const between = fc.constantFrom(' ', '  ', '\n', '\u00A0', ' ');
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
          assert.notEqual(verdictOf(all, altered.join(' ')), 'verbatim');
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
