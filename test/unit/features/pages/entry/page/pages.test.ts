import assert from 'node:assert/strict';
import { Catalog } from '../../../../../../src/core/packs/catalog';
import type { EntryKind, EntryRef, Pack, Since, SourceId } from '../../../../../../src/core/model';
import { escapeMarkdown } from '../../../../../../src/util/markdownText';
import { markdownOf } from '../../../../../../src/features/pages/entry/page/markdownPage';
import { type OwnFiles, writePage } from '../../../../../../src/features/pages/entry/page/pages';
import { ENTRY_KINDS } from '../../../../../../src/host/entryKinds';
import { defined } from '../../../../../../src/util/defined';
import { english } from '../../../../../support/localizer';
import { lines } from '../../../../../support/lines';
import {
  SMALL_CATALOG,
  SMALL_PACK,
  withGroup,
  withSecondPartner,
} from '../../../../../support/smallPack';

/** The small pack with what time has done to it. */
const DATED_CATALOG = datedCatalog();

function renderPage(catalog: Catalog, ref: EntryRef, own?: OwnFiles): string | undefined {
  const page = writePage(catalog, ref, english, own);
  return page && markdownOf(page);
}

function pageOf(kind: EntryKind, id: string): string {
  return renderPage(SMALL_CATALOG, { kind, id }) ?? '';
}

describe('pages', () => {
  it('show an excerpt with all that it leads to', () => {
    assert.equal(
      pageOf('excerpt', 'second'),
      lines(`
        # Heading second

        Text of second.

        Source: [Interview on partnerships, An Institute, 2024](../source/interview.md), para. 1.2

        ## Topics

        - [Topic history](../topic/history.md)

        ## Partners and actors

        - [Japan](../partner/japan.md)

        ## Terms

        - [Alliance](../term/alliance.md)
        - [summit](../term/summit.md)

        ## Events

        - 29 June 2022: [Event madrid](../event/madrid.md)

        ## Context in the source

        - Previous: [Heading first](../excerpt/first.md) (1.1)
        - Next: [Heading third](../excerpt/third.md) (2.1)
      `),
    );
  });

  it('lead from an excerpt to the passage of the user’s own copy', () => {
    const copy = {
      title: 'A talk [final]',
      locator: '2.2',
      place: {
        address: 'ip4desk:/source/IP4%20Desk/A%20talk%20%5Bfinal%5D?own',
        path: '/source/own/A talk (final).txt',
        line: 12,
        column: 4,
      },
    };
    assert.match(
      renderPage(SMALL_CATALOG, { kind: 'excerpt', id: 'loose' }, { copy }) ?? '',
      /^Source: .*\n\nIn your library: \[A talk \\\[final\\\], 2\.2\]\(\.\.\/\.\.\/source\/own\/A%20talk%20%28final%29\.txt#L12,4\)\n/m,
    );
  });

  it('end, for a term, with the user’s files that mention it', () => {
    const mentions = [
      { label: 'notes/a_b.md', count: 2, place: { address: 'file:///a_b.md', line: 3, column: 5 } },
      {
        label: '[Survey]',
        count: 1,
        place: { address: 'ip4desk:/x', path: '/source/x/A (b).txt', line: 1, column: 1 },
      },
    ];
    const text = renderPage(SMALL_CATALOG, { kind: 'term', id: 'summit' }, { mentions });
    assert.ok(
      text?.endsWith(
        [
          '## Mentions',
          '',
          '- [notes/a\\_b.md](file:///a_b.md#L3,5) (2)',
          '- [\\[Survey\\]](../../source/x/A%20%28b%29.txt#L1,1) (1)',
          '',
        ].join('\n'),
      ),
      text,
    );
  });

  it('leave out what an excerpt does not have', () => {
    assert.equal(
      pageOf('excerpt', 'loose'),
      lines(`
        # Heading loose

        Text of loose.

        Source: [Interview on partnerships, An Institute, 2024](../source/interview.md), para. 2.2

        ## Context in the source

        - Previous: [Heading third](../excerpt/third.md) (2.1)
      `),
    );
  });

  it('show a topic with its place in the tree and how sure the source is', () => {
    assert.equal(
      pageOf('topic', 'cyber'),
      lines(`
        # Topic cyber

        *Part of [Topic areas](../topic/areas.md) · In the source: likely*

        About cyber.

        ## Excerpts

        - [Heading third](../excerpt/third.md) (2.1): Text of third.
      `),
    );
    assert.equal(
      pageOf('topic', 'areas'),
      lines(`
        # Topic areas

        About areas.

        ## Subtopics

        - [Topic cyber](../topic/cyber.md) (likely): About cyber.

        ## Excerpts

        - [Heading first](../excerpt/first.md) (1.1): Text of first.
      `),
    );
  });

  it('show a partner with its excerpts by topic, agreements and chronology', () => {
    assert.equal(
      pageOf('partner', 'japan'),
      lines(`
        # Japan

        *Indo-Pacific partner · Also: Nippon*

        Who Japan is.

        From: [Interview on partnerships, An Institute, 2024](../source/interview.md), para. 1.1

        ## Excerpts

        ### Topic history

        - [Heading first](../excerpt/first.md) (1.1)
        - [Heading second](../excerpt/second.md) (1.2)

        ## Agreements

        - **Tailored programme**: signed, 2023 ([Interview on partnerships, An Institute, 2024](../source/interview.md), para. 3.1). The first of its kind.
        - **Second programme**: under discussion ([Interview on partnerships, An Institute, 2024](../source/interview.md), para. 3.2).

        ## Chronology

        - early 1990s: [Event contact](../event/contact.md)
        - 29 June 2022: [Event madrid](../event/madrid.md)
      `),
    );
  });

  it('show apart what is said of all partners together', () => {
    const two = new Catalog([withSecondPartner()]);
    const japan = renderPage(two, { kind: 'partner', id: 'japan' }) ?? '';
    assert.equal(
      japan.slice(japan.indexOf('## Japan in particular')),
      lines(`
        ## Japan in particular

        ### Topic history

        - [Heading second](../excerpt/second.md) (1.2)

        ## All 2 partners

        ### Topic history

        - [Heading first](../excerpt/first.md) (1.1)

        ## Agreements

        - **Tailored programme**: signed, 2023 ([Interview on partnerships, An Institute, 2024](../source/interview.md), para. 3.1). The first of its kind.
        - **Second programme**: under discussion ([Interview on partnerships, An Institute, 2024](../source/interview.md), para. 3.2).

        ## Chronology

        - early 1990s: [Event contact](../event/contact.md)
        - 29 June 2022: [Event madrid](../event/madrid.md)
      `),
    );
  });

  it('say of a group no more than how much there is, and lead to its page', () => {
    const grouped = new Catalog([withGroup()]);
    const japan = renderPage(grouped, { kind: 'partner', id: 'japan' }) ?? '';
    assert.ok(
      japan.includes(
        lines(`
          ## All 2 partners

          - [The pair](../partner/pair.md) (1 excerpt)

          ## Agreements
        `),
      ),
      japan,
    );
    assert.match(japan, /^- 2022: \[Event later\]\(.*\) \(as a group\)$/m);
    assert.doesNotMatch(japan, /Heading third/);
    const pair = renderPage(grouped, { kind: 'partner', id: 'pair' }) ?? '';
    assert.match(pair, /^\*Group of partners · Also: P2\*$/m);
    assert.match(pair, /## Members\n\n- \[Japan\]\(.*\)\n- \[Tonga\]/);
    assert.match(pair, /Heading third/);
  });

  it('show a term with what its definition rests on and the evidence', () => {
    assert.equal(
      pageOf('term', 'alliance'),
      lines(`
        # Alliance (NATO)

        *Organisation · Also: the alliance*

        What Alliance means.

        From: [Interview on partnerships, An Institute, 2024](../source/interview.md), para. 1.1, 2.3

        ## Partners and actors

        - [NATO](../partner/nato.md)

        ## Evidence

        - [Heading first](../excerpt/first.md) (1.1): Text of first.
        - [Heading second](../excerpt/second.md) (1.2): Text of second.
      `),
    );
  });

  it('say of general knowledge that it is, and where it is mentioned', () => {
    assert.match(
      pageOf('term', 'ecole'),
      /^Background \(not from the source\); see \[Interview .*\), para\. 2\.2$/m,
    );
    assert.match(pageOf('term', '2plus2'), /^Background \(not from the source\)$/m);
  });

  it('show an event with its date in the words of the source', () => {
    assert.equal(
      pageOf('event', 'contact'),
      lines(`
        # Event contact

        *early 1990s*

        What happened at contact.

        Source: [Interview on partnerships, An Institute, 2024](../source/interview.md), para. 1.1

        ## Excerpts

        - [Heading first](../excerpt/first.md) (1.1): Text of first.

        ## Partners and actors

        - [Japan](../partner/japan.md)
        - [NATO](../partner/nato.md)
      `),
    );
  });

  it('say of when an entry is, what has overtaken it, and what sources say besides', () => {
    const page = renderPage(DATED_CATALOG, { kind: 'term', id: 'ecole' }) ?? '';
    assert.ok(
      page.includes(
        lines(`
          What École means.

          Background (not from the source); see [Interview on partnerships, An Institute, 2024](../source/interview.md), para. 2.2

          *As of April 2024*

          Since then:
          - 1 May 2025: It was closed. ([Statement of the board, A Harbour Board, May 2, 2025](../source/statement.md))

          ## In the source

          - It has four houses. ([Interview on partnerships, An Institute, 2024](../source/interview.md), para. 1.1, 1.3)
        `).trimEnd(),
      ),
      page,
    );
    const japan = renderPage(DATED_CATALOG, { kind: 'partner', id: 'japan' }) ?? '';
    assert.match(
      japan,
      /\*\*Second programme\*\*: .* Since then: 1 May 2025: It was signed\. \(\[/,
    );
    const event = renderPage(DATED_CATALOG, { kind: 'event', id: 'madrid' }) ?? '';
    assert.match(event, /^\*As of 2024\*\n\nSince then:\n- 1 May 2025: It was held again\./m);
  });

  it('tell of a source where it can be read and what rests on it', () => {
    const page = renderPage(DATED_CATALOG, { kind: 'source', id: 'statement' });
    assert.equal(
      page,
      lines(`
        # Statement of the board

        *press release · A Harbour Board · May 2, 2025*

        Only the first page was read.

        Address: <https://board.example/statement>

        Read on December 1, 2026.

        Terms of use: Free to copy.

        ## Numbering

        By paragraph.

        ## Your own copy

        Save the document into a folder named “sources” of your workspace: what rests on it here then leads to its place there.

        ## Terms

        - [summit](../term/summit.md)
      `),
    );
    const interview = renderPage(DATED_CATALOG, { kind: 'source', id: 'interview' }) ?? '';
    assert.match(
      interview,
      /^- \[Heading first\]\(\.\.\/excerpt\/first\.md\) \(1\.1\): Text of first\.$/m,
    );
    assert.match(interview, /^- \[École\]\(\.\.\/term\/ecole\.md\)$/m);
  });

  it('do not exist for unknown entries', () => {
    for (const id of ['no-such', '__proto__', 'constructor']) {
      for (const kind of ENTRY_KINDS) {
        assert.equal(renderPage(SMALL_CATALOG, { kind, id }), undefined);
      }
    }
  });

  it('lead only to pages that exist', () => {
    for (const page of everyPage(SMALL_CATALOG)) {
      for (const [, kind, id] of page.matchAll(/\]\(\.\.\/(\w+)\/([^)]+)\.md\)/g)) {
        assert.ok(SMALL_CATALOG.has({ kind, id } as EntryRef), `${kind}/${id}`);
      }
    }
  });
});

describe('pages of a hostile pack', () => {
  const hostile =
    '<img src=x onerror=a()> ![b](http://c) [d](command:e) **f** `g` $h$\n\n# i &lt; \\';
  const catalog = new Catalog([hostilePack(defined(DATED_CATALOG.packs[0]), hostile)]);

  it('show every text as text', () => {
    const escaped = escapeMarkdown(hostile);
    let shown = 0;
    for (const page of everyPage(catalog)) {
      shown += page.split(escaped).length - 1;
      const rest = page
        .replaceAll(escaped, '')
        .replace('<https://board.example/statement>', '')
        .replace(/\]\(\.\.\/\w+\/[\w%-]+\.md\)/g, '')
        .replace(/^- \*\*\[?\*\*/gm, '')
        .replace(/^\*(.*)\*$/gm, '$1');
      assert.doesNotMatch(rest, /[<`$\\!*]|\]\(|command:/);
    }
    assert.ok(shown > 50, `${shown} texts are shown`);
  });
});

function datedCatalog(): Catalog {
  const { info, sources, terms, partners, events, ...rest } = SMALL_PACK;
  const statement = 'statement' as SourceId;
  const since = (text: string): readonly Since[] => [
    {
      text,
      date: { text: '1 May 2025', start: '2025-05-01', precision: 'day' },
      source: statement,
    },
  ];
  const at = (locator: string) => ({ source: 'interview' as SourceId, locator });
  return new Catalog([
    {
      ...rest,
      info: { ...info, asOf: '2024-04' },
      sources: [
        ...sources,
        {
          id: statement,
          type: 'pamphlet',
          label: 'Statement of the board',
          genre: 'press release',
          publisher: 'A Harbour Board',
          issued: { 'date-parts': [[2025, 5, 2]] },
          URL: 'https://board.example/statement',
          accessed: { 'date-parts': [[2026, 12, 1]] },
          rights: 'Free to copy.',
          numbering: 'By paragraph.',
          note: 'Only the first page was read.',
        },
      ],
      terms: terms.map((term) =>
        term.name === 'École'
          ? {
              ...term,
              inSource: [{ text: 'It has four houses.', citations: [at('1.1'), at('1.3')] }],
              since: since('It was closed.'),
            }
          : term.name === 'summit'
            ? {
                ...term,
                inSource: [{ text: 'It meets.', citations: [{ source: statement, locator: '1' }] }],
              }
            : term,
      ),
      partners: partners.map((partner) => ({
        ...partner,
        agreements: (partner.agreements ?? []).map((agreement) =>
          agreement.state === 'signed'
            ? agreement
            : { ...agreement, since: since('It was signed.') },
        ),
      })),
      events: events.map((event) => ({ ...event, since: since('It was held again.') })),
    },
  ]);
}

function everyPage(catalog: Catalog): readonly string[] {
  return ENTRY_KINDS.flatMap((kind) =>
    catalog.all(kind).map(({ id }) => renderPage(catalog, { kind, id }) ?? ''),
  );
}

/** A pack of which every text that is no reference, date or choice is `text`. */
function hostilePack(pack: Pack, text: string): Pack {
  const fields = new Set(
    'heading text name title summary definition profile abbreviation aliases qualifier note locator label publisher genre rights numbering'.split(
      ' ',
    ),
  );
  return JSON.parse(
    JSON.stringify(pack, (key, value: unknown) => {
      if (fields.has(key)) {
        return typeof value === 'string' ? text : [text];
      }
      return value;
    }),
  ) as Pack;
}
