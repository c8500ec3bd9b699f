import type { Pack } from '../../../../src/core/model';
import { laterFactsOf, statementsOf } from '../../../../src/core/packs/catalog';
import type { FileStore } from '../../../../src/core/ports';

/** The parsed files of a pack by name, to be spoilt. */
export type PackFilesDraft = Record<string, unknown>;

/** A sound pack in which every kind of entry has every field, and every field that is a list has items. */
export function soundPack(): PackFilesDraft {
  return JSON.parse(JSON.stringify(SOUND)) as PackFilesDraft;
}

/** The files as their store would give them: text that is not parsed yet stays as it is. */
export function contentsOf(draft: PackFilesDraft): Map<string, string> {
  return new Map(
    Object.entries(draft).map(([name, value]) => [
      name,
      value instanceof RawText ? value.text : JSON.stringify(value),
    ]),
  );
}

/** A file's text where it is not what `JSON.stringify` would write. */
export class RawText {
  constructor(readonly text: string) {}
}

type Key = string | number;

/** Puts `value` at a path of keys below a file; `undefined` takes away what is there. */
export function put(
  draft: PackFilesDraft,
  path: readonly [string, ...Key[]],
  value: unknown,
): PackFilesDraft {
  const parents = path.slice(0, -1);
  const last = path.at(-1) as Key;
  const parent = parents.reduce<unknown>((at, key) => (at as Record<Key, unknown>)[key], draft);
  if (value === undefined) {
    if (Array.isArray(parent)) {
      parent.splice(Number(last), 1);
    } else {
      delete (parent as Record<Key, unknown>)[last];
    }
  } else {
    (parent as Record<Key, unknown>)[last] = value;
  }
  return draft;
}

const LISTS = ['sources', 'topics', 'partners', 'terms', 'excerpts', 'events'] as const;

/** Every id in a pack with its list in front, such as `terms/ip4`. */
export function idsOf(pack: Pack | undefined): string[] {
  return LISTS.flatMap((list) => (pack?.[list] ?? []).map(({ id }) => `${list}/${id}`));
}

/** References of a pack that lead nowhere, as `terms/ip4 related nowhere`. */
export function danglingIn(pack: Pack): string[] {
  const known = new Set(idsOf(pack));
  const dangling: string[] = [];
  const check = (owner: string, list: string, ids: readonly (string | undefined)[]): void => {
    for (const id of ids) {
      if (id !== undefined && !known.has(`${list}/${id}`)) {
        dangling.push(`${owner} ${list} ${id}`);
      }
    }
  };
  for (const entry of [...pack.topics, ...pack.partners, ...pack.terms]) {
    check(
      entry.id,
      'sources',
      [...statementsOf(entry), entry.basis].flatMap(
        (one) => one?.citations.map(({ source }) => source) ?? [],
      ),
    );
  }
  for (const entry of [
    ...pack.topics,
    ...pack.partners,
    ...pack.terms,
    ...pack.excerpts,
    ...pack.events,
  ]) {
    check(
      entry.id,
      'sources',
      laterFactsOf(entry).map(({ source }) => source),
    );
  }
  for (const topic of pack.topics) {
    check(topic.id, 'topics', [topic.parent]);
  }
  for (const partner of pack.partners) {
    check(partner.id, 'partners', partner.members ?? []);
    check(
      partner.id,
      'sources',
      (partner.agreements ?? []).flatMap(({ source, since = [] }) => [
        source,
        ...since.map((fact) => fact.source),
      ]),
    );
  }
  for (const term of pack.terms) {
    check(term.id, 'terms', term.related ?? []);
    check(term.id, 'partners', [term.partner]);
  }
  for (const excerpt of pack.excerpts) {
    check(excerpt.id, 'sources', [excerpt.source]);
    check(excerpt.id, 'topics', excerpt.topics);
    check(excerpt.id, 'partners', excerpt.partners);
    check(excerpt.id, 'terms', excerpt.terms);
  }
  for (const event of pack.events) {
    check(event.id, 'sources', [event.source]);
    check(event.id, 'topics', event.topics);
    check(event.id, 'partners', event.partners);
    check(event.id, 'excerpts', event.excerpts);
  }
  return dangling;
}

/** Files in memory by path; a path that is not there is refused as a real store would. */
export function memoryFiles(files: ReadonlyMap<string, string>): FileStore {
  return {
    readText: (path) => {
      const text = files.get(path);
      return text === undefined
        ? Promise.reject(new Error(`File not found: ${path}`))
        : Promise.resolve(text);
    },
  };
}

const date = { text: 'June 2022', start: '2022-06', end: '2022-07', precision: 'month' };
const citation = { source: 'talk', locator: '1.1' };
const inSource = [
  { text: 'They say so.', citations: [citation, { source: 'paper', locator: 'p. 5' }] },
];
const later = { text: 'June 2024', start: '2024-06', end: '2024-07', precision: 'month' };
const dated = {
  asOf: '2024-04',
  since: [{ text: 'It ended.', date: later, source: 'paper', locator: 'p. 8' }],
};

const SOUND: PackFilesDraft = {
  'pack.json': {
    $schema: '../schemas/pack.schema.json',
    id: 'small',
    title: 'Small pack',
    description: 'A pack for tests.',
    version: '1.0.0',
    language: 'en',
    asOf: '2024-04-23',
  },
  'sources.json': {
    $schema: '../schemas/sources.schema.json',
    sources: [
      {
        id: 'talk',
        type: 'interview',
        title: 'A talk',
        label: 'Talk with somebody',
        genre: 'question and answer',
        publisher: 'Institute',
        author: [{ family: 'Doe', given: 'Jane' }],
        interviewer: [{ literal: 'Editors' }],
        issued: { 'date-parts': [[2024, 7, 9]] },
        URL: 'https://institute.example/talk?id=1',
        DOI: '10.1000/182',
        accessed: { 'date-parts': [[2026, 12, 1]] },
        rights: 'All rights reserved.',
        numbering: 'By section and paragraph.',
        note: 'Locators count sections and paragraphs.',
        language: 'en',
        fingerprints: [{ locator: '1.1', length: 90, sketch: '00blft02486a' }],
      },
      { id: 'paper', type: 'report', label: 'A paper' },
    ],
  },
  'topics.json': {
    topics: [
      {
        id: 'history',
        name: 'History',
        summary: 'What was.',
        aliases: ['past'],
        basis: { kind: 'source', citations: [citation] },
        inSource,
        ...dated,
      },
      { id: 'early-years', name: 'Early years', summary: 'What was first.', parent: 'history' },
      { id: 'future', name: 'Future', summary: 'What may be.', qualifier: 'likely' },
    ],
  },
  'partners.json': {
    partners: [
      {
        id: 'japan',
        kind: 'partner',
        name: 'Japan',
        aliases: ['Nippon'],
        profile: 'A partner.\nIn the Indo-Pacific.',
        basis: { kind: 'source', citations: [citation, { source: 'paper', locator: 'p. 3' }] },
        inSource,
        ...dated,
        agreements: [
          {
            title: 'Programme',
            state: 'signed',
            date,
            note: 'Note.',
            ...citation,
            since: dated.since,
          },
          { title: 'Plan', state: 'under discussion', source: 'paper', locator: 'p. 4' },
        ],
      },
      {
        id: 'nato',
        kind: 'actor',
        name: 'NATO',
        profile: 'An alliance.',
        basis: { kind: 'general', citations: [] },
      },
      {
        id: 'pair',
        kind: 'framework',
        name: 'The pair',
        profile: 'Two together.',
        basis: { kind: 'general', citations: [] },
        members: ['japan', 'nato'],
      },
    ],
  },
  'terms.json': {
    terms: [
      {
        id: 'ip4',
        name: 'Indo-Pacific Four',
        kind: 'concept',
        abbreviation: 'IP4',
        aliases: ['Indo-Pacific partners'],
        definition: 'Four partners.',
        case: 'exact',
        near: ['NATO'],
        not: ['the old four'],
        related: ['nato', 'japan'],
        basis: { kind: 'source', citations: [citation] },
        inSource,
        ...dated,
      },
      {
        id: 'japan',
        name: 'Japan',
        kind: 'country',
        definition: 'A country.',
        partner: 'japan',
        basis: { kind: 'general', citations: [{ source: 'paper', locator: 'p. 1' }] },
      },
      {
        id: 'nato',
        name: 'NATO',
        kind: 'organisation',
        definition: 'An alliance.',
        partner: 'nato',
        basis: { kind: 'general', citations: [] },
      },
    ],
  },
  'excerpts.json': {
    excerpts: [
      {
        id: 'first-contact',
        heading: 'First contact',
        text: 'They met.',
        ...citation,
        topics: ['early-years', 'history'],
        partners: ['japan', 'nato'],
        terms: ['ip4', 'japan'],
        dates: [date],
        ...dated,
      },
      {
        id: 'outlook',
        heading: 'Outlook',
        text: 'They may meet again.',
        source: 'paper',
        locator: 'p. 9',
        topics: ['future'],
        partners: [],
        terms: [],
        dates: [],
      },
    ],
  },
  'events.json': {
    events: [
      {
        id: 'summit',
        title: 'Summit',
        text: 'They met at a summit.',
        date,
        topics: ['history'],
        partners: ['japan'],
        excerpts: ['first-contact', 'outlook'],
        ...citation,
        ...dated,
      },
      {
        id: 'founding',
        title: 'Founding',
        text: 'It was founded.',
        date: { text: '1949', start: '1949', precision: 'year' },
        topics: [],
        partners: ['nato'],
        excerpts: [],
        source: 'paper',
        locator: 'p. 1',
      },
    ],
  },
};
