import assert from 'node:assert/strict';
import type { QuoteCheck } from '../../../../src/core/quotes/quoteCheck';
import { isReport, reportOf, type ReportedNote } from '../../../../src/features/quotes/report';
import { english } from '../../../support/localizer';
import { markedNote, place } from './markedNote';

function reported(
  marked: string,
  check: Partial<QuoteCheck>,
  more: Partial<ReportedNote> = {},
): ReportedNote {
  const note = markedNote(marked, check);
  return {
    label: 'notes/brief.md',
    link: '/notes/brief.md',
    total: 1,
    checks: [note.check],
    isStale: false,
    names: {
      titleOf: () => 'Harbour [lights]',
      problemOf: () => undefined,
      wordsAt: ({ start, end }) => note.text.slice(start, end),
    },
    lineAt: (offset) => note.text.slice(0, offset).split('\n').length,
    linkTo: ({ locator }) => `ip4desk:/source/lamps/a (b).txt#${locator.slice(3)}`,
    ...more,
  };
}

function linesOf(...notes: readonly ReportedNote[]): readonly string[] {
  return reportOf(notes, '1 May 2001', english).split('\n');
}

function includes(lines: readonly string[], ...expected: readonly string[]): void {
  for (const line of expected) {
    assert.ok(lines.includes(line), `${line}\n\nin\n\n${lines.join('\n')}`);
  }
}

describe('the report on quotations', () => {
  it('counts, and shows the difference in both wordings', () => {
    const note = reported('So.\n\n“the {very|quite} *old* lamp keeper”', {
      place: place('p. 14', 'the quite old lamp keeper'),
    });
    includes(
      linesOf(note),
      '# Quotations, checked on 1 May 2001',
      '| Verdict | Quotations |',
      '| ------- | ---------: |',
      '| Altered |          1 |',
      '| All     |          1 |',
      '## [notes/brief.md](/notes/brief.md)',
      '1 of 1 quotation needs attention: 1 altered.',
      '### Altered, [line 3](/notes/brief.md#L3)',
      '> the **very** \\*old\\* lamp keeper',
      'The source has “quite” where you have “very” (p. 14 of Harbour \\[lights\\]).',
      '> the **quite** old lamp keeper',
      '- [p. 14 of Harbour \\[lights\\]][1]',
      '[1]: ip4desk:/source/lamps/a%20%28b%29.txt#14',
    );
  });

  it('lists every place that may be meant, and the nearest one', () => {
    const places = { place: place('p. 1'), others: [place('p. 2')] };
    const lines = linesOf(
      reported('“the old lamp keeper sleeps”', { verdict: 'ambiguous', ...places }),
      reported('“the old lamp keeper sleeps”', { verdict: 'not found', place: place('p. 3') }),
    );
    for (const page of ['1', '2', '3']) {
      assert.ok(
        lines.some((line) => line.startsWith(`- [p. ${page} of`)),
        page,
      );
    }
  });

  it('says what is missing and what may be out of date', () => {
    const lines = linesOf(
      reported('“the old lamp keeper sleeps”', {}, { total: 80, isStale: true }),
    );
    includes(
      lines,
      '80 quotations: 1 verbatim.',
      '79 are left out: the check was stopped before them, or they were edited since.',
      'The note or its sources have changed since it was checked.',
    );
  });

  it('shows a block on one line, and none of what would be markup', () => {
    const lines = linesOf(
      reported('⟦the [old](x) lamp\n> <b>keeper</b> # sleeps⟧', {}, { label: 'a*b' }),
    );
    includes(
      lines,
      '> the \\[old\\](x) lamp \\<b\\>keeper\\</b\\> \\# sleeps',
      '## [a\\*b](/notes/brief.md)',
    );
  });

  it('has no links to a note without a file', () => {
    const { link, ...note } = reported('“the old lamp keeper sleeps”', {});
    assert.ok(link);
    includes(linesOf(note), '## notes/brief.md', '### Verbatim, line 1');
  });

  it('is known as one', () => {
    assert.ok(isReport(reportOf([], '1 May 2001', english)));
    assert.ok(!isReport('# Quotations, checked on 1 May 2001\n'));
  });
});
