import assert from 'node:assert/strict';
import { checksOf, quoteLibrary } from '../../../support/quoteLibrary';

const INTERVIEW = {
  path: 'sources/interview.txt',
  metadata: { title: 'An Evening Among the Lamps at Skerryholm', citekey: 'evening' },
  paragraphs: [
    '# An Evening Among the Lamps at Skerryholm',
    'The keeper received us in the old hall, where the lamps of four harbours are kept.',
    '## What do the pilots expect of the new harbour?',
    'They expect deep water. They also expect that somebody will sweep the quay at last.',
    'The council knows as much, and has bought two brooms for that purpose alone.',
    '## Who is to pay for the lamps in the winter?',
    'Nobody is. The lamps have been dark for eleven years and the ships have grown used to it.',
  ],
};
const REPORT = {
  path: 'sources/report.pdf',
  metadata: { title: 'Report', citekey: 'report' },
  pageLabels: ['vi', 'vii'],
  paragraphs: [
    '[p. 1] # The cheapest alliance that any harbour can join',
    '[p. 1] The board has counted its lamps twice this year and found fewer each time',
    '[p. 2] ## Lamps and what they cost the town',
    '[p. 2] than it had the year before that, whatever the ferries may say about it.',
  ],
};
const library = quoteLibrary([INTERVIEW, REPORT]);

/** The verdicts of a note, each with the place where the words stand. */
function verdicts(note: string): readonly string[] {
  return checksOf(note, library).map(({ verdict, place }) =>
    [verdict, place?.locator].filter(Boolean).join(' '),
  );
}

describe('a quoted heading', () => {
  it('is verbatim, at its section', () => {
    assert.deepEqual(verdicts('“What do the pilots expect of the new harbour?”'), [
      'verbatim sec. 1',
    ]);
  });

  it('is verbatim, on its page', () => {
    assert.deepEqual(verdicts('“the cheapest alliance that any harbour can join”'), [
      'verbatim p. vi',
    ]);
  });

  it('is altered where words of it are', () => {
    assert.deepEqual(verdicts('“What did the pilots expect of the old harbour?” [@evening]'), [
      'altered sec. 1',
    ]);
  });

  for (const [place, verdict] of [
    ['sec. 1', 'verbatim sec. 1'],
    ['para. 1.1', 'verbatim sec. 1'],
    ['1.2', 'verbatim sec. 1'],
    ['What do the pilots expect of the new harbour?', 'verbatim sec. 1'],
    ['sec. 2', 'wrong place sec. 1'],
    ['2.1', 'wrong place sec. 1'],
  ] as const) {
    it(`cited at ${place} is ${verdict}`, () => {
      const note = `“What do the pilots expect of the new harbour?” [@evening, ${place}]`;
      assert.deepEqual(verdicts(note), [verdict]);
    });
  }

  it('cited by its page stands there, and on no other', () => {
    const quoted = '“Lamps and what they cost the town”';
    assert.deepEqual(verdicts(`${quoted} [@report, p. vii]`), ['verbatim p. vii']);
    assert.deepEqual(verdicts(`${quoted} [@report, p. vi]`), ['wrong place p. vii']);
  });

  it('is found among all that stands under it', () => {
    const heading = 'The lamps of the western mole and their keepers';
    const paragraphs = Array.from({ length: 60 }, (_, at) => `Paragraph ${at} is about ships.`);
    const long = quoteLibrary([
      {
        path: 'sources/long.txt',
        paragraphs: [...paragraphs.slice(0, 9), `# ${heading}`, '## Ships', ...paragraphs],
      },
    ]);
    const [check] = checksOf(`“${heading}”`, long);
    assert.deepEqual([check?.verdict, check?.place?.locator], ['verbatim', 'sec. 1']);
  });

  it('may be the title, which is cited without a place', () => {
    assert.deepEqual(verdicts('“An Evening Among the Lamps at Skerryholm” [@evening]'), [
      'verbatim',
    ]);
  });
});

describe('a quotation beside a heading', () => {
  it('may run from it into the paragraph below, whose place it has', () => {
    const quoted = 'Who is to pay for the lamps in the winter? Nobody is. The lamps have been dark';
    assert.deepEqual(verdicts(`“${quoted}” [@evening, 2.1]`), ['verbatim 2.1']);
    assert.deepEqual(verdicts(`“${quoted}”`), ['verbatim 2.1']);
  });

  it('may run from a paragraph over it into the next', () => {
    const quoted = 'found fewer each time than it had the year before that';
    assert.deepEqual(verdicts(`“${quoted}” [@report]`), ['verbatim pp. vi–vii']);
  });

  it('has as much context as without headings', () => {
    const many = quoteLibrary([
      {
        path: 'sources/many.txt',
        paragraphs: Array.from({ length: 8 }, (_, at) => [
          `# Heading ${at}`,
          `## Section ${at}`,
          `Paragraph ${at} is about lamp number ${at} of the mole.`,
        ]).flat(),
      },
    ]);
    const quoted = [2, 3].map((at) => `Paragraph ${at} is about lamp number ${at} of the mole.`);
    const [check] = checksOf(`“${quoted.join(' ')}”`, many);
    assert.equal(check?.verdict, 'verbatim');
  });
});
