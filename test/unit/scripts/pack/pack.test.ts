import assert from 'node:assert/strict';
import eventsFile from '../../../../data/nato-ip4/events.json';
import excerptsFile from '../../../../data/nato-ip4/excerpts.json';
import packFile from '../../../../data/nato-ip4/pack.json';
import partnersFile from '../../../../data/nato-ip4/partners.json';
import sourcesFile from '../../../../data/nato-ip4/sources.json';
import termsFile from '../../../../data/nato-ip4/terms.json';
import topicsFile from '../../../../data/nato-ip4/topics.json';
import { findDateFlaw } from '../../../../src/core/packs/dateFlaws';
import type {
  Citation,
  Excerpt,
  Pack,
  Source,
  SourceDate,
  Term,
  Topic,
} from '../../../../src/core/model';

// The schemas say what an entry looks like; these tests say what makes the shipped pack complete.

const pack = {
  info: packFile,
  sources: sourcesFile.sources,
  topics: topicsFile.topics,
  partners: partnersFile.partners,
  terms: termsFile.terms,
  excerpts: excerptsFile.excerpts,
  events: eventsFile.events,
} as unknown as Pack;

const ARTICLE = 'usip-nato-ip4-2024';

/** The paragraphs of the article that make claims, and the caption that does, in its order. */
const PARAGRAPHS = (
  '0.1 0.2 0.4 1.1 1.2 1.3 1.4 1.5 2.1 2.2 2.3 2.4 2.5 2.6 2.7 2.8 ' +
  '3.1 3.2 3.3 3.4 3.5 4.1 4.2 4.3 4.4'
).split(' ');

/** The same caption once more: recognised in a copy, cited nowhere. */
const REPEATED_CAPTION = '0.3';

const ARTICLE_EXCERPTS = pack.excerpts.filter(({ source }) => source === ARTICLE);

const FOUR_PARTNERS = ['australia', 'japan', 'south-korea', 'new-zealand'];

const LIKELY_AREAS = [
  'climate-change',
  'countering-disinformation',
  'cyber-defence',
  'emerging-and-disruptive-technologies',
  'innovation',
  'maritime-security',
  'space',
];

/** The keys that stand more than once. */
function repeated(keys: readonly string[]): string[] {
  return keys.filter((key, index) => keys.indexOf(key) !== index);
}

function idsOf(entries: readonly { readonly id: string }[]): Set<string> {
  return new Set(entries.map((entry) => entry.id));
}

/** The forms of a term, without the differences that a match overlooks anyway. */
function formsOf(term: Term): string[] {
  return [term.name, term.abbreviation ?? [], term.aliases ?? []].flat().map((form) => {
    const spaced = form.replace(/[\s\p{Pd}]+/gu, ' ');
    return term.case === 'exact' ? spaced : spaced.toLowerCase();
  });
}

function childrenOf(parent: string): Topic[] {
  return pack.topics.filter((topic) => topic.parent === parent);
}

/** The day on which a source is issued, as dates write it; shorter where only the month or the year is known. */
function dayOfIssue({ issued }: Source): string | undefined {
  return issued?.['date-parts'][0]?.map((part) => String(part).padStart(2, '0')).join('-');
}

/** Every place that the pack cites, whatever for. */
function placesOf({ terms, partners, topics, excerpts, events }: Pack): readonly Citation[] {
  const agreements = partners.flatMap((partner) => partner.agreements ?? []);
  const dated = [...terms, ...partners, ...topics, ...excerpts, ...events, ...agreements];
  return [
    ...[...terms, ...partners, ...topics].flatMap(({ basis, inSource = [] }) => [
      ...(basis?.citations ?? []),
      ...inSource.flatMap((statement) => statement.citations),
    ]),
    ...excerpts,
    ...events,
    ...agreements,
    ...dated.flatMap(({ since = [] }) =>
      since.map(({ source, locator = '' }) => ({ source, locator })),
    ),
  ];
}

describe('the excerpts of the shipped pack', () => {
  for (const locator of PARAGRAPHS) {
    it(`digest paragraph ${locator} in one to four claims`, () => {
      const count = ARTICLE_EXCERPTS.filter((excerpt) => excerpt.locator === locator).length;
      assert.ok(count >= 1 && count <= 4, `${count} excerpts`);
    });
  }

  it('are sixty or more, in the order of the source', () => {
    const places = ARTICLE_EXCERPTS.map((excerpt) => PARAGRAPHS.indexOf(excerpt.locator));
    assert.ok(places.length >= 60, `${places.length} excerpts`);
    assert.ok(!places.includes(-1), 'a locator is not among the paragraphs');
    assert.deepEqual(
      places,
      [...places].sort((a, b) => a - b),
    );
  });

  it('have headings of four to ten words, no two alike', () => {
    const headings = pack.excerpts.map((excerpt) => excerpt.heading);
    assert.deepEqual(repeated(headings.map((heading) => heading.toLowerCase())), []);
    const wrong = headings.filter((heading) => !/^(\S+ ){3,9}\S+$/.test(heading));
    assert.deepEqual(wrong, []);
  });

  it('are filed under a topic and name their terms', () => {
    for (const excerpt of pack.excerpts) {
      assert.ok(excerpt.topics.length > 0, `${excerpt.id} has no topic`);
      assert.ok(excerpt.terms.length > 0, `${excerpt.id} has no term`);
    }
  });

  it('do not turn likely areas into certain ones', () => {
    const areas = ARTICLE_EXCERPTS.filter(
      ({ locator, topics }) => locator === '3.3' && topics.some((id) => LIKELY_AREAS.includes(id)),
    );
    assert.ok(areas.length > 0);
    for (const excerpt of areas) {
      assert.match(excerpt.text, /\blikely\b/, excerpt.id);
    }
  });
});

describe('the topics of the shipped pack', () => {
  const roots = pack.topics.filter((topic) => topic.parent === undefined);
  const rootIds = idsOf(roots);

  it('form a tree of exactly two levels', () => {
    for (const topic of pack.topics) {
      assert.ok(topic.parent === undefined || rootIds.has(topic.parent), topic.id);
    }
    for (const root of roots) {
      assert.ok(childrenOf(root.id).length > 0, `nothing under ${root.id}`);
    }
  });

  it('hold at least one excerpt each at the second level', () => {
    const used = new Set<string>(pack.excerpts.flatMap((excerpt) => excerpt.topics));
    const empty = pack.topics.filter((topic) => topic.parent && !used.has(topic.id));
    assert.deepEqual(
      empty.map((topic) => topic.id),
      [],
    );
  });

  it('qualify the areas of cooperation as their source does, and nothing else', () => {
    const qualified = (qualifier: string): string[] =>
      pack.topics.filter((topic) => topic.qualifier === qualifier).map((topic) => topic.id);
    assert.deepEqual(qualified('likely').sort(), LIKELY_AREAS);
    assert.deepEqual(
      qualified('considered'),
      childrenOf('further-areas').map((topic) => topic.id),
    );
    assert.equal(qualified('considered').length, 7);
    assert.equal(pack.topics.filter((topic) => topic.qualifier).length, LIKELY_AREAS.length + 7);
  });
});

describe('the references of the shipped pack', () => {
  const sources = idsOf(pack.sources);
  const topics = idsOf(pack.topics);
  const partners = idsOf(pack.partners);
  const terms = idsOf(pack.terms);
  const excerpts = idsOf(pack.excerpts);

  const dangling = (from: string, to: readonly string[], known: ReadonlySet<string>): string[] =>
    to.filter((id) => !known.has(id)).map((id) => `${from} → ${id}`);

  it('lead from every entry to entries that exist', () => {
    assert.deepEqual(
      [
        ...pack.excerpts.flatMap((excerpt) => [
          ...dangling(excerpt.id, excerpt.topics, topics),
          ...dangling(excerpt.id, excerpt.partners, partners),
          ...dangling(excerpt.id, excerpt.terms, terms),
        ]),
        ...pack.events.flatMap((event) => [
          ...dangling(event.id, event.topics, topics),
          ...dangling(event.id, event.partners, partners),
          ...dangling(event.id, event.excerpts, excerpts),
        ]),
        ...pack.terms.flatMap((term) => [
          ...dangling(term.id, term.related ?? [], terms),
          ...dangling(term.id, term.partner ? [term.partner] : [], partners),
        ]),
      ],
      [],
    );
  });

  it('name nothing twice and no term as related to itself', () => {
    for (const excerpt of pack.excerpts) {
      assert.deepEqual(repeated(excerpt.topics), [], excerpt.id);
      assert.deepEqual(repeated(excerpt.partners), [], excerpt.id);
      assert.deepEqual(repeated(excerpt.terms), [], excerpt.id);
    }
    for (const term of pack.terms) {
      assert.deepEqual(repeated([term.id, ...(term.related ?? [])]), [], term.id);
    }
  });

  it('cite places that the source has', () => {
    const places = placesOf(pack);
    assert.ok(places.length > 300, `${places.length} places`);
    for (const { source, locator } of places) {
      assert.ok(sources.has(source), source);
      assert.ok(source !== ARTICLE || PARAGRAPHS.includes(locator), locator);
    }
  });

  it('cite paragraphs by which a copy of the source is recognised', () => {
    const [source] = pack.sources;
    assert.deepEqual(
      source?.fingerprints?.map(({ locator }) => locator).sort(),
      [...PARAGRAPHS, REPEATED_CAPTION].sort(),
    );
  });

  it('have such paragraphs of most other sources, each with an excerpt that leads there', () => {
    const known = pack.sources.filter(({ id, fingerprints }) => id !== ARTICLE && fingerprints);
    assert.ok(known.length > 20, `${known.length} sources`);
    for (const { id, fingerprints = [] } of known) {
      const cited = pack.excerpts.filter(({ source }) => source === id);
      const places = new Set(cited.map(({ locator }) => locator));
      for (const { locator } of fingerprints) {
        assert.ok(places.has(locator), `${id}: ${locator}`);
      }
    }
  });

  it('name every entry of a kind by an id of its own', () => {
    for (const kind of ['sources', 'topics', 'partners', 'terms', 'excerpts', 'events'] as const) {
      assert.deepEqual(repeated(pack[kind].map((entry) => entry.id)), [], kind);
    }
  });
});

describe('the partners of the shipped pack', () => {
  it('are the four', () => {
    const four = pack.partners.filter((partner) => partner.kind === 'partner');
    assert.deepEqual(
      four.map((partner) => partner.id),
      FOUR_PARTNERS,
    );
  });

  it('have a group of all four', () => {
    const groups = pack.partners.filter(({ members }) => members);
    assert.deepEqual(
      groups.map(({ id, kind, members }) => [id, kind, members]),
      [['ip4', 'framework', FOUR_PARTNERS]],
    );
  });

  const namesFour = ({ partners }: Pick<Excerpt, 'partners'>) =>
    FOUR_PARTNERS.every((id) => partners.some((named) => named === id));

  it('are named one by one only where something is said of each', () => {
    assert.deepEqual(
      [...pack.excerpts, ...pack.events].filter(namesFour).map(({ id }) => id),
      [
        // New Zealand's programme had not come as far as the others.
        'three-tailored-programmes-by-vilnius',
        // Who came for each.
        'biden-meets-the-four-in-washington',
        // Three are consulted, one is of AUKUS itself.
        'aukus-2025-pillar-two-consultations',
        'partners-at-the-washington-summit',
      ],
    );
  });

  it('are named as a group by what speaks of the group', () => {
    const GROUP = /\bIP4\b|\b(the|all) four (Indo-Pacific )?partner|\bIndo-Pacific partners?\b/;
    const silent = pack.excerpts.filter(
      ({ heading, text, partners }) =>
        GROUP.test(`${heading} ${text}`) && !partners.some((id) => id === 'ip4'),
    );
    assert.deepEqual(
      silent.map(({ id }) => id),
      // Both tell of one country, and of the group only whom it came before or spoke to.
      ['japan-in-the-early-1990s', 'south-korea-2024-briefing-on-north-korea'],
    );
  });

  for (const id of FOUR_PARTNERS) {
    it(`give ${id} a timeline, a term and its agreements`, () => {
      const partner = pack.partners.find((candidate) => candidate.id === id);
      const states = partner?.agreements?.map((agreement) => agreement.state);
      assert.deepEqual(states, ['signed', id === 'new-zealand' ? 'under discussion' : 'signed']);
      assert.ok(pack.events.some((event) => event.partners.some((named) => named === id)));
      assert.ok(pack.terms.some((term) => term.partner === id));
    });
  }
});

describe('the terms of the shipped pack', () => {
  const used = new Set<string>(pack.excerpts.flatMap((excerpt) => excerpt.terms));
  const bare = pack.terms.filter((term) => !used.has(term.id) && term.basis.citations.length === 0);

  it('are many, nearly all with evidence or a citation', () => {
    assert.ok(pack.terms.length >= 170, `${pack.terms.length} terms`);
    assert.ok(bare.length <= pack.terms.length / 8, bare.map(({ id }) => id).join(', '));
  });

  it('say what they are not, or since when they are, where nothing is cited', () => {
    const LIMIT = /\b(not|neither|without|apart|wider|narrower|contested|disputed|no|claimed)\b/i;
    const SINCE = /\b(19|20)\d\d\b/;
    for (const { id, basis, definition } of bare) {
      assert.equal(basis.kind, 'general', id);
      assert.ok(LIMIT.test(definition) || SINCE.test(definition), `${id}: ${definition}`);
    }
  });

  it('do not claim the same form twice', () => {
    assert.deepEqual(repeated(pack.terms.flatMap(formsOf)), []);
  });
});

describe('the events of the shipped pack', () => {
  it('each rest on an excerpt', () => {
    for (const event of pack.events) {
      assert.ok(event.excerpts.length > 0, event.id);
    }
  });

  const told = new Set(pack.events.map((event) => event.date.start));
  const issued = new Map(pack.sources.map((source) => [source.id, dayOfIssue(source)]));

  /** The dates of the excerpts that no event begins on. */
  function untold(excerpts: readonly Excerpt[]): { from: Excerpt; date: SourceDate }[] {
    return excerpts.flatMap((from) =>
      from.dates.filter(({ start }) => !told.has(start)).map((date) => ({ from, date })),
    );
  }

  it('cover every date that the article gives', () => {
    const missing = untold(ARTICLE_EXCERPTS);
    assert.deepEqual(
      missing.map(({ from, date }) => `${from.id}: ${date.text}`),
      [],
    );
  });

  it('cover every day that another source tells of, but for that on which it is issued', () => {
    const missing = untold(pack.excerpts).filter(
      ({ from, date }) => date.precision === 'day' && date.start !== issued.get(from.source),
    );
    assert.deepEqual(
      missing.map(({ from, date }) => `${from.id}: ${date.text}`),
      [],
    );
  });
});

describe('the dates of the shipped pack', () => {
  const dates: readonly SourceDate[] = [
    ...pack.excerpts.flatMap((excerpt) => excerpt.dates),
    ...pack.events.map((event) => event.date),
    ...pack.partners
      .flatMap((partner) => partner.agreements ?? [])
      .flatMap(({ date }) => date ?? []),
  ];

  it('exist, do not end before they start, and are as precise as they look', () => {
    for (const date of dates) {
      assert.equal(findDateFlaw(date), undefined, date.text);
    }
  });

  it('are closed where their source is vague', () => {
    for (const { text, end, precision } of dates) {
      const spans = precision === 'range' || precision === 'approximate';
      assert.equal(end !== undefined, spans, text);
    }
  });
});
