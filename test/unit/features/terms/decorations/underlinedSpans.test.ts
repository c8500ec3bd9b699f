import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TermAutomaton } from '../../../../../src/core/terms/automaton';
import { underlinedSpans } from '../../../../../src/features/terms/decorations/underlinedSpans';
import { term } from '../../../core/note/marked';
import { Note } from '../../../../../src/core/note/note';

const automaton = new TermAutomaton([
  term('IP4', { aliases: ['the four'] }),
  term('Istanbul Cooperation Initiative', { abbreviation: 'ICI' }),
  term('NATO'),
  term('alliance', { aliases: ['NATO'] }),
]);

/** The text with what is underlined between ‹ and ›. */
function marked(text: string, uses: 'off' | 'first' | 'all', language = 'markdown'): string {
  const note = new Note(text, language);
  const spans = underlinedSpans(note, automaton.occurrences(note), uses);
  return [...spans]
    .reverse()
    .reduce(
      (marks, { start, end }) =>
        `${marks.slice(0, start)}‹${marks.slice(start, end)}›${marks.slice(end)}`,
      text,
    );
}

const bare = (text: string) => text.replace(/[‹›]/g, '');

describe('what is underlined', () => {
  const firsts = [
    'The ‹IP4› and the IP4 met ‹NATO›; NATO met the IP4.',
    'Of ‹the four›, the IP4 is the name.',
    'The ‹ICI› is the Istanbul Cooperation Initiative.',
    '# The IP4\n\nThe ‹IP4› met.',
    'The IP4\n=======\n\nThe ‹IP4› met.',
    'See [the IP4](ip4.md). The ‹IP4› met.',
    'See `IP4` and <https://example.org/IP4>. The ‹IP4› met.',
    '---\ntitle: IP4\n---\n\nThe ‹IP4› met.',
    'The **‹IP4›** met.',
    '- of the ‹Istanbul Cooperation›\n  ‹Initiative› and the ICI',
    '> The IP4 met NATO.\n\nThe ‹IP4› met.',
    '> IP4\n\nThe ‹IP4› met.',
    'They say “the IP4 is no alliance of ours”. The ‹IP4› met.',
    'What is called “the ‹IP4›” met.',
    'A note.[^1] The ‹IP4› met.\n\n[^1]: He writes:\n    > The ICI is one.\n',
    'of the ‹Istanbul›\r\n  ‹Cooperation Initiative›',
  ];
  for (const text of firsts) {
    it(`first: ${JSON.stringify(text)}`, () => assert.equal(marked(bare(text), 'first'), text));
  }

  const alls = [
    'The ‹IP4› and the ‹IP4› met ‹NATO›; ‹NATO› met the ‹IP4›.',
    '# The IP4\n\nThe ‹IP4› met [the IP4](ip4.md), `IP4` and the ‹IP4›.',
  ];
  for (const text of alls) {
    it(`all: ${JSON.stringify(text)}`, () => assert.equal(marked(bare(text), 'all'), text));
  }

  it('is the first use of each of the terms that share a wording', () => {
    assert.equal(marked('An alliance: NATO.', 'first'), 'An ‹alliance›: ‹NATO›.');
    assert.equal(marked('NATO: an alliance.', 'first'), '‹NATO›: an alliance.');
  });

  it('is nothing when it is off', () => {
    assert.equal(marked('The IP4 met.', 'off'), 'The IP4 met.');
  });

  it('follows the language', () => {
    const text =
      '\\section{The IP4}\nThe ‹IP4› met. % IP4\n\\begin{quote}The ICI.\\end{quote}\nAn ‹ICI›.';
    assert.equal(marked(bare(text), 'all', 'latex'), text);
  });

  it('is ascending, within one line each, and with all no less than with first', () => {
    const piece = fc.constantFrom('IP4', 'ICI', 'Istanbul Cooperation', 'Initiative', 'NATO');
    const gap = fc.constantFrom(' ', '\n', '\n> ', '\n\n', '\n# ', ' `', '` ', ' [', '](x) ');
    const texts = fc
      .array(fc.tuple(piece, gap), { maxLength: 20 })
      .map((parts) => parts.flat().join(''));
    fc.assert(
      fc.property(texts, (text) => {
        const note = new Note(text, 'markdown');
        const occurrences = automaton.occurrences(note);
        const all = underlinedSpans(note, occurrences, 'all');
        let last = -1;
        for (const { start, end } of all) {
          assert.ok(start > last && end > start, text);
          assert.doesNotMatch(text.slice(start, end), /[\r\n]|^[\s>]|\s$/);
          last = end - 1;
        }
        const starts = new Set(all.map(({ start }) => start));
        const first = underlinedSpans(note, occurrences, 'first');
        assert.ok(first.every(({ start }) => starts.has(start)));
      }),
    );
  });
});
