import assert from 'node:assert/strict';
import common from '../../../../data/schemas/common.schema.json';
import events from '../../../../data/schemas/events.schema.json';
import excerpts from '../../../../data/schemas/excerpts.schema.json';
import pack from '../../../../data/schemas/pack.schema.json';
import partners from '../../../../data/schemas/partners.schema.json';
import sources from '../../../../data/schemas/sources.schema.json';
import terms from '../../../../data/schemas/terms.schema.json';
import topics from '../../../../data/schemas/topics.schema.json';
import { ENTRY_FILES } from '../../../../src/core/packs/packFiles';
import type {
  Agreement,
  Basis,
  Citation,
  CslName,
  Event,
  Excerpt,
  PackInfo,
  Leader,
  Partner,
  Since,
  Source,
  SourceDate,
  SourceContainer,
  SourceFingerprint,
  Statement,
  Term,
  TermKind,
  Topic,
} from '../../../../src/core/model';

/** The fields of a shape in the model. The compiler holds it to the model, the test to the schema. */
type Fields<T> = { readonly [K in keyof T]-?: object extends Pick<T, K> ? 'optional' : 'required' };

/** The values that a field of the model may have. */
type Values<T extends string> = { readonly [V in T]: true };

interface ObjectSchema {
  readonly properties: object;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
}

function fieldsOf({ properties, required = [] }: ObjectSchema): object {
  return Object.fromEntries(
    Object.keys(properties)
      .filter((name) => name !== '$schema')
      .map((name) => [name, required.includes(name) ? 'required' : 'optional']),
  );
}

const SHAPES: readonly (readonly [name: string, schema: ObjectSchema, fields: object])[] = [
  [
    'PackInfo',
    pack,
    {
      id: 'required',
      title: 'required',
      description: 'required',
      version: 'required',
      language: 'required',
      asOf: 'optional',
    } satisfies Fields<PackInfo>,
  ],
  [
    'Source',
    sources.$defs.source,
    {
      id: 'required',
      type: 'required',
      title: 'optional',
      label: 'required',
      genre: 'optional',
      publisher: 'optional',
      container: 'optional',
      author: 'optional',
      interviewer: 'optional',
      editor: 'optional',
      translator: 'optional',
      edition: 'optional',
      issued: 'optional',
      URL: 'optional',
      DOI: 'optional',
      accessed: 'optional',
      rights: 'optional',
      numbering: 'optional',
      note: 'optional',
      language: 'optional',
      sections: 'optional',
      fingerprints: 'optional',
    } satisfies Fields<Source>,
  ],
  [
    'SourceContainer',
    sources.$defs.container,
    {
      title: 'required',
      volume: 'optional',
      issue: 'optional',
      page: 'optional',
    } satisfies Fields<SourceContainer>,
  ],
  [
    'SourceFingerprint',
    sources.$defs.fingerprint,
    {
      locator: 'required',
      length: 'required',
      sketch: 'required',
    } satisfies Fields<SourceFingerprint>,
  ],
  [
    'CslName',
    sources.$defs.cslName,
    { family: 'optional', given: 'optional', literal: 'optional' } satisfies Fields<CslName>,
  ],
  [
    'Topic',
    topics.$defs.topic,
    {
      id: 'required',
      name: 'required',
      parent: 'optional',
      summary: 'required',
      basis: 'optional',
      inSource: 'optional',
      asOf: 'optional',
      since: 'optional',
      aliases: 'optional',
      qualifier: 'optional',
      terms: 'optional',
      query: 'optional',
    } satisfies Fields<Topic>,
  ],
  [
    'Partner',
    partners.$defs.partner,
    {
      id: 'required',
      kind: 'required',
      name: 'required',
      aliases: 'optional',
      profile: 'required',
      basis: 'required',
      inSource: 'optional',
      asOf: 'optional',
      since: 'optional',
      agreements: 'optional',
      adjectives: 'optional',
      capitals: 'optional',
      bodies: 'optional',
      leaders: 'optional',
      not: 'optional',
      members: 'optional',
    } satisfies Fields<Partner>,
  ],
  [
    'Leader',
    partners.$defs.leader,
    {
      name: 'required',
      aliases: 'optional',
      family: 'optional',
      office: 'required',
      from: 'required',
      until: 'optional',
    } satisfies Fields<Leader>,
  ],
  [
    'Agreement',
    partners.$defs.agreement,
    {
      title: 'required',
      state: 'required',
      date: 'optional',
      note: 'optional',
      source: 'required',
      locator: 'required',
      since: 'optional',
    } satisfies Fields<Agreement>,
  ],
  [
    'Term',
    terms.$defs.term,
    {
      id: 'required',
      name: 'required',
      kind: 'required',
      abbreviation: 'optional',
      aliases: 'optional',
      definition: 'required',
      case: 'optional',
      near: 'optional',
      not: 'optional',
      related: 'optional',
      partner: 'optional',
      basis: 'required',
      inSource: 'optional',
      asOf: 'optional',
      since: 'optional',
    } satisfies Fields<Term>,
  ],
  [
    'Excerpt',
    excerpts.$defs.excerpt,
    {
      id: 'required',
      heading: 'required',
      text: 'required',
      source: 'required',
      locator: 'required',
      topics: 'required',
      partners: 'required',
      terms: 'required',
      dates: 'required',
      asOf: 'optional',
      since: 'optional',
    } satisfies Fields<Excerpt>,
  ],
  [
    'Event',
    events.$defs.event,
    {
      id: 'required',
      title: 'required',
      text: 'required',
      date: 'required',
      topics: 'required',
      partners: 'required',
      excerpts: 'required',
      source: 'required',
      locator: 'required',
      asOf: 'optional',
      since: 'optional',
    } satisfies Fields<Event>,
  ],
  [
    'SourceDate',
    common.$defs.date,
    {
      text: 'required',
      start: 'required',
      end: 'optional',
      precision: 'required',
    } satisfies Fields<SourceDate>,
  ],
  [
    'Citation',
    common.$defs.citation,
    { source: 'required', locator: 'required' } satisfies Fields<Citation>,
  ],
  [
    'Statement',
    common.$defs.statement,
    { text: 'required', citations: 'required' } satisfies Fields<Statement>,
  ],
  [
    'Since',
    common.$defs.since.items,
    {
      text: 'required',
      date: 'required',
      source: 'required',
      locator: 'optional',
    } satisfies Fields<Since>,
  ],
  [
    'Basis',
    common.$defs.basis,
    { kind: 'required', citations: 'required' } satisfies Fields<Basis>,
  ],
];

const VALUES: readonly (readonly [name: string, values: readonly string[], expected: object])[] = [
  [
    'Term.kind',
    terms.$defs.term.properties.kind.enum,
    {
      concept: true,
      organisation: true,
      framework: true,
      agreement: true,
      country: true,
      region: true,
      place: true,
      person: true,
      event: true,
    } satisfies Values<TermKind>,
  ],
  [
    'Term.case',
    terms.$defs.term.properties.case.enum,
    { exact: true, ignore: true } satisfies Values<NonNullable<Term['case']>>,
  ],
  [
    'Partner.kind',
    partners.$defs.partner.properties.kind.enum,
    { partner: true, actor: true, framework: true } satisfies Values<Partner['kind']>,
  ],
  [
    'Agreement.state',
    partners.$defs.agreement.properties.state.enum,
    { signed: true, 'under discussion': true } satisfies Values<Agreement['state']>,
  ],
  [
    'Basis.kind',
    common.$defs.basis.properties.kind.enum,
    { source: true, general: true } satisfies Values<Basis['kind']>,
  ],
  [
    'SourceDate.precision',
    common.$defs.date.properties.precision.enum,
    {
      day: true,
      month: true,
      year: true,
      range: true,
      approximate: true,
    } satisfies Values<SourceDate['precision']>,
  ],
];

describe('The schemas and the model agree', () => {
  for (const [name, schema, fields] of SHAPES) {
    it(`on the fields of ${name}`, () => {
      assert.deepEqual(fieldsOf(schema), fields);
      assert.equal(schema.additionalProperties, false);
    });
  }

  for (const [name, values, expected] of VALUES) {
    it(`on the values of ${name}`, () => {
      assert.deepEqual([...values], Object.keys(expected));
    });
  }
});

describe('The schemas', () => {
  const files = { common, events, excerpts, pack, partners, sources, terms, topics };

  for (const { list } of Object.values(ENTRY_FILES)) {
    it(`give ${list}.json its list and nothing else`, () => {
      const schema: ObjectSchema = files[list];
      assert.deepEqual(fieldsOf(schema), { [list]: 'required' });
      assert.equal(schema.additionalProperties, false);
    });
  }
});
