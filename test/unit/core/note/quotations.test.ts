import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Note } from '../../../../src/core/note/note';

function quotations(text: string, language = 'markdown'): readonly string[] {
  return new Note(text, language).quotations.map(({ start, end }) => text.slice(start, end));
}

/** A test each for texts whose quotations stand in `⟦…⟧`. */
function marks(language: string, texts: readonly string[]): void {
  for (const marked of texts) {
    it(JSON.stringify(marked).slice(1, -1), () => {
      const text = marked.replace(/[⟦⟧]/g, '');
      const expected = Array.from(marked.matchAll(/⟦([^⟧]*)⟧/g), (match) => match[1]);
      assert.deepEqual(quotations(text, language), expected);
    });
  }
}

describe('quotations in a note', () => {
  describe('in quotation marks of Europe', () => {
    marks('markdown', [
      'They say “⟦the lamps burn all night long⟧” here.',
      'They say "⟦the lamps burn all night long⟧" here.',
      'Sie sagen „⟦die Lampen brennen die ganze Nacht⟧“ hier.',
      'Ils disent « ⟦les lampes brûlent toute la nuit⟧ » ici.',
      'De siger »⟦lamperne brænder hele natten lang⟧« her.',
      'He says ”⟦lamporna brinner hela natten lång⟧” här.',
      'They say ‘⟦the harbour’s lamps burn all night⟧’ here.',
      'They say “⟦the lamps ‘burn all the night’ for the ships⟧” here.',
      'They say “⟦the lamps burn\nall night long⟧” here.',
    ]);
  });

  describe('over several paragraphs, each opened again', () => {
    const FIRST = 'The lamps burn all night long.';
    const NEXT = 'They are put out at dawn.';
    marks('markdown', [
      `They say “⟦${FIRST}\n\n“${NEXT}⟧” here.`,
      `“⟦${FIRST}\n\n“${NEXT}\n\n“${NEXT}⟧” “⟦${FIRST}⟧”`,
      `*“⟦${FIRST}*\n\n*“${NEXT}⟧”*`,
      `„⟦${FIRST}\n\n„${NEXT}⟧“`,
      `« ⟦${FIRST}\n\n«${NEXT}⟧ »`,
      `»⟦${FIRST}\n\n»${NEXT}⟧«`,
      `"⟦${FIRST}\n\n"${NEXT}⟧"`,
      `They say: "⟦${FIRST}\n\n"${NEXT}⟧"`,
      `They say, ‘⟦${FIRST}\n\n‘${NEXT}⟧’`,
      `”⟦${FIRST}\n\n”${NEXT}⟧”`,
      `「⟦${FIRST}\n\n「${NEXT}⟧」`,
      `“⟦${FIRST} ‘Nobody sleeps.\n\n“‘${NEXT}’ That is all⟧”`,
      `“⟦${FIRST}\n\n\n\n“${NEXT}⟧”`,
    ]);
    marks('latex', [`Sie sagt "\`⟦${FIRST}⟧"' hier.`, `"\`⟦${FIRST}\n\n"\`${NEXT}⟧"'`]);
    marks('asciidoc', [`They say "\`⟦${FIRST}⟧\`" here.`, `"\`⟦${FIRST}\n\n"\`${NEXT}⟧\`"`]);
    marks('latex', [`\`\`⟦${FIRST}\n\n\`\`${NEXT}⟧''`, `“⟦${FIRST}\n\n\\noindent “${NEXT}⟧”`]);
    for (const language of ['plaintext', 'asciidoc', 'restructuredtext', 'org', 'typst']) {
      marks(language, [`They say: “⟦${FIRST}\n\n“${NEXT}⟧” here.`]);
    }
    marks('asciidoc', [`"⟦${FIRST}\n\n"${NEXT}⟧"`]);

    describe('and not when a mark is astray', () => {
      marks('markdown', [
        // The next paragraph does not begin with the same mark.
        `They say “${FIRST}\n\nThey say “⟦${NEXT}⟧”.`,
        `They say “${FIRST}\n\n«⟦${NEXT}⟧»`,
        `They say “${FIRST}\n\nNo more.\n\n“⟦${NEXT}⟧”`,
        `- “${FIRST}\n- “⟦${NEXT}⟧”`,
        `“${FIRST}\n\n- “⟦${NEXT}⟧”`,
        `“${FIRST}\n\n# “⟦${NEXT}⟧”`,
        // It is never closed.
        `“${FIRST}\n\n“${NEXT}\n\nNo more.`,
        // A straight mark, or an apostrophe, that does not begin what is said.
        `The 5" pipe and the "lamp burn. ${FIRST}\n\n"⟦${NEXT}⟧"`,
        `In the ‘nineties ${FIRST}\n\n‘⟦${NEXT}⟧’`,
        `The keepers' rest. ${FIRST}\n\n'⟦${NEXT}⟧'`,
        `'Tis late. ${FIRST}\n\n'⟦${NEXT}⟧'`,
        // Its closing mark was forgotten.
        `“${FIRST} [@lamps, p. 3]\n\n“⟦${NEXT}⟧”`,
        `“${FIRST}[^1]\n\n“⟦${NEXT}⟧”`,
      ]);
      marks('latex', [`“${FIRST} \\autocite[3]{lamps}.\n\n“⟦${NEXT}⟧”`]);
    });

    it('are one quotation, however many there are, with any marks', () => {
      const words = fc.array(fc.constantFrom('lamp', 'nobody’s', 'the', 'mole,', 'light-house.'), {
        minLength: 5,
        maxLength: 9,
      });
      const pair = fc.constantFrom('“”', '„“', '«»', '‘’', '""', '「」', '””');
      fc.assert(
        fc.property(fc.array(words, { minLength: 1, maxLength: 6 }), pair, (paragraphs, marked) => {
          const [open = '', close = ''] = marked;
          const quoted = paragraphs.map((some) => some.join(' ')).join(`\n\n${open}`);
          const text = `${open}${quoted}${close} they say.\n\nNobody ${open}${quoted.replaceAll('\n\n' + open, ' ')}${close}`;
          assert.deepEqual(quotations(text).length, 2, text);
          assert.equal(quotations(text)[0], quoted);
        }),
        { numRuns: 400 },
      );
    });
  });

  describe('of fewer than five words', () => {
    marks('markdown', ['They call it “a lamp of sorts” here.', 'The “harbour” and the “lamp”.']);
  });

  describe('as blocks', () => {
    marks('markdown', [
      'They say:\n\n> ⟦The lamps burn all night long.⟧\n\nMore.',
      '> ⟦The lamps burn\n> all night long.⟧\n',
      '> ⟦The lamps burn all night long.⟧ [@harbour, p. 3]\n',
      '> ⟦The lamps burn all night long.⟧[^1]\n',
      '> ⟦The lamps burn all night long.⟧\n>\n> — Harbour Report, p. 3\n',
      '> ⟦The lamps burn all night long.⟧ (Harbour 2019, p. 3)\n',
      '> ⟦“The lamps burn all night long.”⟧\n',
      '> [!NOTE]\n> The lamps burn all night long.\n',
    ]);
    marks('plaintext', [
      'They say:\n\n    ⟦The lamps burn\n    all night long.⟧ (Harbour 2019, p. 3)\n\nMore.',
      'They say:\n\n    The lamps burn all night long.\n\nMore.',
    ]);
    marks('latex', [
      '\\begin{displayquote}\n⟦The lamps burn all night long.⟧\n\\end{displayquote}',
      'They say \\enquote{⟦the lamps \\emph{burn} all night long⟧} here.',
      "They say ``⟦the lamps burn all night long⟧'' here.",
    ]);
    marks('asciidoc', ['[quote]\n____\n⟦The lamps burn all night long.⟧\n____\n']);
    marks('asciidoc', [
      '[quote]\n⟦The lamps burn\nall night long.⟧\n\nMore.',
      '> ⟦The lamps burn\n> all night long.⟧\n\nMore.',
    ]);
    marks('latex', [
      '\\foreignquote{german}{⟦die Lampen brennen die ganze Nacht⟧} hier',
      '\\begin{displayquote}[Harbour 2019][.]\n⟦The lamps burn all night long⟧\\end{displayquote}',
    ]);
    marks('markdown', [
      '> ⟦The lamps burn\nall night long.⟧\n\nMore.',
      '> ⟦The lamps burn all night.\n>\n> They burn all day.⟧\n\n> ⟦The lamps burn all year long.⟧\n',
      'a <q>⟦the lamps burn all night long⟧</q> b',
      '<blockquote>⟦The lamps burn all night long.⟧</blockquote>',
    ]);
    marks('plaintext', ['> ⟦The lamps burn\n> all night long.⟧\n\nMore.']);
    marks('org', ['#+begin_quote\n⟦The lamps burn all night long.⟧\n#+end_quote\n']);
    marks('restructuredtext', ['They say:\n\n   ⟦The lamps burn all night long.⟧\n\nMore.']);
  });

  describe('as blocks of several paragraphs', () => {
    const words = '⟦The lamps burn all night.\n\n\nThey burn all day.⟧';
    const indented = words.replaceAll('\n', '\n   ');
    marks('markdown', [
      '> ⟦The lamps burn all night.\n>\n>\n> They burn all day.⟧\n>\n> — Harbour Report, p. 3\n',
      `<blockquote>${words}</blockquote>`,
    ]);
    marks('asciidoc', [`[quote, Harbour]\n____\n${words}\n____\n`]);
    marks('org', [`#+begin_quote\n${words}\n#+end_quote\n`]);
    marks('typst', [`#quote(block: true)[${words}]\n`]);
    marks('latex', [`\\begin{quotation}\n${words}\n\\end{quotation}\n`]);
    marks('restructuredtext', [
      `They say:\n\n   ${indented}\n\nMore.`,
      `They say:\n\n   ${indented}\n\n   -- Harbour Report, p. 3\n\nMore.`,
      `.. epigraph::\n\n   ${indented}\n\n   -- Harbour Report, p. 3\n`,
      '   ⟦The lamps burn all night.⟧\n\n..\n\n   ⟦They burn all day long.⟧\n',
      '   ⟦The lamps burn all night.⟧\n\nMore.\n\n   ⟦They burn all day long.⟧\n',
      '   ⟦The lamps burn all night.⟧\n\n   - They burn all day long.\n',
      '.. note::\n\n   The lamps burn all night.\n\n   They burn all day long.\n',
    ]);
  });

  describe('not in code, footnotes and lists of references', () => {
    marks('markdown', [
      '```\n"the lamps burn all night long"\n```\n',
      '[^1]: Harbour Office, “The Lamps That Burn All Night,” 2019.\n',
      'Text.\n\n## References\n\nHarbour Office. “The Lamps That Burn All Night.” 2019.\n',
    ]);
  });

  it('keeps to the text, whatever that is', () => {
    const pieces = fc.constantFrom(
      ...['“', '”', '"', "'", '> ', '\n', '\n\n', '[^1]', '[@a]', '(2019)', '— ', '»', '«', '„'],
      ...['word ', 'lamp and ship ', '\\begin{quote}', '\\end{quote}', '\\enquote{', '}', '____\n'],
    );
    const languages = fc.constantFrom('markdown', 'latex', 'asciidoc', 'org', 'plaintext');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), languages, (parts, language) => {
        const text = parts.join('');
        let last = 0;
        for (const { start, end, outer } of new Note(text, language).quotations) {
          assert.ok(last <= outer.start && outer.start <= start, `${outer.start}`);
          assert.ok(start < end && end <= outer.end && outer.end <= text.length, `${end}`);
          last = outer.end;
        }
      }),
    );
  });
});
