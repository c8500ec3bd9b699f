import assert from 'node:assert/strict';
import { Catalog } from '../../../../src/core/packs/catalog';
import type { Pack, Partner, PartnerId, Topic, TopicId } from '../../../../src/core/model';
import { knownTermOfPack } from '../../../../src/core/terms/knownTerm';
import type { PassageTags } from '../../../../src/core/tags/passageTags';
import { Tagger } from '../../../../src/core/tags/tagger';
import { ownTerms } from '../../../support/knownTerms';
import { SMALL_PACK } from '../../../support/smallPack';
import { taggable } from '../../../support/taggable';

function partner(id: string, name: string, more: Partial<Partner>): Partner {
  const basis = { kind: 'general' as const, citations: [] };
  return { id: id as PartnerId, kind: 'partner', name, profile: name, basis, ...more };
}

function topic(id: string, name: string, more: Partial<Topic> = {}): Topic {
  return { id: id as TopicId, name, summary: name, ...more };
}

const PACK: Pack = {
  ...SMALL_PACK,
  excerpts: [],
  events: [],
  topics: [
    topic('tides', 'Tidal power', {
      query: '"tide mill" | turbine harbour -steam | partner:merra fleet',
    }),
    topic('harbour', 'Harbour works', { aliases: ['dredging'] }),
    topic('merra', 'Merra'),
  ],
  partners: [
    partner('merra', 'Merra', {
      aliases: ['Merran Republic'],
      adjectives: ['Merran'],
      capitals: ['Quell'],
      bodies: ['Tidal Assembly'],
      not: ['Lake Merra'],
      leaders: [
        { name: 'Ada Vance', aliases: ['Vance'], office: 'President', from: '2010', until: '2014' },
        { name: 'Ib Stone', family: 'Stone', office: 'President', from: '2015' },
      ],
    }),
    partner('north-merra', 'North Merra', { capitals: ['Oban'], adjectives: ['North Merran'] }),
    partner('four', 'The Four', {
      kind: 'framework',
      members: ['merra' as PartnerId, 'north-merra' as PartnerId],
    }),
  ],
  terms: [],
};
const TAGGER = Tagger.of({
  catalog: new Catalog([PACK]),
  terms: ownTerms('own', [{ name: 'Quell Accord' }, { name: 'tide gauge' }]),
});

function tagsOf(
  line: string,
  { heading, ...more }: { heading?: string; title?: string; year?: number } = {},
): PassageTags {
  const lines = heading === undefined ? [line] : [`# ${heading}`, line];
  return TAGGER.tag(taggable(lines, more)).at(0);
}

function namedIn(line: string, year?: number): readonly string[] {
  const { partners } = tagsOf(line, year === undefined ? {} : { year });
  return partners.map(({ id, isAsGroup }) => (isAsGroup ? `(${id})` : id)).sort();
}

describe('the actors that a passage names', () => {
  const cases: readonly (readonly [line: string, ...named: string[]])[] = [
    ['Merra has no coast.', 'merra'],
    ['The Merran Republic and the Merrans fish.', 'merra'],
    ['The Tidal Assembly met; a tidal assembly of gulls did not.', 'merra'],
    ['North Merra objects, and North Merran boats stay.', 'north-merra'],
    ['The boats on Lake Merra are old.'],
    ['Nobody met.'],
    ['The Four met.', '(merra)', '(north-merra)', 'four'],
    ['The Four met, and Merra was late.', '(north-merra)', 'four', 'merra'],
  ];
  for (const [line, ...named] of cases) {
    it(line, () => assert.deepEqual(namedIn(line), named));
  }
});

describe('a capital', () => {
  for (const line of [
    'Quell said no.',
    'Talks between Quell and Oban began.',
    'In Quell’s view nothing has changed.',
    'They sold their fleet to Quell.',
    'But Quell objects.',
    'Persuading Quell takes time.',
    'Sources close to Quell say so.',
    'Pressure from Quell grows, as does the distrust of Quell.',
  ]) {
    it(`acts: ${line}`, () => assert.ok(namedIn(line).includes('merra')));
  }
  for (const line of [
    'They met in Quell.',
    'A minister travelled to Quell.',
    'The Quell summit was short.',
    'He reads the Quell Gazette.',
    'The Quell-based firm failed.',
    'A street in Oban and Quell is closed.',
    'The University of Quell is old.',
    'The president visited Quell.',
    'The quell of the storm came.',
    'Admiral George Quell retired.',
    'George Quell retired.',
    'He flew from Quell to Oban.',
    'Visitors to Quell like it.',
    'They keep the Quell Accord.',
  ]) {
    it(`is a place or a name: ${line}`, () => assert.deepEqual(namedIn(line), []));
  }
});

describe('a leader', () => {
  it('stands for an actor in the years in office, whatever the document says in others', () => {
    assert.deepEqual(namedIn('Vance spoke.', 2012), ['merra']);
    assert.deepEqual(namedIn('Vance spoke.', 2014), ['merra']);
    assert.deepEqual(namedIn('Vance spoke.', 2016), []);
    assert.deepEqual(namedIn('Vance spoke.', 2009), []);
    assert.deepEqual(namedIn('Vance spoke.'), ['merra']);
  });

  it('is known by a family name that others may have where the document says who is meant', () => {
    const tagged = (...lines: string[]) =>
      TAGGER.tag(taggable(lines, { year: 2020 })).passagesOf('partner', 'merra');
    assert.equal(tagged('Stone spoke.').length, 0);
    assert.equal(tagged('Stone spoke.', 'President Stone agreed.').length, 2);
    assert.equal(tagged('Ib Stone agreed.', 'Stone spoke.', 'A stone fell.').length, 2);
  });
});

describe('the topics of a passage', () => {
  const topicsOf = (...given: Parameters<typeof tagsOf>) =>
    Object.fromEntries(tagsOf(...given).topics.map(({ id, strength }) => [id, strength]));

  it('are those whose names, terms and queries find enough of it', () => {
    assert.deepEqual(topicsOf('The tide mill turns.'), { tides: 'about' });
    assert.deepEqual(topicsOf('A turbine in the harbour.'), { tides: 'about' });
    assert.deepEqual(topicsOf('A turbine in a valley.'), {});
    assert.deepEqual(topicsOf('A steam turbine in the harbour.'), {});
    assert.deepEqual(topicsOf('Its fleet is small.'), {});
    assert.deepEqual(topicsOf('Its fleet is that of Merra.'), { merra: 'about', tides: 'about' });
  });

  it('are only mentioned where little of the passage speaks of them', () => {
    const rest = 'The weather was fair. Nobody saw a ship. Gulls cried over the pier. '.repeat(3);
    assert.deepEqual(topicsOf(`${rest}There was a tide mill.`), { tides: 'mentions' });
    assert.deepEqual(topicsOf(`${rest}There was some dredging.`), {}, 'a common word');
  });

  it('count more under a heading or a title that says so', () => {
    const rest = 'The weather was fair. Nobody saw a ship. Gulls cried over the pier. '.repeat(3);
    const line = `${rest}There was a tide mill.`;
    assert.deepEqual(topicsOf(line, { heading: 'Tidal power' }), { tides: 'about' });
    assert.deepEqual(topicsOf(rest, { heading: 'Tidal power', title: 'Tidal power' }), {});
  });

  it('say why', () => {
    const { topics } = tagsOf('The tide mill turns.', { heading: 'Tidal power' });
    assert.deepEqual(topics[0]?.why, [
      { by: 'query', wording: 'tide mill', place: 'text' },
      { by: 'name', wording: 'Tidal power', place: 'heading' },
    ]);
    const { partners } = tagsOf('Quell said no to Vance.');
    assert.deepEqual(partners[0]?.why, [
      { by: 'capital', wording: 'Quell', place: 'text' },
      { by: 'leader', wording: 'Vance', place: 'text' },
    ]);
  });

  it('come first when they are what it is about, and the heavier first', () => {
    const { topics } = tagsOf(
      'The tide mill and its turbine stand in the harbour. Merra built it.',
    );
    assert.deepEqual(
      topics.map(({ id }) => id),
      ['tides', 'merra'],
    );
  });
});

it('the terms of a passage are those of packs and glossaries, in the order of the text', () => {
  const { terms } = tagsOf('A tide gauge lies by the Quell Accord and a tide gauge.');
  assert.deepEqual(
    terms.map((id) => id.replace(/.*#/, '')),
    ['tide gauge', 'Quell Accord'],
  );
});

it('terms of packs that are linked to an actor name it', () => {
  const term = {
    id: 'republic',
    name: 'République merranne',
    kind: 'country',
    definition: 'Merra.',
    basis: { kind: 'general', citations: [] },
    partner: 'merra',
  } as unknown as Pack['terms'][number];
  const catalog = new Catalog([{ ...PACK, terms: [term] }]);
  const tagger = Tagger.of({ catalog, terms: [knownTermOfPack(term)] });
  const { partners } = tagger.tag(taggable(['La République merranne dit non.'])).at(0);
  assert.deepEqual(
    partners.map(({ id }) => id),
    ['merra'],
  );
});
