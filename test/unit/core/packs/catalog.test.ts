import assert from 'node:assert/strict';
import { Catalog, citationsOf, entryText, entryTitle } from '../../../../src/core/packs/catalog';
import { parse } from './badPack';
import { put, soundPack, type PackFilesDraft } from './packFiles';

function catalogOf(draft: PackFilesDraft = soundPack()): Catalog {
  const { pack } = parse(draft);
  assert.ok(pack);
  return new Catalog([pack]);
}

const ids = (entries: readonly { readonly id: string }[]): string[] => entries.map(({ id }) => id);

describe('Catalog', () => {
  const catalog = catalogOf();

  it('finds entries by kind and id', () => {
    assert.equal(catalog.get('term', 'japan')?.kind, 'country');
    assert.equal(catalog.get('partner', 'japan')?.kind, 'partner');
    assert.equal(catalog.get('topic', 'japan'), undefined);
    assert.equal(catalog.source('talk')?.title, 'A talk');
    assert.equal(catalog.source('history'), undefined);
    assert.ok(catalog.has({ kind: 'event', id: 'summit' }));
    assert.ok(!catalog.has({ kind: 'excerpt', id: 'summit' }));
  });

  it('finds nothing under names that objects inherit', () => {
    for (const id of ['__proto__', 'constructor', 'toString', '']) {
      assert.equal(catalog.get('term', id), undefined);
      assert.equal(catalog.source(id), undefined);
      assert.deepEqual(catalog.excerptsUnderTopic(id), []);
      assert.deepEqual(catalog.subtopics(id), []);
    }
  });

  it('lists entries in the order of the pack, and events by date', () => {
    assert.deepEqual(ids(catalog.all('term')), ['ip4', 'japan', 'nato']);
    assert.deepEqual(ids(catalog.sources), ['talk', 'paper']);
    assert.deepEqual(ids(catalog.timeline), ['founding', 'summit']);
    assert.deepEqual(ids(catalog.all('event')), ['founding', 'summit']);
    assert.deepEqual(
      catalog.infos.map(({ title }) => title),
      ['Small pack'],
    );
  });

  it('knows the topic tree', () => {
    assert.deepEqual(ids(catalog.rootTopics), ['history', 'future']);
    assert.deepEqual(ids(catalog.subtopics('history')), ['early-years']);
    assert.deepEqual(ids(catalog.subtopics('early-years')), []);
  });

  it('lists an excerpt once under a topic and its subtopic', () => {
    assert.deepEqual(ids(catalog.excerptsOfTopic('early-years')), ['first-contact']);
    assert.deepEqual(ids(catalog.excerptsUnderTopic('history')), ['first-contact']);
    assert.deepEqual(ids(catalog.excerptsUnderTopic('future')), ['outlook']);
  });

  it('lists under a topic what only its subtopics have', () => {
    const catalog = catalogOf(
      put(soundPack(), ['excerpts.json', 'excerpts', 0, 'topics'], ['early-years']),
    );
    assert.deepEqual(ids(catalog.excerptsOfTopic('history')), []);
    assert.deepEqual(ids(catalog.excerptsUnderTopic('history')), ['first-contact']);
  });

  it('knows what refers to an entry', () => {
    assert.deepEqual(ids(catalog.excerptsOfPartner('nato')), ['first-contact']);
    assert.deepEqual(ids(catalog.excerptsOfTerm('ip4')), ['first-contact']);
    assert.deepEqual(ids(catalog.excerptsOfTerm('nato')), []);
    assert.deepEqual(ids(catalog.excerptsOfSource('paper')), ['outlook']);
    assert.deepEqual(ids(catalog.eventsOfPartner('japan')), ['summit']);
    assert.deepEqual(ids(catalog.eventsOfExcerpt('outlook')), ['summit']);
    assert.deepEqual(ids(catalog.termsOfPartner('japan')), ['japan']);
  });

  it('knows the neighbours of an excerpt within its source', () => {
    assert.deepEqual(catalog.neighbours('first-contact'), {});
    const oneSource = catalogOf(
      put(soundPack(), ['excerpts.json', 'excerpts', 1, 'source'], 'talk'),
    );
    assert.equal(oneSource.neighbours('first-contact').next?.id, 'outlook');
    assert.equal(oneSource.neighbours('first-contact').previous, undefined);
    assert.equal(oneSource.neighbours('outlook').previous?.id, 'first-contact');
    assert.deepEqual(oneSource.neighbours('nowhere'), {});
  });

  it('names, tells and cites entries of every kind', () => {
    const seen = (['excerpt', 'topic', 'partner', 'term', 'event', 'source'] as const).map(
      (kind) => {
        const entry = catalog.all(kind)[0];
        assert.ok(entry);
        const places = citationsOf(entry).map(({ source, locator }) => `${source} ${locator}`);
        return [entryTitle(kind, entry), entryText(entry), ...places];
      },
    );
    assert.deepEqual(seen, [
      ['First contact', 'They met.', 'talk 1.1'],
      ['History', 'What was.', 'talk 1.1'],
      ['Japan', 'A partner.\nIn the Indo-Pacific.', 'talk 1.1', 'paper p. 3'],
      ['Indo-Pacific Four', 'Four partners.', 'talk 1.1'],
      ['Founding', 'It was founded.', 'paper p. 1'],
      ['A talk', 'Locators count sections and paragraphs.'],
    ]);
  });
});
