import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checksOf, quoteLibrary } from '../../../support/quoteLibrary';

const library = quoteLibrary([
  {
    path: 'a.txt',
    paragraphs: [
      'The lamps burn all night long, and the keepers write down every ship that comes in.',
      'המנורות דולקות כל הלילה ושומרי הנמל רושמים כל אונייה שנכנסת לנמל',
      '灯台の灯りは一晩中ともり、番人は入港するすべての船を書き留める。',
    ],
  },
]);

describe('checking quotations in hostile notes', () => {
  it('takes a note of 5 MB', () => {
    const line = 'He said “the lamps burn all night long” and went away to the sea again. ';
    const note = 'Plain words without any quotation at all. '.repeat(125_000) + line;
    assert.deepEqual(
      checksOf(note, library).map(({ verdict }) => verdict),
      ['verbatim'],
    );
  });

  for (const mark of [
    '"',
    '“',
    '”',
    "'",
    '‘',
    '«',
    '„',
    '[',
    '[^',
    '> ',
    '(',
    '\\enquote{',
    '[@',
  ]) {
    it(`takes 10,000 unpaired ${mark}`, () => {
      const note = `${mark}word `.repeat(10_000);
      for (const { quotation } of checksOf(note, library)) {
        assert.ok(quotation.end <= note.length);
      }
    });
  }

  it('takes 5,000 quotations, each with a footnote that cites by key', () => {
    const numbers = Array.from({ length: 5_000 }, (_, at) => at);
    const note = [
      ...numbers.map((at) => `He said “the lamps burn all night long”.[^${at}]`),
      ...numbers.map((at) => `[^${at}]: See [@nobody${at}, p. 3].`),
    ].join('\n\n');
    const checks = checksOf(note, library);
    assert.equal(checks.length, 5_000);
    assert.ok(checks.every(({ citation }) => citation?.locator === 'p. 3'));
  });

  it('takes 10,000 marks in one quotation', () => {
    const note = `“the lamps ${'[x] … '.repeat(10_000)} burn all night long”`;
    const [check] = checksOf(note, library);
    assert.equal(check?.verdict, 'cannot check');
    assert.equal(check?.reason, 'too long');
  });

  it('reads text from right to left, and without blanks', () => {
    const verdicts = checksOf(
      'כתוב „המנורות דולקות כל הלילה ושומרי הנמל” שם.\n\n「灯台の灯りは一晩中ともり、番人は入港する」と書いてある。',
      library,
    ).map(({ verdict }) => verdict);
    assert.deepEqual(verdicts, ['verbatim', 'verbatim']);
  });

  it('takes any note', () => {
    const pieces = fc.constantFrom(
      ...[
        '“',
        '”',
        '"',
        '[',
        ']',
        '…',
        '[…]',
        '[sic]',
        '[^1]',
        '[^1]: ',
        '\n',
        '\n\n',
        '> ',
        '(p. 3)',
      ],
      ...[
        'the lamps burn all night long',
        ' ',
        'ship ',
        '[@a, p. 1]',
        '\\cite{a}',
        '&amp;',
        '\u00AD',
        '*',
      ],
    );
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 40 }),
        fc.constantFrom('markdown', 'latex', 'asciidoc', 'restructuredtext', 'org', 'plaintext'),
        (parts, language) => {
          const note = parts.join('');
          for (const { quotation, differences } of checksOf(note, library, language)) {
            for (const { start, end } of differences) {
              assert.ok(quotation.start <= start && start <= end && end <= quotation.end);
            }
          }
        },
      ),
    );
  });
});
