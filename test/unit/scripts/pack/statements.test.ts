import assert from 'node:assert/strict';
import eventsFile from '../../../../data/nato-ip4/events.json';
import excerptsFile from '../../../../data/nato-ip4/excerpts.json';
import packFile from '../../../../data/nato-ip4/pack.json';
import partnersFile from '../../../../data/nato-ip4/partners.json';
import sourcesFile from '../../../../data/nato-ip4/sources.json';
import termsFile from '../../../../data/nato-ip4/terms.json';
import topicsFile from '../../../../data/nato-ip4/topics.json';
import { asOfDay, isLater } from '../../../../src/core/packs/asOf';
import { Catalog, laterFactsOf, statementsOf } from '../../../../src/core/packs/catalog';
import { excerptsOfPartnerAndGroup } from '../../../../src/core/packs/partnerGroups';
import { TermMatcher } from '../../../../src/core/terms/termMatcher';
import type { Pack, SourceDate } from '../../../../src/core/model';
import { plainProse } from '../../../../src/core/note/prose';

// What a reader found when the shipped pack was held against its source, as far as a script can hold it.

const pack = {
  info: packFile,
  sources: sourcesFile.sources,
  topics: topicsFile.topics,
  partners: partnersFile.partners,
  terms: termsFile.terms,
  excerpts: excerptsFile.excerpts,
  events: eventsFile.events,
} as unknown as Pack;
const catalog = new Catalog([pack]);

const agreements = pack.partners.flatMap((partner) => partner.agreements ?? []);
const stated = [...pack.terms, ...pack.partners, ...pack.topics];
const laterFacts = [
  ...[...stated, ...pack.excerpts, ...pack.events].flatMap(laterFactsOf),
  ...agreements.flatMap((agreement) => agreement.since ?? []),
];

function wordsOf(entry: (typeof stated)[number]): string {
  if ('definition' in entry) {
    return entry.definition;
  }
  return 'profile' in entry ? entry.profile : entry.summary;
}

/** The entries whose words match, as `id: words`. */
function matching(entries: readonly { id: string; words: string }[], pattern: RegExp): string[] {
  return entries
    .filter(({ words }) => pattern.test(words))
    .map(({ id, words }) => `${id}: ${words}`);
}

describe('what the shipped pack says of its own', () => {
  it('is general where it is called so: it tells nothing that a document says', () => {
    const general = stated
      .filter(({ basis }) => basis?.kind === 'general')
      .map((entry) => ({ id: entry.id, words: wordsOf(entry) }));
    assert.ok(general.length > 70, `${general.length} entries`);
    // “Article 5” is a provision of a treaty.
    assert.deepEqual(
      matching(general, /\b(articles?(?! \d)|report(ed|s)?|the source|Galic)\b/i),
      [],
    );
  });

  it('never speaks of “the source”, which nobody knows once the words are elsewhere', () => {
    const words = [
      ...stated.map((entry) => ({ id: entry.id, words: wordsOf(entry) })),
      ...stated.flatMap((entry) =>
        statementsOf(entry).map(({ text }) => ({ id: entry.id, words: text })),
      ),
      ...[...pack.excerpts, ...pack.events].map(({ id, text }) => ({ id, words: text })),
    ];
    assert.deepEqual(matching(words, /\bthe source\b/i), []);
  });

  it('has a basis for every topic below the first level', () => {
    const without = pack.topics.filter(({ parent, basis }) => parent && basis === undefined);
    assert.deepEqual(without, []);
  });

  it('names a person as the holder of a view only where that person is introduced', () => {
    const named = pack.excerpts.filter(({ text }) => text.includes('Galic')).map(({ id }) => id);
    assert.deepEqual(named, ['chair-and-themes']);
  });
});

describe('what the shipped pack says of a partner', () => {
  for (const partner of pack.partners.filter(({ kind }) => kind === 'partner')) {
    it(`parts the little that is particular to ${partner.name} from what all four have in common`, () => {
      const { particular, shared } = excerptsOfPartnerAndGroup(catalog, partner);
      assert.ok(particular.length > 0 && shared.length > 0);
      assert.ok(particular.length < pack.excerpts.length / 4, `${particular.length} excerpts`);
    });
  }
});

describe('the sources of the shipped pack', () => {
  it('say where and when they were read, and how far', () => {
    for (const { id, URL, accessed, issued, publisher, note = '' } of pack.sources) {
      assert.ok(URL && accessed && publisher, id);
      assert.match(note, /\bread\b/i, id);
      assert.ok(issued ?? /\b(No date|day were not in the copy)\b/.test(note), id);
    }
  });

  it('bear two excerpts or more, and say how their places are counted, or bear none', () => {
    for (const { id, numbering } of pack.sources) {
      const count = pack.excerpts.filter(({ source }) => source === id).length;
      assert.ok(count !== 1, id);
      assert.ok(count === 0 || numbering, id);
    }
  });

  it('each bear something', () => {
    const cited = new Set([
      ...stated.flatMap(({ basis }) => basis?.citations ?? []).map(({ source }) => source),
      ...stated.flatMap(statementsOf).flatMap(({ citations }) => citations.map((c) => c.source)),
      ...[...pack.excerpts, ...pack.events, ...agreements, ...laterFacts].map((one) => one.source),
    ]);
    const idle = pack.sources.filter(({ id }) => !cited.has(id)).map(({ id }) => id);
    assert.deepEqual(idle, []);
  });
});

describe('the day whose state the shipped pack gives', () => {
  /** Their own words are of what is to come. */
  const LOOKING_AHEAD = new Set([
    'third-summit-participation-expected',
    'australia-2025-aircraft-to-poland',
    'south-korea-2024-support-for-ukraine',
  ]);

  it('is never earlier than what an entry tells of happened', () => {
    for (const excerpt of pack.excerpts) {
      const { id, dates, source } = excerpt;
      const day = asOfDay(catalog, excerpt) ?? '';
      // A source may look ahead, as the article and the interviews do.
      const told = dates.filter(({ start }) => !start.startsWith(day) && start > day);
      assert.ok(told.length === 0 || LOOKING_AHEAD.has(id), `${id} of ${source}, as of ${day}`);
    }
  });
});

describe('what has overtaken the shipped pack', () => {
  it('comes after the day of the pack and that of its entry, earliest first', () => {
    const ofPack = pack.info.asOf ?? '';
    assert.match(ofPack, /^\d{4}-\d{2}/);
    for (const { date, text } of laterFacts) {
      assert.ok(isLater(date, ofPack), text);
    }
    for (const entry of [...stated, ...pack.excerpts, ...pack.events]) {
      const facts = laterFactsOf(entry);
      const day = asOfDay(catalog, entry);
      assert.ok(facts.length === 0 || day !== undefined, `${entry.id} has no day`);
      assert.deepEqual(
        facts.filter(({ date }) => !isLater(date, day ?? '')).map(({ text }) => text),
        [],
        `${entry.id}, as of ${day}`,
      );
    }
    for (const entry of [...stated, ...pack.excerpts, ...pack.events]) {
      const starts = laterFactsOf(entry).map(({ date }) => date.start);
      assert.deepEqual(starts, [...starts].sort(), entry.id);
    }
  });

  it('is marked on what is known to be overtaken', () => {
    const overtaken = [
      catalog.get('excerpt', 'new-zealand-agreement-under-discussion'),
      catalog.get('excerpt', 'third-summit-participation-expected'),
      catalog.get('event', 'washington-summit'),
      catalog.get('term', 'public-diplomacy-division'),
      catalog.get('term', 'usip'),
      catalog.get('term', 'fumio-kishida'),
      catalog.get('topic', 'new-agreements'),
    ];
    for (const entry of overtaken) {
      assert.ok(entry && laterFactsOf(entry).length > 0, entry?.id);
    }
    assert.ok(agreements.some(({ state, since }) => state === 'under discussion' && since));
  });
});

describe('the dates of the shipped pack', () => {
  const WINDOWS: Readonly<Record<string, string>> = {
    'early 1990s': '1990–1993',
    // Dialogue with two of the four is dated from 2005 elsewhere.
    'early 2000s': '2000–2005',
    // The last of the four agreements is of 2014.
    'early 2010s': '2010–2014',
  };

  it('are as wide as vague words can mean', () => {
    const dates: readonly SourceDate[] = [
      ...pack.excerpts.flatMap((excerpt) => excerpt.dates),
      ...pack.events.map((event) => event.date),
      ...agreements.flatMap(({ date }) => date ?? []),
    ];
    const vague = dates.filter(({ text }) => text in WINDOWS);
    assert.ok(vague.length > 8, `${vague.length} dates`);
    for (const { text, start, end } of vague) {
      assert.equal(`${start}–${end}`, WINDOWS[text], text);
    }
  });
});

describe('the caution of the shipped pack', () => {
  const CAUTIOUS: readonly (readonly [string, RegExp])[] = [
    ['no-demand-for-formalisation', /\bappears\b.*\bApril 2024\b/],
    ['grouping-likely-to-continue', /\blikely\b/],
    ['nato-not-expected-as-direct-actor', /\bdo not appear\b/],
    ['not-yet-seen-as-strategic-asset', /\bdo not seem\b/],
    ['competing-views-within-nato', /\bmay\b/],
    ['coordination-before-engaging-nato', /\bmay\b/],
    ['magnifying-common-views', /\bpotential\b/],
    ['signals-to-china-and-north-korea', /\bmay\b/],
    ['sanctions-and-aid-as-example', /\bcould\b/],
    ['additional-areas-of-the-study-group', /\bmight\b/],
    ['third-summit-participation-expected', /\bexpected\b/],
    ['visits-as-a-platform-for-nato', /\bsuggest\b.*\bmay\b/],
  ];
  for (const [id, words] of CAUTIOUS) {
    it(`is kept in ${id}`, () => {
      assert.match(catalog.get('excerpt', id)?.text ?? '', words);
    });
  }

  it('does not call suggested what was considered', () => {
    const headings = pack.excerpts.map(({ id, heading }) => ({ id, words: heading }));
    assert.deepEqual(matching(headings, /suggest/i), []);
  });
});

describe('the forms of the shipped terms', () => {
  const matcher = TermMatcher.of(pack.terms);
  const firing = (text: string): string[] =>
    matcher.occurrences(plainProse(text)).map(({ start, end }) => text.slice(start, end));

  it('are none that mean something else in ordinary prose', () => {
    const prose = [
      'The call is at ten, EDT, in Bethesda, MD; the MD of the firm speaks of access and inclusion,',
      'of safety in numbers and of what happens on the margins. A de facto standard. The Strategic',
      'Partnership Agreement shapes bilateral relations between others. An Asian NATO was proposed.',
      'Our mission to NATO. The Outer Space Treaty. Like-minded countries in an informal grouping',
      'have a strategic objective; the international staff of the school and partner nations plan a',
      'high-profile visit. An emerging technology has a knock-on effect.',
    ].join('\n');
    assert.deepEqual(new Set(firing(prose)), new Set(['NATO']));
  });

  it('are read as acronyms where the note has the long form', () => {
    const note = [
      'Emerging and disruptive technologies (EDT) are one field; the Mediterranean Dialogue (MD)',
      'has another.',
      '',
      'EDT come first.',
    ].join('\n');
    assert.deepEqual(firing(note), [
      'Emerging and disruptive technologies',
      'EDT',
      'Mediterranean Dialogue',
      'MD',
      'EDT',
    ]);
  });

  it('are those that notes have', () => {
    const meant = [
      'Asia-Pacific partners',
      'war of aggression against Ukraine',
      'Ukraine conflict',
      'cyber security',
      'cybersecurity',
      'Sino-American rivalry',
      'Individually Tailored Partnership Program',
    ];
    assert.deepEqual(meant.flatMap(firing), meant);
  });
});
