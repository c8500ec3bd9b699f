import assert from 'node:assert/strict';
import type {
  EntryHit,
  Hit,
  PassageHit,
  SearchResponse,
} from '../../../../src/core/search/searcher';
import { Catalog } from '../../../../src/core/packs/catalog';
import type { Since, Source, SourceId } from '../../../../src/core/model';
import type { PaletteRow } from '../../../../src/features/search/paletteRow';
import { PaletteRows } from '../../../../src/features/search/paletteRows';
import type { ShownSource } from '../../../../src/features/search/passageRow';
import { FILTER_KEYS } from '../../../../src/core/search/queryParser';
import { knownTermOfPack } from '../../../../src/core/terms/knownTerm';
import { SAMPLE_QUERIES } from '../../../../src/features/search/startRows';
import { TermNames } from '../../../../src/features/search/termNames';
import { english } from '../../../support/localizer';
import { ownTerms } from '../../../support/knownTerms';
import { SMALL_CATALOG, SMALL_PACK, withGroup } from '../../../support/smallPack';

const SOURCES: Readonly<Record<string, ShownSource>> = {
  report: {
    format: 'pdf',
    path: 'sources/report.pdf',
    citation: {
      id: 'report' as SourceId,
      type: 'report',
      label: 'report.pdf',
      author: [{ family: 'Mallow', given: 'Ann' }, { literal: 'Harbour Board' }],
      issued: { 'date-parts': [[2021, 4]] },
    } satisfies Source,
  },
};
const rows = new PaletteRows(SMALL_CATALOG, english, false, {
  get: (id) => SOURCES[id],
  filterFor: ({ path }) => `source:"${path}" `,
});

function hit(kind: EntryHit['kind'], id: string, more: Partial<EntryHit> = {}): EntryHit {
  return {
    kind,
    id,
    title: `Title of ${id}`,
    text: `Text of ${id}.`,
    score: 1,
    highlights: { title: [], text: [] },
    ...more,
  };
}

function passage(source: string, more: Partial<PassageHit> = {}): PassageHit {
  return {
    kind: 'passage',
    id: 'p1',
    source: source as SourceId,
    locator: 'p. 12',
    headings: [],
    title: 'On lighthouses',
    text: 'The lamp is lit at dusk.',
    score: 1,
    highlights: { title: [], text: [] },
    ...more,
  };
}

function response(hits: readonly Hit[], nearest: readonly string[] = []): SearchResponse {
  return { hits, nearest };
}

/** Rows as a reader sees them: `icon: label | description`; entries with their kind for the icon. */
function shown(list: readonly PaletteRow[]): readonly string[] {
  return list.map((row) => {
    if (row.type === 'heading') {
      return `— ${row.label}`;
    }
    const description =
      row.type === 'passage' ? row.detail : 'description' in row ? row.description : undefined;
    const icon = row.type === 'entry' ? row.ref.kind : row.icon;
    return `${icon}: ${[row.label, description].filter(Boolean).join(' | ')}`;
  });
}

const LAMP = 'file-pdf: The lamp is lit at dusk.';

describe('the rows of results', () => {
  it('say of each kind what tells it from others', () => {
    const hits = [
      hit('excerpt', 'first', { locator: '1.1' }),
      hit('excerpt', 'third', { locator: '2.1' }),
      hit('topic', 'cyber'),
      hit('topic', 'history'),
      hit('partner', 'japan'),
      hit('partner', 'nato'),
      hit('partner', 'pfp'),
      hit('term', 'alliance'),
      hit('term', 'summit'),
      hit('event', 'madrid', { locator: '1.1' }),
    ];
    assert.deepEqual(shown(rows.results('x', response(hits), [])), [
      'excerpt: Title of first | Excerpt · 1.1 · Japan',
      'excerpt: Title of third | Excerpt · 2.1 · Partnership for Peace',
      'topic: Title of cyber | Topic · likely · Topic areas',
      'topic: Title of history | Topic',
      'partner: Title of japan | Partner',
      'partner: Title of nato | Actor',
      'partner: Title of pfp | Partnership framework',
      'term: Title of alliance | Term · NATO',
      'term: Title of summit | Term',
      'event: Title of madrid | Event · 29 June 2022',
    ]);
  });

  it('name a group of partners as one', () => {
    const grouped = new PaletteRows(new Catalog([withGroup()]), english, false);
    const hits = [hit('excerpt', 'third', { locator: '2.1' }), hit('partner', 'pair')];
    assert.deepEqual(shown(grouped.results('x', response(hits), [])), [
      'excerpt: Title of third | Excerpt · 2.1 · The pair',
      'partner: Title of pair | Group of partners',
    ]);
  });

  it('say of an entry that has been overtaken of when it is, and what has happened since', () => {
    const { info, terms } = SMALL_PACK;
    const since: readonly Since[] = [
      {
        text: 'It has moved.',
        date: { text: '1 May 2025', start: '2025-05-01', precision: 'day' },
        source: 'interview' as SourceId,
      },
    ];
    const dated = new Catalog([
      {
        ...SMALL_PACK,
        info: { ...info, asOf: '2024-04' },
        terms: terms.map((term) => ({ ...term, since })),
      },
    ]);
    const found = new PaletteRows(dated, english, false, {
      get: () => undefined,
      filterFor: () => '',
    });
    const hits = [hit('term', 'alliance'), hit('event', 'madrid')];
    assert.deepEqual(shown(found.results('x', response(hits), [])), [
      'term: Title of alliance | Term · NATO · as of April 2024 · since then: It has moved.',
      'event: Title of madrid | Event · 29 June 2022',
    ]);
  });

  it('say the words of a passage, then author, year, title, page and heading', () => {
    const headings = ['Part one', 'The lamp'];
    assert.deepEqual(shown(rows.results('x', response([passage('report', { headings })]), [])), [
      `${LAMP} | Mallow et al. 2021 · On lighthouses · p. 12 · The lamp`,
    ]);
  });

  it('say of a passage on which page of the file it is, where another is printed', () => {
    const hits = [passage('report', { page: 3 }), passage('report', { page: 12 })];
    assert.deepEqual(shown(rows.results('x', response(hits), [])), [
      `${LAMP} | Mallow et al. 2021 · On lighthouses · p. 12 · page 3 of the file`,
      `${LAMP} | Mallow et al. 2021 · On lighthouses · p. 12`,
    ]);
  });

  it('say of a passage whose document is gone what the hit says', () => {
    assert.deepEqual(shown(rows.results('x', response([passage('gone')]), [])), [
      'file: The lamp is lit at dusk. | On lighthouses · p. 12',
    ]);
  });

  it('cut a title that would leave no room for the place', () => {
    const [row] = rows.results(
      'x',
      response([passage('report', { title: 'Light '.repeat(40) })]),
      [],
    );
    const detail = row?.type === 'passage' ? row.detail : '';
    assert.match(detail, /^Mallow et al\. 2021 · Light Light L?.*… · p\. 12$/);
    assert.ok(detail.length <= 52, detail);
  });

  it('show of a passage the words around the match', () => {
    const text = `${'Before '.repeat(30)}the lamp${' after'.repeat(30)}.`;
    const start = text.indexOf('lamp');
    const highlights = { title: [], text: [{ start, end: start + 4 }] };
    const [row] = rows.results('lamp', response([passage('report', { text, highlights })]), []);
    const label = row?.type === 'passage' ? row.label : '';
    assert.match(label, /^….*the lamp after.*…$/);
    assert.ok(label.indexOf('lamp') + 4 <= 32, label);
  });

  it('show of evidence its sentence, and the words of it that match', () => {
    const text = 'Oil is dear. The lamp burns Oil, and oil. No lamp.';
    const spans = [...text.matchAll(/lamp|oil/gi)].map(({ index, 0: word }) => ({
      start: index,
      end: index + word.length,
    }));
    const evidence = {
      text,
      highlights: { title: [], text: spans },
      sentence: { start: 13, end: 41 },
    };
    const hits = [
      passage('report', { ...evidence, headings: ['The lamp'] }),
      hit('excerpt', 'first', { ...evidence, locator: '1.1' }),
    ];
    const list = rows.results('', response(hits), []);
    assert.deepEqual(shown(list), [
      'file-pdf: The lamp burns Oil, and oil. | Mallow et al. 2021 · On lighthouses · p. 12 · lamp, oil',
      'excerpt: The lamp burns Oil, and oil.',
    ]);
    assert.equal(
      list[1]?.type === 'entry' && list[1].detail,
      'Title of first · Excerpt · 1.1 · Japan · lamp, oil',
    );
  });

  it('say instead of the usual why there is no evidence', () => {
    const nothing = {
      type: 'note',
      icon: 'info',
      label: 'Nothing bears on it',
      detail: '',
    } as const;
    assert.deepEqual(rows.results('', response([]), [], [], nothing), [nothing]);
  });

  it('lead to what a document has more, behind its last passage', () => {
    const hits = [
      passage('report', { id: 'p1' }),
      hit('excerpt', 'first'),
      passage('report', { id: 'p2' }),
      passage('gone'),
    ];
    const more = [
      { source: 'report' as SourceId, count: 12, isLeast: false },
      { source: 'gone' as SourceId, count: 2, isLeast: false },
    ];
    const list = rows.results(' lamp ', { ...response(hits), more }, []);
    assert.deepEqual(
      list.map((row) => (row.type === 'query' ? `${row.label} | ${row.description}` : row.type)),
      ['passage', 'entry', 'passage', '12 more in this source | On lighthouses', 'passage'],
    );
    const [leading] = list.filter((row) => row.type === 'query');
    assert.equal(leading?.query, 'source:"sources/report.pdf" lamp ');
    const least = [{ source: 'report' as SourceId, count: 290, isLeast: true }];
    assert.ok(
      shown(rows.results('lamp', { ...response(hits), more: least }, [])).includes(
        'list-filter: 290+ more in this source | On lighthouses',
      ),
    );
  });

  it('keep the order of the engine', () => {
    const hits = ['loose', 'first', 'second'].map((id) => hit('excerpt', id));
    const opened = rows
      .results('x', response(hits), [])
      .map((row) => (row.type === 'entry' ? row.ref.id : row.type));
    assert.deepEqual(opened, ['loose', 'first', 'second']);
  });

  it('show the text around the match', () => {
    const text = `${'Before '.repeat(30)}the benefit${' after'.repeat(30)}.`;
    const start = text.indexOf('benefit');
    const [row] = rows.results(
      'benefit',
      response([
        hit('excerpt', 'first', {
          text,
          highlights: { title: [], text: [{ start, end: start + 7 }] },
        }),
      ]),
      [],
    );
    assert.match(row?.type === 'entry' ? row.detail : '', /^….*the benefit after.*…$/);
  });

  it('show an entry that is in no pack any more by what the hit says', () => {
    assert.deepEqual(shown(rows.results('x', response([hit('excerpt', 'gone')]), [])), [
      'excerpt: Title of gone | Excerpt',
    ]);
  });

  it('put the completions of a filter on top', () => {
    const completions = [
      { label: 'Topic early', query: 'topic:early ' },
      { label: 'Topic areas', query: 'topic:areas ' },
    ];
    assert.deepEqual(
      shown(rows.results('topic:e', response([hit('term', 'summit')]), completions)),
      [
        '— filters',
        'filter: Topic early | topic:early',
        'filter: Topic areas | topic:areas',
        '— results',
        'term: Title of summit | Term',
      ],
    );
  });

  it('leave out a completion that is there already', () => {
    const completions = [{ label: 'Topic early', query: 'topic:early ' }];
    assert.deepEqual(
      shown(rows.results('topic:early', response([hit('term', 'summit')]), completions)),
      ['term: Title of summit | Term'],
    );
  });

  it('keep completions few above results, and all where there are none', () => {
    const completions = Array.from({ length: 9 }, (_, i) => ({
      label: `T${i}`,
      query: `topic:${i}`,
    }));
    const count = (hits: readonly Hit[]) =>
      rows.results('topic:', response(hits), completions).filter((row) => row.type === 'query')
        .length;
    assert.equal(count([hit('term', 'summit')]), 5);
    assert.equal(count([]), 9);
  });

  it('offer the nearest names when nothing is found', () => {
    const list = rows.results('japn', response([], ['Japan', 'NATO']), []);
    assert.deepEqual(shown(list), [
      'info: No results for “japn”. Did you mean:',
      'search: Japan',
      'search: NATO',
    ]);
    assert.deepEqual(
      list.map((row) => row.type === 'query' && row.query),
      ['Japan', 'Japan', 'NATO'],
    );
  });

  it('say what to do when nothing is near', () => {
    const list = rows.results('zzz', response([]), []);
    assert.deepEqual(shown(list), ['info: No results for “zzz”']);
    assert.equal(list[0]?.type, 'note');
  });
});

describe('the rows before anything is typed', () => {
  it('are the recent searches, examples and the filters', () => {
    assert.deepEqual(
      shown(rows.start(['why informal'])).map((line) => line.split(' | ')[0]),
      [
        '— recent searches',
        'history: why informal',
        '— examples',
        ...Object.values(SAMPLE_QUERIES).map((query) => `lightbulb: ${query}`),
        '— narrow a search',
        'filter: topic:',
        'filter: partner:',
        'filter: source:',
        ...FILTER_KEYS.slice(3).map((key) => `filter: ${key}:`),
      ],
    );
  });

  it('have examples from the user’s own library', () => {
    const own = [{ query: 'source:"log.pdf" ', title: 'Log of the Harbour' }];
    const list = rows.start([], own);
    assert.ok(shown(list).includes('lightbulb: source:"log.pdf" | In “Log of the Harbour”'));
    // The blank lets the user type on.
    assert.ok(list.some((row) => row.type === 'query' && row.query === 'source:"log.pdf" '));
  });

  it('have no heading over nothing', () => {
    assert.equal(shown(rows.start([]))[0], '— examples');
  });

  it('are all terms by name where terms are looked up', () => {
    const terms = new PaletteRows(SMALL_CATALOG, english, true);
    assert.deepEqual(shown(terms.terms()), [
      'term: 2+2 talks',
      'term: Alliance | NATO',
      'term: École',
      'term: summit',
    ]);
  });
});

describe('the rows of terms', () => {
  const termRows = new PaletteRows(SMALL_CATALOG, english, true);
  const [own] = ownTerms('Harbour', [
    { name: 'Lantern Board', abbreviation: 'LB', definition: 'Keeps the lanterns.' },
  ]);
  assert.ok(own);
  const alliance = knownTermOfPack(SMALL_CATALOG.get('term', 'alliance') ?? assert.fail());

  it('list those of glossaries among the shipped ones, by name', () => {
    const list = termRows.terms([own]);
    assert.ok(shown(list).includes('bookmark: Lantern Board | LB · Harbour'));
    const labels = list.map((row) => row.type !== 'query' && row.label);
    assert.deepEqual(labels, ['2+2 talks', 'Alliance', 'École', 'Lantern Board', 'summit']);
  });

  it('begin with what the query names, each once, and go on with the other hits', () => {
    const hits = [hit('term', 'summit'), hit('term', 'alliance')];
    assert.deepEqual(shown(termRows.results('x', response(hits), [], [own, alliance])), [
      'bookmark: Lantern Board | LB · Harbour',
      'term: Title of alliance | NATO',
      'term: Title of summit',
    ]);
  });
});

describe('the names of terms', () => {
  const shippedTerms = SMALL_CATALOG.all('term').map(knownTermOfPack);

  it('are not needed without a glossary', () => {
    assert.equal(TermNames.of(shippedTerms), undefined);
  });

  it('find a term once, whichever of its forms answers, and as many as are asked for', () => {
    const own = ownTerms('Harbour', [
      { name: 'Lantern Board', aliases: ['Board of Lanterns'] },
      { name: 'Lantern' },
    ]);
    const names = TermNames.of([...own, ...shippedTerms]);
    const found = (limit: number) => names?.find('lantern', limit).map(({ name }) => name);
    assert.deepEqual(found(9), ['Lantern', 'Lantern Board']);
    assert.deepEqual(found(1), ['Lantern']);
  });
});
