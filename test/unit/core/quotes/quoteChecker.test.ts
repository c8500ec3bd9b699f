import assert from 'node:assert/strict';
import { hasRemark, type QuoteCheck } from '../../../../src/core/quotes/quoteCheck';
import { checksOf, quoteLibrary, type TestSource } from '../../../support/quoteLibrary';

const REPORT: TestSource = {
  path: 'sources/harbour-report.pdf',
  metadata: {
    title: 'The Lamps of Skerryholm: A Harbour and Its Keepers',
    author: [{ family: 'Varga', given: 'Ilse' }],
    issued: { 'date-parts': [[2019]] },
    citekey: 'varga2019lamps',
  },
  pageLabels: ['i', 'ii', '1', '2', '3'],
  paragraphs: [
    '[p. 1] The harbour office was founded in 1874 by the keepers of the northern light, who did not trust the crown.',
    '[p. 3] Every lamp on the western mole is lit before dusk and is not put out until the last of the ferries has come in.12 The keepers write down each of them.',
    '[p. 4] In the winter of 1902 some 1,250 ships called at the harbour, 5% more than in the year before, and co-operation with the pilots was close.',
    '[p. 5] The a*b of the mole_light was put rihgt [sic] by hand. The keepers’ wages were raised to £3.50 a week. “[W]e have waited long enough,” said one of them.',
  ],
};
const LETTERS: TestSource = {
  path: 'sources/letters.txt',
  metadata: { title: 'Letters from the Mole' },
  paragraphs: [
    'Dear sister, the ferries are late and the keepers are tired of the wind that never stops.',
    'They say that every lamp on the western mole is lit before dusk, whatever the weather brings.',
  ],
};
const library = quoteLibrary([REPORT, LETTERS], {
  unknown1999: { title: 'A Book Nobody Has', files: [] },
  mole: { title: 'Letters from the Mole', files: [] },
});

function check(note: string, language?: string): QuoteCheck {
  const checks = checksOf(note, library, language);
  assert.equal(checks.length, 1, `${checks.length} quotations in ${note}`);
  return checks[0]!;
}

function verdict(note: string, language?: string): string {
  const { verdict: said, place, reason } = check(note, language);
  return [said, reason, said === 'not found' ? undefined : place?.locator]
    .filter(Boolean)
    .join(' | ');
}

/** What differs, as `quoted → source`. */
function differences(note: string): readonly string[] {
  return check(note).differences.map(({ quoted, source }) => `${quoted} → ${source}`);
}

describe('checking quotations', () => {
  describe('what does not count', () => {
    for (const quoted of [
      'is not put out until the last of the ferries has come in',
      'Is not put out until the last of the ferries has come in.',
      'is not put out\nuntil  the last of the ferries has come in',
      'is **not** put out until the _last of the ferries_ has come in',
      'is not put out until the last of the fer\u00ADries has come in',
      'is not put out until the last of the fer-\nries has come in',
      'has come in. The keepers write down each of them',
      'has come in.[^9] The keepers write down each of them',
      'The keepers’ wages were raised to £3.50 a week',
      "The keepers' wages were raised to £3.50 a week",
      'and co‑operation with the pilots was close',
      'and cooperation with the pilots was close',
      'We have waited long enough,” said one of them',
      'some 1,250 ships called at the harbour, 5 % more',
      'The a*b of the mole_light was put rihgt [sic] by hand',
      'The a\\*b of the mole\\_light was put rihgt by hand',
    ]) {
      it(JSON.stringify(quoted).slice(1, -1), () => {
        assert.match(verdict(`She wrote: «${quoted}».\n\n[^9]: A remark.\n`), /^verbatim/);
      });
    }
  });

  describe('what an editor may change', () => {
    for (const quoted of [
      'Every lamp on the western mole … is not put out until the last',
      'Every lamp on the western mole … has come in',
      'Every lamp […] is not put out until the last of the ferries',
      'Every lamp [...] is not put out until the last of the ferries',
      'Every lamp . . . is not put out until the last of the ferries',
      '... lamp on the western mole is lit before dusk and is',
      '[e]very lamp on the western mole is lit before dusk and',
      'Every lamp on the [old] western mole is lit before dusk and',
      'Every lamp on [the mole] is lit before dusk and is not',
      'Every lamp on the western mole [sic] is lit before dusk and',
      'Every lamp on the *western* mole is lit before dusk and [emphasis added]',
      'the keeper[s] of the northern light, who did not trust',
      'the crown … In the winter of 1902 some 1,250 ships',
    ]) {
      it(quoted, () => {
        assert.match(verdict(`She wrote: “${quoted}” [@varga2019lamps].`), /^verbatim/);
      });
    }
  });

  describe('Korean', () => {
    const korean = quoteLibrary([
      {
        path: 'sources/lamps.pdf',
        paragraphs: [
          '등대지기는 매일 밤 남은 기 름을 장부에 적고, 안개가 낀 날에는 종을 울린다. 종은 A호와 B 호의 2대가 있다.',
        ],
      },
    ]);
    const said = (quoted: string): string | undefined =>
      checksOf(`그는 “${quoted}”고 썼다.`, korean)[0]?.verdict;

    it('may have other blanks, as lines break within its words', () => {
      assert.equal(said('매일 밤 남은 기름을 장부에 적고, 안개가 낀'), 'verbatim');
      assert.equal(said('매일밤 남은 기 름을 장부에 적고, 안개가 낀 날 에는'), 'verbatim');
      assert.equal(said('종은 A호 와 B호의 2 대가 있다'), 'verbatim');
    });

    it('may have no other syllables', () => {
      assert.equal(said('매일 밤 남은 가름을 장부에 적고, 안개가 낀 날에는'), 'altered');
    });
  });

  describe('what is altered, and how', () => {
    for (const [quoted, expected] of [
      ['Every lamp on the eastern mole is lit before dusk and', ['eastern → western']],
      ['Every lamp on the mole is lit before dusk and is', [' → western']],
      ['Every bright lamp on the western mole is lit before dusk and', ['bright → ']],
      ['and is put out until the last of the ferries', [' → not']],
      ['some 1,350 ships called at the harbour, 5% more', ['1,350 → 1,250']],
      ['some 1,250 ships called at the harbour, 6% more', ['6 → 5']],
      ['some 1,250 ships called at the harbour, 5 more', [' → %']],
      ['wages were raised to €3.50 a week', ['€ → £']],
      ['In the Winter of 1902 some 1,250 ships called', ['Winter → winter']],
      ['Every lamp on the western mole is lit before dawn', ['dawn → dusk']],
      ['Some lamp on the western mole is lit before dusk and is', ['Some → Every']],
      ['the last of the ferries has gone out. The keepers write', ['gone out → come in']],
    ] as const) {
      it(quoted, () => {
        const note = `She wrote: “${quoted}” [@varga2019lamps].`;
        assert.equal(check(note).verdict, 'altered');
        assert.deepEqual(differences(note), expected);
      });
    }

    it('tells what differs by its capitals alone, however much of it', () => {
      for (const [quoted, expected] of [
        ['In the Winter of 1902 some 1,250 ships called', ['recased: Winter → winter']],
        [
          'EVERY LAMP ON THE WESTERN MOLE IS LIT BEFORE DUSK',
          [
            'recased: EVERY LAMP ON THE WESTERN MOLE IS LIT BEFORE DUSK → Every lamp on the western mole is lit before dusk',
          ],
        ],
        [
          'Every Lamp on the eastern Mole is lit before dusk',
          ['recased: Lamp → lamp', 'changed: eastern → western', 'recased: Mole → mole'],
        ],
      ] as const) {
        const { verdict: said, differences: found } = check(`“${quoted}” [@varga2019lamps]`);
        assert.equal(said, 'altered');
        assert.deepEqual(
          found.map(({ kind, quoted, source }) => `${kind}: ${quoted} → ${source}`),
          expected,
        );
      }
    });

    it('tells a long omission as one, and not as other words', () => {
      for (const [quoted, source] of [
        [
          'was founded in 1874 by the keepers of the northern light. Every lamp on the western mole is lit before dusk',
          'who did not trust the crown',
        ],
        [
          'The keepers write down each of them. In the winter of 1902 some 1,250 ships called. The a*b of the mole_light was put rihgt by hand',
          'at the harbour, 5% more than in the year before, and co-operation with the pilots was close',
        ],
      ] as const) {
        assert.deepEqual(differences(`“${quoted}”`), [` → ${source}`]);
      }
    });

    it('says where in the note the words differ', () => {
      const note = 'She wrote: “Every lamp on the *eastern* mole is lit before dusk and”.';
      const [difference] = check(note).differences;
      assert.equal(note.slice(difference?.start, difference?.end), 'eastern');
    });

    it('gives the place and the wording of the source', () => {
      const { place } = check(
        '“some 1,250 boats called at the harbour, 5% more” [@varga2019lamps]',
      );
      assert.equal(place?.locator, 'p. 2');
      assert.equal(place?.text, 'some 1,250 ships called at the harbour, 5% more');
    });
  });

  describe('by citation', () => {
    const words = 'is not put out until the last of the ferries has come in';
    for (const [note, expected] of [
      [`“${words}” [@varga2019lamps, p. 1].`, 'verbatim | p. 1'],
      [`“${words}” [@varga2019lamps, p. 2].`, 'wrong place | p. 1'],
      [`“${words}” [@varga2019lamps, pp. 1-2].`, 'verbatim | p. 1'],
      [`“${words}” [@varga2019lamps, p. 99].`, 'wrong place | p. 1'],
      [`“${words}” [@mole].`, 'wrong place | p. 1'],
      [`“${words}” [@unknown1999, p. 1].`, 'cannot check | not in library | p. 1'],
      ['“the keepers sang of the sea all day” [@unknown1999].', 'cannot check | not in library'],
      ['“the keepers sang of the sea all day” [@nobody].', 'cannot check | not in library'],
      [
        '“the keepers sang of the sea all day” (Brown 1987, p. 3).',
        'cannot check | not in library',
      ],
      [`“${words}” (p. 2).`, 'wrong place | p. 1'],
      [`“${words}” (Varga 2019, p. 1).`, 'verbatim | p. 1'],
      [`“${words}” (Varga 2019, 2).`, 'wrong place | p. 1'],
      [
        `“${words}.”[^1]\n\n[^1]: Ilse Varga, *The Lamps of Skerryholm* (Port Press, 2019), 2.\n`,
        'wrong place | p. 1',
      ],
      [`“${words}.”[^1]\n\n[^1]: Varga, *Lamps of Skerryholm*, 1.\n`, 'verbatim | p. 1'],
      [`“${words}” [there](sources/harbour-report.pdf#page=3).`, 'verbatim | p. 1'],
      [`As @varga2019lamps [p. 2] says, “${words}”.`, 'wrong place | p. 1'],
      [`As Varga says, “${words}”.`, 'verbatim | p. 1'],
      [
        `> Is not put out until the last of the ferries has come in. [@varga2019lamps, p. 2]`,
        'wrong place | p. 1',
      ],
    ] as const) {
      it(note, () => assert.equal(verdict(note), expected));
    }

    for (const [note, expected] of [
      [`As @varga2019lamps puts it, “${words}” [p. 2].`, 'wrong place | p. 1'],
      [`“${words}” ([Varga](sources/harbour-report.pdf), p. 2).`, 'wrong place | p. 1'],
      [`“${words}” ([Varga](sources/harbour-report.pdf), p. 1).`, 'verbatim | p. 1'],
      [`“${words}” (Varga 2019, S. 2).`, 'wrong place | p. 1'],
      [`“${words}” [@varga2019lamps, S. 2].`, 'wrong place | p. 1'],
      [`“${words}” [@varga2019lamps, 2頁].`, 'wrong place | p. 1'],
      [`“${words}” [@varga2019lamps, 1頁].`, 'verbatim | p. 1'],
      [`“${words}” [@varga2019lamps, pp. ii ff.].`, 'verbatim | p. 1'],
      [`“${words}” [@varga2019lamps, pp. ii and 1].`, 'verbatim | p. 1'],
      [`“${words}” [@varga2019lamps, pp. ii and 2].`, 'wrong place | p. 1'],
      [`“${words}” [@varga2019lamps, vol. 2, 7].`, 'verbatim | p. 1'],
    ] as const) {
      it(`reads ${note}`, () => assert.equal(verdict(note), expected));
    }

    for (const [note, expected] of [
      [`“${words}” [@varga2019lamps, p. 3].`, 'verbatim | p. 1 | counted'],
      [`“${words}” (Varga 2019, 3).`, 'verbatim | p. 1 | counted'],
      [`“${words}” [@varga2019lamps, pp. 3-4].`, 'verbatim | p. 1 | counted'],
      [`“${words}” [@varga2019lamps, pp. 1-3].`, 'verbatim | p. 1'],
      [`“${words}” [@varga2019lamps, p. 4].`, 'wrong place | p. 1'],
      // A link opens the file by its count, whatever is printed.
      [`“${words}” [p. 1](sources/harbour-report.pdf#page=3).`, 'verbatim | p. 1'],
      [`“${words}” [p. 1](sources/harbour-report.pdf#page=1).`, 'verbatim | p. 1'],
      [`“${words}” [there](sources/harbour-report.pdf#page=1).`, 'wrong place | p. 1'],
    ] as const) {
      it(`takes the count of the file for a page: ${note}`, () => {
        const counted = hasRemark(check(note), 'page of the file') ? ' | counted' : '';
        assert.equal(`${verdict(note)}${counted}`, expected);
      });
    }

    it('reads the footnotes of other languages', () => {
      assert.equal(
        verdict(`“${words}”\\footnote{Varga, \\emph{Lamps of Skerryholm}, 2.}`, 'latex'),
        'wrong place | p. 1',
      );
      assert.equal(
        verdict(`\\enquote{${words}} \\autocite[2]{varga2019lamps}`, 'latex'),
        'wrong place | p. 1',
      );
      assert.equal(
        verdict(`“${words}”footnote:[Varga 2019, p. 2.]`, 'asciidoc'),
        'wrong place | p. 1',
      );
      assert.equal(
        verdict(`“${words}” [1]_\n\n.. [1] Varga 2019, p. 2.\n`, 'restructuredtext'),
        'wrong place | p. 1',
      );
    });

    describe('that the command, environment or style of a quotation has', () => {
      for (const [note, language] of [
        [`He says \\textcquote[2]{varga2019lamps}{${words}}.`, 'latex'],
        [`\\textcquote[see][2]{varga2019lamps}[.]{${words}}`, 'latex'],
        [`\\foreigntextcquote{english}[2]{varga2019lamps}{${words}}`, 'latex'],
        [`\\textquote[{\\cite[2]{varga2019lamps}}]{${words}}`, 'latex'],
        [`\\blockcquote[2]{varga2019lamps}{${words}}`, 'latex'],
        [`\\blockquote[{\\cite[2]{varga2019lamps}}]{${words}}`, 'latex'],
        [`\\hyphenblockcquote{english}[2]{varga2019lamps}{${words}}`, 'latex'],
        [
          `\\begin{displayquote}[{\\cite[2]{varga2019lamps}}]\n${words}\n\\end{displayquote}`,
          'latex',
        ],
        [`\\begin{displaycquote}[2]{varga2019lamps}\n${words}\n\\end{displaycquote}`, 'latex'],
        [
          `\\begin{foreigndisplaycquote}{english}[2]{varga2019lamps} ${words} \\end{foreigndisplaycquote}`,
          'latex',
        ],
        [
          `[quote, Ilse Varga, "The Lamps of Skerryholm", p. 2]\n____\n${words}\n____\n`,
          'asciidoc',
        ],
        [`[quote, Ilse Varga, The Lamps of Skerryholm p. 2]\n${words}\n`, 'asciidoc'],
        [`"${words}" cite:[varga2019lamps(2)].`, 'asciidoc'],
        [`"\`${words}\`" cite:[varga2019lamps(2)].`, 'asciidoc'],
      ] as const) {
        it(note.replace(words, '…'), () => {
          assert.equal(verdict(note, language), 'wrong place | p. 1');
          assert.equal(verdict(note.replace(/2(?=[\])])/, '1'), language), 'verbatim | p. 1');
        });
      }
    });

    it('reads what csquotes prints for an editor', () => {
      for (const edited of [
        'is not put out until the last \\textins{one} of the ferries has come in',
        'is not put out \\textelp{} the last of the ferries has come in',
        'is not put out \\textelp{before} the last of the ferries has come in',
        'is not put out \\textelp*{before} the last of the ferries has come in',
        '\\textins*{I}s not put out until the last of the ferries has come in',
      ]) {
        assert.equal(
          verdict(`\\textcquote[1]{varga2019lamps}{${edited}}`, 'latex'),
          'verbatim | p. 1',
          edited,
        );
      }
    });

    it('takes "ibid." for the citation before', () => {
      const note = `“${words}”.[^1] And “some 1,250 ships called at the harbour”.[^2]\n\n[^1]: Varga 2019, p. 1.\n[^2]: Ibid., p. 3.\n`;
      const verdicts = checksOf(note, library).map((one) => one.verdict);
      assert.deepEqual(verdicts, ['verbatim', 'wrong place']);
    });

    it('reads the pages of annexes and chapters, and long numbers', () => {
      const annex = quoteLibrary([
        { ...REPORT, pageLabels: ['A-1', 'A-2', 'A-3', '3-12', '3-13'] },
      ]);
      const register = quoteLibrary([{ ...REPORT, pageLabels: ['1', '2', '47698', '4', '5'] }]);
      for (const [cited, verdicts] of [
        ['[@varga2019lamps, p. A-3]', ['verbatim', 'wrong place']],
        ['[@varga2019lamps, pp. A-2–A-3]', ['verbatim', 'wrong place']],
        ['[@varga2019lamps, p. A-2]', ['wrong place', 'wrong place']],
        ['(Varga 2019, p. A-3)', ['verbatim', 'wrong place']],
        ['(Varga 2019, p. 3-12)', ['wrong place', 'verbatim']],
        ['(Varga 2019, 47698)', ['verbatim', 'wrong place']],
        ['(Varga 2019, p. 47,698)', ['verbatim', 'wrong place']],
      ] as const) {
        const note = [words, 'some 1,250 ships called at the harbour']
          .map((quoted) => `“${quoted}” ${cited}.`)
          .join('\n\n');
        const found = checksOf(note, cited.includes('47') ? register : annex);
        assert.deepEqual(
          found.map((one) => one.verdict),
          verdicts,
          cited,
        );
      }
    });

    it('takes a place behind the words for one of the source before them', () => {
      for (const place of ['[p. 2]', '(p. 2)']) {
        const { verdict: said, citation } = check(
          `As @varga2019lamps puts it, “${words}” ${place}.`,
        );
        assert.equal(said, 'wrong place');
        assert.deepEqual(citation?.sources, [REPORT.path]);
        assert.equal(citation?.locator, 'p. 2');
      }
      assert.equal(
        verdict(
          'As @varga2019lamps puts it, “the ferries are late and the keepers are tired” (0.1).',
        ),
        'verbatim | 0.1',
      );
    });

    it('takes "(ibid., 2)" for a page of the citation before', () => {
      const note = `“${words}” (Varga 2019, 1). And “some 1,250 ships called at the harbour” (ibid., 1).`;
      const verdicts = checksOf(note, library).map((one) => one.verdict);
      assert.deepEqual(verdicts, ['verbatim', 'wrong place']);
    });

    it('gives each of two quotations in one sentence its own citation', () => {
      const note = `“${words}” [@varga2019lamps, p. 1], but “some 1,250 ships called at the harbour” [@varga2019lamps, p. 1].`;
      const verdicts = checksOf(note, library).map((one) => one.verdict);
      assert.deepEqual(verdicts, ['verbatim', 'wrong place']);
    });

    it('takes no citation of the next sentence', () => {
      const note = `They wrote “${words}.” In the office (Brown 1987, p. 3) nobody knew.`;
      assert.equal(check(note).citation, undefined);
    });
  });

  describe('over ellipses', () => {
    const filler = Array.from({ length: 12 }, (_, at) =>
      Array.from({ length: 90 }, (__, word) => `filler${at}x${word}`).join(' '),
    );
    const long = quoteLibrary([
      {
        path: 'long.txt',
        paragraphs: [
          'The council will keep the western mole in repair for as long as it stands.',
          ...filler,
          'No ship may ever defend itself in the harbour against the keepers of the light.',
        ],
      },
    ]);
    const verdictOf = (quoted: string) => checksOf(`“${quoted}”`, long)[0]?.verdict;

    it('does not take words for a quotation that are gathered from all over a source', () => {
      assert.equal(verdictOf('The council will … ever … defend … the keepers'), 'not found');
      assert.equal(verdictOf('[We] [shall] the [old] [new] [great] [small] keepers'), 'not found');
    });

    it('takes long stretches, however much is left out between them', () => {
      assert.equal(
        verdictOf('The council will keep the western mole … No ship may ever defend itself'),
        'verbatim',
      );
    });
  });

  it('is ambiguous when it stands in several sources and none is cited', () => {
    const { verdict: said, place, others } = check('“lamp on the western mole is lit before dusk”');
    assert.equal(said, 'ambiguous');
    assert.deepEqual(
      [place, ...others].map((one) => one?.source),
      ['sources/harbour-report.pdf', 'sources/letters.txt'],
    );
  });

  it('is not found when nobody says it, and then says what is near', () => {
    assert.equal(verdict('“an owl flew over the frozen fields in silence”'), 'not found');
    const near = check('“the ferries are late and no captain would ever speak of rain at sea”');
    assert.equal(near.verdict, 'not found');
    assert.match(near.place?.text ?? '', /the ferries are late/);
  });

  it('cannot check what is cited from a source that is not read', () => {
    const some = quoteLibrary([
      REPORT,
      { ...LETTERS, path: 'scan.pdf', state: 'unreadable', metadata: { citekey: 'scan' } },
    ]);
    const [said] = checksOf('“the keepers sang of the sea all day” [@scan]', some);
    assert.deepEqual([said?.verdict, said?.reason], ['cannot check', 'unreadable']);
  });

  it('cannot check anything without sources', () => {
    const [said] = checksOf('“the keepers sang of the sea all day”', quoteLibrary([]));
    assert.deepEqual([said?.verdict, said?.reason], ['cannot check', 'no sources']);
  });

  it('does not take the title of a source for a quotation', () => {
    const note = 'In “The Lamps of Skerryholm: A Harbour and Its Keepers” she tells of it.';
    assert.deepEqual(checksOf(note, library), []);
  });

  it('finds what reaches from one passage into the next', () => {
    const quoted = 'who did not trust the crown. Every lamp on the western mole is lit';
    const { verdict: said, place } = check(`“${quoted}” [@varga2019lamps]`);
    assert.equal(said, 'verbatim');
    assert.equal(place?.locator, 'pp. i–1');
  });
});
