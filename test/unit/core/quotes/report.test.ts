import assert from 'node:assert/strict';
import { type DefaultTreeAdapterMap, parse } from 'parse5';
import type { QuoteCheck } from '../../../../src/core/quotes/quoteCheck';
import { isReport, reportAsMarkdown } from '../../../../src/core/quotes/report';
import { reportContent, type ReportedNote } from '../../../../src/core/quotes/reportContent';
import { reportPage } from '../../../../src/features/quotes/reportPage';
import { Commands } from '../../../../src/host/ids';
import { english } from '../../../support/localizer';
import { markedNote, place } from './markedNote';

function reported(
  marked: string,
  check: Partial<QuoteCheck>,
  more: Partial<ReportedNote> = {},
): ReportedNote {
  const note = markedNote(marked, check);
  return {
    id: 'file:///notes/brief.md',
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

const contentOf = (notes: readonly ReportedNote[]) => reportContent(notes, '1 May 2001', english);

function linesOf(...notes: readonly ReportedNote[]): readonly string[] {
  return reportAsMarkdown(contentOf(notes), english).split('\n');
}

function includes(lines: readonly string[], ...expected: readonly string[]): void {
  for (const line of expected) {
    assert.ok(lines.includes(line), `${line}\n\nin\n\n${lines.join('\n')}`);
  }
}

const SLEEPS = '“the old lamp keeper sleeps”';
/** One of each, in no order. */
const ALL: readonly ReportedNote[] = [
  reported(SLEEPS, { place: place('p. 7') }),
  reported(SLEEPS, { verdict: 'cannot check', reason: 'not in library' }),
  reported(SLEEPS, { place: place('p. 6'), remarks: [{ kind: 'uncited' }] }),
  reported(SLEEPS, { verdict: 'not found', place: place('p. 3') }),
  reported(SLEEPS, { verdict: 'ambiguous', place: place('p. 1'), others: [place('p. 2')] }),
  reported('“the {OLD|old} lamp keeper sleeps”', { place: place('p. 5') }),
  reported(SLEEPS, { place: place('p. 6'), remarks: [{ kind: 'page of the file' }] }),
  reported(SLEEPS, { verdict: 'wrong place', place: place('p. 4') }),
  reported('“the {very|quite} old lamp keeper”', { place: place('p. 5') }),
];

describe('the report on quotations', () => {
  it('tells the worst first, and last what is in order', () => {
    assert.deepEqual(
      linesOf(...ALL).filter((line) => line.startsWith('## ')),
      [
        '## Altered (1)',
        '## Wrong page or source (1)',
        '## Not found (1)',
        '## Source missing (1)',
        '## Ambiguous (1)',
        '## In other capitals (1)',
        '## Verbatim with a remark (1)',
        '## Without citation (1)',
        '## Verbatim (1)',
      ],
    );
  });
});

describe('the report on quotations as Markdown', () => {
  it('counts, and shows the difference in both wordings', () => {
    const note = reported('So.\n\n“the {very|quite} *old* lamp keeper”', {
      place: place('p. 14', 'the quite old lamp keeper'),
    });
    includes(
      linesOf(note),
      '# Quotations, checked on 1 May 2001',
      '1 of 1 quotation needs attention: 1 altered.',
      '## Altered (1)',
      '### [notes/brief.md, line 3](/notes/brief.md#L3)',
      '> the **very** \\*old\\* lamp keeper',
      'The source has “quite” where you have “very” (p. 14 of Harbour \\[lights\\]).',
      '> the **quite** old lamp keeper',
      '- [p. 14 of Harbour \\[lights\\]][1]',
      '[1]: ip4desk:/source/lamps/a%20%28b%29.txt#14',
    );
  });

  it('lists every place that may be meant, and the nearest one', () => {
    const lines = linesOf(...ALL);
    for (const page of ['1', '2', '3']) {
      assert.ok(
        lines.some((line) => line.startsWith(`- [p. ${page} of`)),
        page,
      );
    }
  });

  it('says what is missing and what may be out of date', () => {
    const lines = linesOf(reported(SLEEPS, {}, { total: 80, isStale: true }));
    includes(
      lines,
      '80 quotations: 1 verbatim.',
      'notes/brief.md: 79 are left out: the check was stopped before them, or they were edited since.',
      'notes/brief.md: The note or its sources have changed since it was checked.',
    );
  });

  it('shows a block on one line, and none of what would be markup', () => {
    const lines = linesOf(
      reported(
        '⟦the [old](x) lamp\n> <b>keeper</b> # sleeps⟧',
        { verdict: 'not found' },
        { label: 'a*b' },
      ),
    );
    includes(
      lines,
      '> the \\[old\\](x) lamp \\<b\\>keeper\\</b\\> \\# sleeps',
      '### [a\\*b, line 1](/notes/brief.md#L1)',
    );
  });

  it('has no links to a note without a file', () => {
    const { link, ...note } = reported(SLEEPS, {});
    assert.ok(link);
    includes(linesOf(note), '- notes/brief.md, line 1 · “the old lamp keeper sleeps”');
  });

  it('is known as one', () => {
    assert.ok(isReport(reportAsMarkdown(contentOf([]), english)));
    assert.ok(!isReport('# Quotations, checked on 1 May 2001\n'));
  });
});

type Element = DefaultTreeAdapterMap['element'];

/** All elements of a page. */
function elementsOf(notes: readonly ReportedNote[]): readonly Element[] {
  const page = reportPage(contentOf(notes), 'en', 'nonce', english).toString();
  const found: Element[] = [];
  const visit = (node: DefaultTreeAdapterMap['node']): void => {
    if ('tagName' in node) {
      found.push(node);
    }
    ('childNodes' in node ? node.childNodes : []).forEach(visit);
  };
  visit(parse(page));
  return found;
}

function attribute({ attrs }: Element, wanted: string): string | undefined {
  return attrs.find(({ name }) => name === wanted)?.value;
}

describe('the report on quotations as a page', () => {
  it('runs nothing, and loads nothing', () => {
    const elements = elementsOf(ALL);
    const policy = elements.find((one) => attribute(one, 'http-equiv') !== undefined);
    assert.match(policy ? (attribute(policy, 'content') ?? '') : '', /^default-src 'none';/);
    assert.ok(elements.every(({ tagName }) => !['script', 'img', 'iframe'].includes(tagName)));
  });

  it('folds what is in order, and nothing else', () => {
    const folded = elementsOf(ALL).filter(({ tagName }) => tagName === 'details');
    assert.equal(folded.length, 1);
    assert.equal(elementsOf(ALL).filter(({ tagName }) => tagName === 'article').length, 8);
  });

  it('leads to quotations and passages by commands of its own', () => {
    const links = elementsOf(ALL.slice(-1)).flatMap((one) => attribute(one, 'href') ?? []);
    const [save, note, source, ...others] = links.map((link) => {
      const [address, args = '[]'] = link.split('?');
      return [address, JSON.parse(decodeURIComponent(args))] as const;
    });
    assert.deepEqual(save, [`command:${Commands.saveQuotationReport}`, []]);
    assert.deepEqual(note, [
      `command:${Commands.openQuotation}`,
      [{ note: 'file:///notes/brief.md', start: 0 }],
    ]);
    assert.deepEqual(source, [
      `command:${Commands.openPassage}`,
      [{ source: 'lamps', passage: 'at p. 5' }],
    ]);
    assert.deepEqual(others, []);
  });

  it('takes text for text, wherever it stands', () => {
    const hostile = '"><script>alert(1)</script><img src=x onerror=y>\u202e[x](command:y)';
    const names = { titleOf: () => hostile, problemOf: () => hostile, wordsAt: () => hostile };
    for (const note of ALL) {
      const more = { names, label: hostile, id: hostile, isStale: true };
      const elements = elementsOf([{ ...note, ...more }]);
      assert.deepEqual(
        elements.map(({ tagName }) => tagName).sort(),
        elementsOf([{ ...note, isStale: true }])
          .map(({ tagName }) => tagName)
          .sort(),
      );
      const values = elements.flatMap(({ attrs }) => attrs.map(({ name }) => name));
      assert.ok(!values.includes('onerror'));
    }
  });
});
