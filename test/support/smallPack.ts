import { Catalog } from '../../src/core/packs/catalog';
import type {
  Event,
  EventId,
  Excerpt,
  ExcerptId,
  Pack,
  PackId,
  Partner,
  PartnerId,
  Source,
  SourceId,
  Term,
  TermId,
  Topic,
  TopicId,
} from '../../src/core/model';

const source = 'interview' as SourceId;

function topic(id: string, more: Partial<Topic> = {}): Topic {
  return { id: id as TopicId, name: `Topic ${id}`, summary: `About ${id}.`, ...more };
}

function excerpt(id: string, locator: string, more: Partial<Excerpt> = {}): Excerpt {
  return {
    id: id as ExcerptId,
    heading: `Heading ${id}`,
    text: `Text of ${id}.`,
    source,
    locator,
    topics: [],
    partners: [],
    terms: [],
    dates: [],
    ...more,
  };
}

function term(id: string, name: string, more: Partial<Term> = {}): Term {
  return {
    id: id as TermId,
    name,
    kind: 'concept',
    definition: `What ${name} means.`,
    basis: { kind: 'general', citations: [] },
    ...more,
  };
}

function partner(id: string, name: string, more: Partial<Partner> = {}): Partner {
  return {
    id: id as PartnerId,
    kind: 'partner',
    name,
    profile: `Who ${name} is.`,
    basis: { kind: 'source', citations: [{ source, locator: '1.1' }] },
    ...more,
  };
}

function event(id: string, date: Event['date'], more: Partial<Event> = {}): Event {
  return {
    id: id as EventId,
    title: `Event ${id}`,
    text: `What happened at ${id}.`,
    date,
    topics: [],
    partners: [],
    excerpts: [],
    source,
    locator: '1.1',
    ...more,
  };
}

const interview: Source = {
  id: source,
  type: 'interview',
  label: 'Interview on partnerships',
  publisher: 'An Institute',
  issued: { 'date-parts': [[2024]] },
};

/** A pack that has everything once: a topic with a qualifier, an actor, an approximate date, … */
export const SMALL_PACK: Pack = {
  info: {
    id: 'small' as PackId,
    title: 'Small',
    description: 'For tests.',
    version: '1.0.0',
    language: 'en',
  },
  sources: [interview],
  topics: [
    topic('history'),
    topic('early', { parent: 'history' as TopicId }),
    topic('areas', { aliases: ['fields'] }),
    topic('cyber', { parent: 'areas' as TopicId, qualifier: 'likely' }),
    topic('bare'),
  ],
  partners: [
    partner('japan', 'Japan', {
      aliases: ['Nippon'],
      agreements: [
        {
          title: 'Tailored programme',
          state: 'signed',
          date: { text: '2023', start: '2023', precision: 'year' },
          note: 'The first of its kind.',
          source,
          locator: '3.1',
        },
        { title: 'Second programme', state: 'under discussion', source, locator: '3.2' },
      ],
    }),
    partner('nato', 'NATO', { kind: 'actor' }),
    partner('pfp', 'Partnership for Peace', {
      kind: 'framework',
      basis: { kind: 'general', citations: [{ source, locator: '2.1' }] },
    }),
  ],
  terms: [
    term('summit', 'summit', { related: ['alliance', 'alliance'] as TermId[] }),
    term('alliance', 'Alliance', {
      kind: 'organisation',
      abbreviation: 'NATO',
      aliases: ['the alliance'],
      partner: 'nato' as PartnerId,
      basis: {
        kind: 'source',
        citations: [
          { source, locator: '1.1' },
          { source, locator: '2.3' },
        ],
      },
    }),
    term('ecole', 'École', { basis: { kind: 'general', citations: [{ source, locator: '2.2' }] } }),
    term('2plus2', '2+2 talks'),
  ],
  excerpts: [
    excerpt('first', '1.1', {
      topics: ['early', 'areas'] as TopicId[],
      partners: ['japan', 'nato'] as PartnerId[],
      terms: ['alliance'] as TermId[],
    }),
    excerpt('second', '1.2', {
      topics: ['history'] as TopicId[],
      partners: ['japan'] as PartnerId[],
      terms: ['alliance', 'summit'] as TermId[],
    }),
    excerpt('third', '2.1', { topics: ['cyber'] as TopicId[], partners: ['pfp'] as PartnerId[] }),
    excerpt('loose', '2.2'),
  ],
  events: [
    event(
      'madrid',
      { text: '29 June 2022', start: '2022-06-29', precision: 'day' },
      {
        partners: ['japan'] as PartnerId[],
        excerpts: ['second', 'second'] as ExcerptId[],
        topics: ['early'] as TopicId[],
      },
    ),
    event('later', { text: '2022', start: '2022', precision: 'year' }),
    event(
      'contact',
      { text: 'early 1990s', start: '1990', end: '1993', precision: 'approximate' },
      { partners: ['japan', 'nato'] as PartnerId[], excerpts: ['first'] as ExcerptId[] },
    ),
    event('end', {
      text: 'end of 2019',
      start: '2019-10',
      end: '2019-12',
      precision: 'approximate',
    }),
  ],
};

export const SMALL_CATALOG = new Catalog([SMALL_PACK]);

/**
 * The small pack with a partner more and the group of the two, which its third excerpt and its second
 * event name. The first excerpt names both one by one.
 */
export function withGroup(): Pack {
  const pack = withSecondPartner();
  const pair = partner('pair', 'The pair', {
    kind: 'framework',
    aliases: ['P2'],
    members: ['japan', 'tonga'] as PartnerId[],
  });
  return {
    ...pack,
    partners: [...pack.partners, pair],
    excerpts: pack.excerpts.map((one) =>
      one.id === 'third' ? { ...one, partners: [pair.id] } : one,
    ),
    events: pack.events.map((one) => (one.id === 'later' ? { ...one, partners: [pair.id] } : one)),
  };
}

/** The small pack with a partner more, of which its first excerpt tells too. */
export function withSecondPartner(): Pack {
  const [first, ...others] = SMALL_PACK.excerpts;
  const tonga = partner('tonga', 'Tonga');
  const shared = first && { ...first, partners: [...first.partners, tonga.id] };
  return {
    ...SMALL_PACK,
    partners: [...SMALL_PACK.partners, tonga],
    excerpts: [...(shared === undefined ? [] : [shared]), ...others],
  };
}
