import assert from 'node:assert/strict';
import { checksOf, quoteLibrary } from '../../../support/quoteLibrary';

const WORDS = 'is not put out until the last of the ferries has come in';
const OTHER = 'The harbour office was founded in 1874 by the keepers';
const library = quoteLibrary([
  {
    path: 'sources/harbour-report.pdf',
    metadata: {
      title: 'The Lamps of Skerryholm: A Harbour and Its Keepers',
      author: [{ family: 'Varga', given: 'Ilse' }],
      issued: { 'date-parts': [[2019]] },
      citekey: 'varga2019',
      URL: 'https://example.org/lamps',
    },
    pageLabels: ['60', '61', '62', '63'],
    paragraphs: [
      `[p. 1] ${OTHER}.`,
      `[p. 2] Every lamp on the western mole ${WORDS}.`,
      '[p. 3] In the winter some ships called at the harbour.',
      '[p. 4] The keepers have waited long enough for the wages of the spring.',
    ],
  },
]);

function verdict(note: string, language: string): string {
  const check = checksOf(note, library, language).at(-1);
  return `${check?.verdict} ${check?.place?.locator}`;
}

/** A test each: with the right page in place of NN it is verbatim, and with another one it is not. */
function places(language: string, notes: readonly string[]): void {
  for (const note of notes) {
    it(`${language}: ${note}`, () => {
      const written = note.replace('…', WORDS);
      assert.equal(verdict(written.replaceAll('NN', '61'), language), 'verbatim p. 61');
      assert.equal(verdict(written.replaceAll('NN', '63'), language), 'wrong place p. 61');
    });
  }
}

describe('the places of citations, as people write them', () => {
  places('markdown', [
    '“…” (Varga 2019, p. NN).',
    '“…” (Varga 2019, p.NN).',
    '“…” (Varga 2019, pNN).',
    '“…” (Varga 2019: NN).',
    '“…” (Varga 2019:NN).',
    '“…” (Varga, 2019, NN).',
    '“…” (Varga 2019, at NN).',
    '“…” (Varga 2019, at p. NN).',
    '“…” (Varga 2019, pg. NN).',
    '“…” (Varga 2019, page NN).',
    '“…” (Varga 2019, S. NN).',
    '“…” (Varga 2019, Seite NN).',
    '“…” (Varga 2019, pág. NN).',
    '“…” (Varga 2019, s. NN).',
    '“…” (Varga 2019, blz. NN).',
    '“…” (Varga 2019, σελ. NN).',
    '“…” (Varga 2019, стр. NN).',
    '“…” (Varga 2019, с. NN).',
    '“…” (Varga 2019, NN頁).',
    '“…” (Varga 2019, 第NN頁).',
    '“…” (Varga 2019, NN 쪽).',
    '“…” (Varga 2019, 제NN쪽).',
    '“…” (Varga 2019, NN n. 3).',
    '“…” (Varga 2019, p. NN n. 3).',
    '“…” (Varga, *Lamps of Skerryholm*, NN).',
    '“…” (Varga, The Lamps of Skerryholm, NN).',
    '“…” (*The Lamps of Skerryholm*, p. NN).',
    'Varga (2019, NN) writes “…”.',
    'Varga (2019: NN) writes “…”.',
    'Varga (2019, p. NN) writes “…”.',
    'Ilse Varga (2019) writes “…” (p. NN).',
    '“…” [Varga](https://example.org/lamps), p. NN.',
    '“…” [Varga](https://example.org/lamps) (p. NN).',
    '“…” ([Varga](https://example.org/lamps) 2019, p. NN).',
    '“…” [Varga 2019, p. NN](https://example.org/lamps).',
    '“…” [Varga 2019, p. NN][lamps].\n\n[lamps]: https://example.org/lamps',
    '“…” [Varga][Lamps], p. NN.\n\n[lamps]: <https://example.org/lamps> "The Lamps"',
    '“…” ([lamps][], p. NN).\n\n[lamps]: sources/harbour-report.pdf',
    '“…” [@varga2019, NN].',
    '“…” [@varga2019, p. NN].',
    '“…” [@varga2019, S. NN].',
    '“…” [@varga2019, 第NN頁].',
    '“…” [@varga2019, at NN].',
    '“…” @varga2019 [p. NN].',
    '“…” @varga2019 (p. NN).',
    '“…” [@varga2019] (p. NN).',
    '“…” [@varga2019], p. NN.',
    '@varga2019 (p. NN) writes “…”.',
    '“…”[^1]\n\n[^1]: Varga 2019, at NN.',
    '“…”[^1]\n\n[^1]: Varga 2019: NN.',
    '“…”[^1]\n\n[^1]: Varga, The Lamps of Skerryholm, 第NN頁.',
    '“…”[^1]\n\n[^1]: Ilse Varga, *The Lamps of Skerryholm* (Port Press 2019) NN.',
    '“…”[^1]\n\n[^1]: Ilse Varga, *The Lamps of Skerryholm* (Port Press, 2019), NN n. 4.',
    '“…”[^1]\n\n[^1]: [The Lamps](https://example.org/lamps), p. NN.',
    '“…”^[Varga, *Lamps of Skerryholm*, NN.]',
    `“${OTHER}” (Varga 2019, 60). “…” (ibid., NN).`,
    `“${OTHER}” (Varga 2019, 60). “…” (ibid. at NN).`,
    `“${OTHER}” (Varga 2019, 60). “…” (ebd., S. NN).`,
    `“${OTHER}” (Varga 2019, 60). “…” (ebenda, NN).`,
    `“${OTHER}” (Varga 2019, 60). “…” (id., p. NN).`,
    `“${OTHER}”[^1] “…”[^2]\n\n[^1]: Varga 2019, 60.\n[^2]: Ibid., at NN.`,
    `“${OTHER}”[^1] “…”[^2]\n\n[^1]: Varga 2019, 60.\n[^2]: Ebd., NN.`,
    `“${OTHER}”[^1] “…”[^2]\n\n[^1]: Varga 2019, 60.\n[^2]: Id. at NN.`,
  ]);
  places('plaintext', [
    '"…" (Varga 2019, p. NN)',
    '"…" (Varga 2019: NN)',
    '“…” (Varga 2019, S. NN)',
  ]);
  places('latex', [
    '\\enquote{…} \\autocite[NN]{varga2019}',
    '\\enquote{…} \\autocite[S.~NN]{varga2019}',
    '\\enquote{…} \\parencite[see][p.~NN]{varga2019}',
    '\\enquote{…} \\footcite[NN]{varga2019}',
    '\\enquote{…}\\footnote{Varga 2019, at~NN.}',
    '\\textcite[NN]{varga2019} writes \\enquote{…}',
  ]);
  places('asciidoc', [
    '“…” cite:[varga2019(NN)].',
    '“…”footnote:[Varga 2019, S. NN.]',
    '“…” (Varga 2019, NN).',
  ]);
  places('restructuredtext', [
    '“…” [#f]_\n\n.. [#f] Varga 2019, p. NN.',
    '“…” :cite:p:`varga2019` (p. NN).',
    '“…” (Varga 2019, NN).',
  ]);
  places('org', ['“…” [cite:@varga2019 p. NN]', '“…”[fn:1]\n\n[fn:1] Varga 2019, NN.']);
  places('typst', [
    '“…” @varga2019[p. NN]',
    '“…” #cite(<varga2019>, supplement: [S. NN])',
    '“…”#footnote[Varga 2019, S. NN.]',
  ]);

  describe('that name several pages', () => {
    for (const [place, expected] of [
      ['pp. 60–62', 'verbatim'],
      ['pp. 60-1', 'verbatim'],
      ['pp. 62–63', 'wrong place'],
      ['60f.', 'verbatim'],
      ['60 f.', 'verbatim'],
      ['60ff', 'verbatim'],
      ['62f.', 'wrong place'],
      ['p. 60f.', 'verbatim'],
      ['S. 60 f.', 'verbatim'],
      ['S. 62f.', 'wrong place'],
      ['pp. 60 and 61', 'verbatim'],
      ['pp. 61 and 63', 'verbatim'],
      ['pp. 61, 63', 'verbatim'],
      ['pp. 62, 63', 'wrong place'],
      ['61, 63', 'verbatim'],
      ['62, 63', 'wrong place'],
      ['61 and 63', 'verbatim'],
      ['p. 61 and p. 63', 'verbatim'],
      ['p. 63 and p. 61', 'verbatim'],
      ['p. 60, p. 61 and p. 63', 'verbatim'],
      ['p. 62 and p. 63', 'wrong place'],
      ['S. 60 und S. 61', 'verbatim'],
      ['S. 60 und S. 62', 'wrong place'],
    ] as const) {
      for (const note of [
        `“${WORDS}” (Varga 2019, ${place}).`,
        `“${WORDS}” [@varga2019, ${place}].`,
        `“${WORDS}”[^1]\n\n[^1]: Varga 2019, ${place}.`,
      ]) {
        it(note.slice(WORDS.length + 3), () =>
          assert.equal(verdict(note, 'markdown'), `${expected} p. 61`),
        );
      }
    }
  });

  describe('that name sections as well', () => {
    const sections = quoteLibrary([
      {
        path: 'sources/harbour-report.pdf',
        metadata: {
          title: 'The Lamps of Skerryholm',
          author: [{ family: 'Varga' }],
          issued: { 'date-parts': [[2019]] },
          citekey: 'varga2019',
        },
        pageLabels: ['60', '61', '62', '63'],
        paragraphs: [
          `[p. 1] # 2 Beginnings`,
          `[p. 1] ${OTHER}.`,
          '[p. 2] # 3 Lamps at night',
          `[p. 2] Every lamp on the western mole ${WORDS}.`,
          '[p. 3] # 61 Wages',
          '[p. 3] 2. The keepers have waited long enough.',
          '[p. 4] The wages are paid in the spring.',
        ],
      },
    ]);
    for (const [place, expected] of [
      // A number alone is a page, though a section or a paragraph is numbered so.
      ['61', 'verbatim'],
      ['3', 'wrong place'],
      ['sec. 3', 'verbatim'],
      ['sec. 2', 'wrong place'],
      // The page is what counts.
      ['sec. 3, p. 61', 'verbatim'],
      ['sec. 3, p. 63', 'wrong place'],
      ['sec. 3, p. 99', 'wrong place'],
      ['sec. 2, p. 61', 'verbatim'],
      ['p. 61, § 2', 'verbatim'],
      ['p. 63, § 3', 'wrong place'],
      ['pp. 60–61, sec. 2', 'verbatim'],
      ['para. 2, p. 61', 'verbatim'],
      ['p. 61, para. 2', 'verbatim'],
      ['ch. 3, p. 61', 'verbatim'],
      ['ch. 3, p. 63', 'wrong place'],
      ['Vol. 2, p. 63', 'wrong place'],
      ['secs. 2 and 3', 'verbatim'],
      ['§§ 2, 61', 'wrong place'],
    ] as const) {
      it(place, () => {
        for (const note of [
          `“${WORDS}” (Varga 2019, ${place}).`,
          `“${WORDS}” [@varga2019, ${place}].`,
          `“${WORDS}”[^1]\n\n[^1]: Varga 2019, ${place}.`,
        ]) {
          const [check] = checksOf(note, sections);
          assert.equal(`${check?.verdict} ${check?.place?.locator}`, `${expected} p. 61`, note);
        }
      });
    }
  });

  describe('that are headings', () => {
    const headed = quoteLibrary([
      {
        path: 'sources/lamps.html',
        metadata: { title: 'The Lamps of Skerryholm', citekey: 'varga2019' },
        paragraphs: ['# The keeper’s lamp', `Each ${WORDS}.`, '# On ‘old’ oil', 'It is dear.'],
      },
    ]);
    for (const [place, expected] of [
      ['under “The keeper’s lamp”', 'verbatim'],
      ['under ‘The keeper’s lamp’', 'verbatim'],
      ["under 'The keeper's lamp'", 'verbatim'],
      ['under “On ‘old’ oil”', 'wrong place'],
      ['under ‘On “old” oil’', 'wrong place'],
    ] as const) {
      it(place, () => {
        for (const citation of [
          `[@varga2019, ${place}]`,
          `(*The Lamps of Skerryholm*, ${place})`,
        ]) {
          const [check, ...others] = checksOf(`“${WORDS}” ${citation}.`, headed);
          assert.deepEqual([check?.verdict, check?.citation?.locator], [expected, place], citation);
          assert.equal(others.length, 0);
        }
      });
    }
  });

  describe('are no years, notes or volumes', () => {
    for (const note of [
      `“${WORDS}” (Varga 2019).`,
      `“${WORDS}” (Varga, 2019, 2020).`,
      `“${WORDS}” (Varga 2019, n. 63).`,
      `“${WORDS}” (Varga 2019, vol. 63).`,
      `“${WORDS}” (Varga 2019, p. 61, 2021).`,
      `“${WORDS}” (Varga 2019, at 63 degrees north).`,
      `“${WORDS}” (Varga, SF 2019).`,
      `“${WORDS}”[^1]\n\n[^1]: Varga 2019, in all copies (but one) 63.`,
      `Varga (2019) writes “${WORDS}”.`,
      `“${WORDS}” [Varga](https://example.org/lamps) (in 63 copies).`,
    ]) {
      it(note.slice(WORDS.length + 3), () =>
        assert.equal(verdict(note, 'markdown'), 'verbatim p. 61'),
      );
    }
  });
});
