import assert from 'node:assert/strict';
import fc from 'fast-check';
import { NOTE_LANGUAGES } from '../../../../src/core/note/languageIds';
import { check, finds, marked } from './support';

const RULE = 'claim-without-source';

/** A note of several paragraphs, the first of which sums it up. */
const withLead = (paragraph: string): string =>
  `# Lamps\n\nLamps are many things.\n\nThey are lit.\n\nThey are kept.\n\n${paragraph}\n`;

const claims = (text: string, language = 'markdown') =>
  check(text, { rules: [RULE], language }).map(({ args }) => args[0]);

describe('claims without a source', () => {
  describe('are told by', () => {
    finds(RULE, [
      'Spending on lamps rose to ‹43 trillion› yen by the end.',
      'The budget grew by ‹4.3%› over the year.',
      'The budget grew by ‹40 per cent›, which charts a course for all.',
      'The fund holds ‹€12 billion› in all.',
      'The harbour has ‹1,200› lamps along its walls.',
      'The board has kept the lamps since ‹1951› without a break.',
      'The keepers met on ‹12› May 2024 at the harbour.',
      'The pact was signed in March ‹2019› by both boards.',
      'Lamphaven ‹is the largest› harbour of the coast.',
      'The keepers came together ‹for the first time› at the pier.',
      'Some ‹two-thirds› of the lamps are new.',
      'The keepers want ‹three million› lamps in all.',
    ]);
  });

  describe('are none in', () => {
    finds(RULE, [
      'The board follows Article 5 of the treaty and Resolution 1718 of the council.',
      'The four keepers and their 4 boats agree on most things.',
      'The keepers of F-35 lamps know COVID-19 and the G20 well.',
      'The 2022 Strategic Concept and the May 2020 report speak of lamps.',
      'The keepers wrote Vision 2030 and Agenda 2063 together.',
      'The lamps should reach 2% of all by 2027.',
      'Will the lamps reach 2% of all by 2027?',
      'This brief covers the lamps of 2019 and of 2020.',
      'According to the Harbour Board, 40% of the lamps are new.',
      'The lamps number 1,200 per the Harbour Board of the town.',
      '# Lamps in 2024 and 2025 grew by 40%',
      'Lamps | 2024 | 40%\n--- | --- | ---\nnew | 12 | 14',
      '| Year | Lamps |\n| --- | --- |\n| The lamps grew in 2024. | 40% |',
      'Date: 12 May 2024, at the harbour of the keepers.',
      '▲ The lamps are lit on 14 February 1950 by the keeper.',
      'February 14, 1950.',
      'The keepers recall the 1967 Six Day War and 1973 Yom Kippur War well.',
      'They have 122-mm howitzers of a kind that is well known.',
      'The keeper said “the lamps grew by 40% in 2024 and more”.',
      '`The lamps grew by 40% in 2024.`',
      '> The lamps grew by 40% in 2024, all of them.',
      'As Figure 3 shows, the lamps grew by 40% in 2024.',
      '“ip4desk” was made in 40 minutes and 12 seconds [@ip4].',
      'Over the past 40 years the keepers have met often, and 12 days later again.',
    ]);
  });

  describe('are covered by', () => {
    for (const [name, text] of [
      ['a citekey', 'The lamps grew by 40% [@board, p. 3].'],
      ['a footnote behind the sentence', 'The lamps grew by 40%.[^1]\n\n[^1]: Board, 3.'],
      ['a link', 'The lamps [grew](https://example.org/a) by 40% in 2024.'],
      ['an address', 'The lamps grew by 40%: see https://example.org/a there.'],
      ['a name with a year', 'The lamps grew by 40% (Varga 2019).'],
      ['numbers in brackets', 'The lamps grew by 40%. [12]'],
      ['a citation later in the paragraph', 'The lamps grew by 40%. They are 1,200 now [@board].'],
      ['the report that was cited', 'The lamps grew [@board]. The report says that 40% are new.'],
      ['a lead to a list', 'The board tells [@board]:\n\n- the lamps grew by 40% over all years\n'],
      ['a list that is led to', 'The lamps grew by 40% in:\n\n- Lamphaven [@board]\n'],
      ['a line with the source', 'The lamps grew by 40% in all.\n\nSource: Harbour Board\n'],
    ] as const) {
      it(name, () => assert.deepEqual(claims(text), []));
    }
  });

  it('are told behind the last citation of a paragraph, and in the next one', () => {
    assert.deepEqual(
      claims('The lamps grew by 40% [@a]. Each burns 12 hours.\n\nHalf of them date from 1951.'),
      ['12', '1951'],
    );
  });

  it('are not told by dates and asides in brackets', () => {
    assert.deepEqual(claims('The lamps grew by 40% (June 2019).'), ['40%']);
    assert.deepEqual(claims('The lamps grew by 40% (since 2019).'), ['40%']);
  });

  describe('are left alone', () => {
    it('in the first paragraph of a note that has several', () => {
      assert.deepEqual(claims('The lamps grew by 40%.\n\nThey do.\n\nThey will.\n\nSo be it.'), []);
      assert.deepEqual(claims('The lamps grew by 40%.\n\nThey do.'), ['40%']);
    });

    for (const title of [
      'Summary',
      'Executive Summary',
      '1. Key points',
      'Conclusion',
      'Abstract',
    ]) {
      it(`under “${title}”`, () => {
        const text = withLead(
          `## ${title}\n\nThe lamps grew by 40%.\n\n## Lamps\n\nHalf are of 1951.`,
        );
        assert.deepEqual(claims(text), ['1951']);
      });
    }

    it('in a paragraph that says it sums up, and in front matter', () => {
      assert.deepEqual(claims('**Summary.** The lamps grew by 40%.'), []);
      assert.deepEqual(claims('---\nabstract: The lamps grew by 40% in 2024.\n---\nLamps.'), []);
    });

    it('where a comment says so', () => {
      const line = 'The lamps grew by 40%.';
      assert.deepEqual(claims(`<!-- ip4desk-disable-next-line ${RULE} -->\n\n${line}`), []);
      assert.deepEqual(claims(`---\nip4desk-disable: [${RULE}]\n---\n${line}`), []);
    });
  });

  describe('in other languages', () => {
    for (const [text, expected] of [
      ['防衛費は2027年に43兆円になる。', '2027'],
      ['국방비는 2027년에 40조 원이다.', '2027'],
      ['Le budget a augmenté de 4,3 % en 2024.', '4,3 %'],
      ['Der Haushalt stieg im Jahr 2024 auf 53 Milliarden Euro.', '2024'],
      ['El gasto subió un 40% desde 2019.', '40%'],
      ['Расходы выросли на 40% с 2019 года.', '40%'],
    ] as const) {
      it(text, () => assert.equal(claims(text)[0], expected));
    }
  });

  describe('in other markup', () => {
    for (const [language, text] of [
      ['latex', 'The lamps grew by 40\\% over the year.\n\nThey grew by 12\\% \\cite{board}.'],
      ['asciidoc', 'The lamps grew by 40% over the year.\n\nThey grew by 12%.footnote:[Board, 3.]'],
      ['org', 'The lamps grew by 40% over the year.\n\nThey grew by 12% [cite:@board].'],
      ['restructuredtext', 'The lamps grew by 40% over the year.\n\nThey grew by 12%. [1]_'],
      ['typst', 'The lamps grew by 40% over the year.\n\nThey grew by 12% @board.'],
    ] as const) {
      it(language, () => {
        assert.equal(claims(text, language).length, 1, JSON.stringify(claims(text, language)));
      });
    }
  });

  it('stand in the note as the finding says, whatever it holds', () => {
    const piece = fc.constantFrom(
      ...[
        '40%',
        '2019',
        'in ',
        'The lamps grew ',
        '. ',
        '\n\n',
        '- ',
        '[@a]',
        '> ',
        '# ',
        '"',
        '*',
      ],
      ...['the largest ', '[^1]', '| ', ': ', '年', '$12 million', '`', 'is ', '(Varga 2019)'],
    );
    fc.assert(
      fc.property(fc.array(piece), fc.constantFrom(...NOTE_LANGUAGES), (pieces, language) => {
        const text = pieces.join('');
        const found = check(text, { rules: [RULE], language });
        for (const { start, end, args } of found) {
          assert.equal(text.slice(start, end).replace(/\s+/gu, ' '), args[0]);
        }
        assert.equal(marked(text, found).replace(/[‹›]/g, ''), text);
      }),
    );
  });
});
