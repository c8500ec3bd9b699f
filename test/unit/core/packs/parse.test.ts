import assert from 'node:assert/strict';
import { parsePack } from '../../../../src/core/packs/parse';
import { MAX_PROBLEMS_PER_FILE } from '../../../../src/core/packs/problem';
import { itLoadsTheRest, parse, places, set } from './badPack';
import { contentsOf, put, RawText, soundPack, type PackFilesDraft } from './packFiles';

/** `depth` lists, each in the one before. */
const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

describe('parsePack', () => {
  it('takes a sound pack as it is', () => {
    const draft = soundPack() as Record<string, Record<string, unknown>>;
    const info = { ...draft['pack.json'] };
    delete info['$schema'];
    assert.deepEqual(parse(soundPack()), {
      pack: {
        info,
        sources: draft['sources.json']?.['sources'],
        topics: draft['topics.json']?.['topics'],
        partners: draft['partners.json']?.['partners'],
        terms: draft['terms.json']?.['terms'],
        excerpts: draft['excerpts.json']?.['excerpts'],
        events: draft['events.json']?.['events'],
      },
      problems: [],
    });
  });

  describe('loads the rest when a file is', () => {
    const file = set('terms.json');
    const text = (json: string) => file(new RawText(json));
    const whole = ['terms.json $'];
    const list = ['terms.json $.terms'];
    const terms = ['terms/ip4', 'terms/japan', 'terms/nato'];
    itLoadsTheRest([
      ['cut short', text('{ "terms": [{ "id": "i'), whole, terms],
      ['empty', text(''), whole, terms],
      ['blank', text(' \n'), whole, terms],
      ['null', text('null'), whole, terms],
      ['a list', text('[]'), whole, terms],
      ['a text', text('"terms"'), whole, terms],
      ['longer than 32 MB', text(' '.repeat(33 * 2 ** 20)), whole, terms],
      ['a hundred thousand lists in each other', text(nested(1e5)), whole, terms],
      ['missing', file(undefined), whole, terms],
      ['full of entries', text(`{ "terms": [${'0,'.repeat(1e5)}0] }`), list, terms],
      ['without its list', text('{}'), list, terms],
      ['given an object for its list', text('{ "terms": { "0": {} } }'), list, terms],
      [
        'given its list by a prototype',
        text('{ "__proto__": { "terms": [] } }'),
        ['terms.json $.__proto__', ...list],
        terms,
      ],
      ['given more fields', set('terms.json', 'the rest')([]), ['terms.json $["the rest"]']],
    ]);
  });

  it('reads a file with a byte-order mark', () => {
    const draft = soundPack();
    const text = contentsOf(draft).get('terms.json') ?? '';
    assert.deepEqual(places(parse(put(draft, ['terms.json'], new RawText(`\uFEFF${text}`)))), []);
  });

  describe('leaves out an entry that is', () => {
    const entry = set('events.json', 'events', 1);
    const raw = (json: string) => (draft: PackFilesDraft) => {
      const text = contentsOf(put(draft, ['events.json', 'events', 1], 'HERE')).get('events.json');
      put(draft, ['events.json'], new RawText((text ?? '').replace('"HERE"', () => json)));
    };
    const at = ['events.json $.events[1]'];
    const founding = ['events/founding'];
    const required = ['id', 'title', 'text', 'date', 'topics', 'partners', 'excerpts'];
    itLoadsTheRest([
      ['null', entry(null), at, founding],
      ['a number', entry(1), at, founding],
      ['a text', entry('founding'), at, founding],
      ['a list', entry([]), at, founding],
      ['twenty thousand items', entry({ topics: Array(2e4).fill({}) }), at, founding],
      ['a text of 10 MB', entry('x'.repeat(1e7)), at, founding],
      ['a hundred thousand lists in each other', raw(nested(1e5)), at, founding],
      [
        'empty',
        entry({}),
        [...required, 'source', 'locator'].map((key) => `${at[0]}.${key}`),
        founding,
      ],
      [
        'filled by its prototype only',
        raw(`{ "__proto__": ${JSON.stringify(parse(soundPack()).pack?.events[1])} }`),
        [...required, 'source', 'locator', '__proto__'].map((key) => `${at[0]}.${key}`),
        founding,
      ],
    ]);
  });

  describe('leaves out an entry in which', () => {
    const field = (...path: readonly (string | number)[]) =>
      set('events.json', 'events', 1, ...path);
    const at = (path: string): string[] => [`events.json $.events[1].${path}`];
    const founding = ['events/founding'];
    itLoadsTheRest([
      ['a field is missing', field('title')(undefined), at('title'), founding],
      ['a field is not known', field('titel')('Founding'), at('titel'), founding],
      ['a key is that of a prototype', field('constructor')({}), at('constructor'), founding],
      [
        'a key has 10 MB',
        field('x'.repeat(1e7))(1),
        [`events.json $.events[1]["${'x'.repeat(60)}…"]`],
        founding,
      ],
      ['a text is null', field('text')(null), at('text'), founding],
      ['a text is a number', field('text')(1949), at('text'), founding],
      ['a text is a list', field('text')(['It was founded.']), at('text'), founding],
      ['a text is empty', field('text')(''), at('text'), founding],
      ['a text is blank', field('text')('  '), at('text'), founding],
      ['a text is too long', field('text')('x'.repeat(2001)), at('text'), founding],
      ['a text has 10 MB', field('text')('😀 '.repeat(3.4e6)), at('text'), founding],
      ['an id has 10 MB', field('id')('a-'.repeat(5e6)), at('id'), founding],
      ['a text has a control character', field('text')('a\u0000b'), at('text'), founding],
      ['a text has a control sequence', field('text')('\u001b[31mred'), at('text'), founding],
      ['a title has a line break', field('title')('a\nb'), at('title'), founding],
      ['a text has half a surrogate pair', field('text')('a\ud83db'), at('text'), founding],
      ['a text was not UTF-8', field('text')('Erdo\uFFFDan'), at('text'), founding],
      ['a text turns its direction', field('text')('a\u202Eb\u202Cc'), at('text'), founding],
      ['an id has capitals', field('id')('Founding'), at('id'), founding],
      ['an id is a path', field('id')('../founding'), at('id'), founding],
      ['an id is a prototype', field('id')('__proto__'), at('id'), founding],
      ['a list is a text', field('topics')('history'), at('topics'), founding],
      ['an item is a number', field('topics')([1]), at('topics[0]'), founding],
      ['an item stands twice', field('topics')(['history', 'history']), at('topics'), founding],
      [
        'a value is none of those allowed',
        field('date', 'precision')('week'),
        at('date.precision'),
        founding,
      ],
      ['a month is 13', field('date', 'start')('2022-13'), at('date.start'), founding],
      [
        'several things are wrong',
        (draft) => [field('title')(1)(draft), field('date', 'end')('soon')(draft)],
        [...at('title'), ...at('date.end')],
        founding,
      ],
    ]);
  });

  describe('holds entries to the rules of their schema:', () => {
    const source = (fields: object) => (draft: PackFilesDraft) =>
      put(draft, ['sources.json', 'sources', 2], {
        id: 'new',
        type: 'interview',
        label: 'New',
        ...fields,
      });
    const at = (path: string): string[] => [`sources.json $.sources[2].${path}`];
    itLoadsTheRest([
      [
        'what a source says has a citation',
        set('partners.json', 'partners', 1, 'basis', 'kind')('source'),
        ['partners.json $.partners[1].basis.citations'],
        ['partners/nato'],
      ],
      [
        'a given name has a family name',
        source({ author: [{ given: 'J' }] }),
        at('author[0].family'),
      ],
      ['a name is not empty', source({ author: [{}] }), at('author[0]')],
      ['a list of names is not empty', source({ author: [] }), at('author')],
      [
        'a date is in a list',
        source({ issued: { 'date-parts': [2024] } }),
        at('issued.date-parts[0]'),
      ],
      [
        'a month is no fraction',
        source({ issued: { 'date-parts': [[2024, 1.5]] } }),
        at('issued.date-parts[0][1]'),
      ],
      [
        'a month is at most 12',
        source({ issued: { 'date-parts': [[2024, 13]] } }),
        at('issued.date-parts[0][1]'),
      ],
      [
        'a date ends with the day',
        source({ issued: { 'date-parts': [[2024, 1, 2, 3]] } }),
        at('issued.date-parts[0]'),
      ],
      ['a type is one of CSL', source({ type: 'q-and-a' }), at('type')],
      ['a language is a tag', source({ language: 'British English' }), at('language')],
      [
        'a sketch is whole',
        source({ fingerprints: [{ locator: '1.1', length: 90, sketch: '00blft02' }] }),
        at('fingerprints[0].sketch'),
      ],
      [
        'a fingerprint has a place',
        source({ fingerprints: [{ length: 90, sketch: '00blft' }] }),
        at('fingerprints[0].locator'),
      ],
      [
        'a paragraph with a fingerprint has letters',
        source({ fingerprints: [{ locator: '1.1', length: 0, sketch: '00blft' }] }),
        at('fingerprints[0].length'),
      ],
    ]);
  });

  describe('and a pack that says of itself', () => {
    const info = (key: string) => set('pack.json', key);
    itLoadsTheRest([
      ['no title', info('title')(undefined), ['pack.json $.title']],
      ['a bad version', info('version')('first'), ['pack.json $.version']],
      ['nothing', set('pack.json')(undefined), ['pack.json $']],
      ['null', set('pack.json')(null), ['pack.json $']],
    ]);

    it('too little goes by the name of its folder', () => {
      const { pack } = parse(put(soundPack(), ['pack.json', 'id'], undefined));
      assert.deepEqual([pack?.info.id, pack?.info.title], ['small', 'small']);
    });
  });

  it('says once that there is no pack', () => {
    assert.deepEqual(parsePack('packs/none', new Map()), {
      pack: undefined,
      problems: [
        {
          file: 'packs/none',
          path: '$',
          message: 'The pack cannot be read. There is no such file.',
          remedy: 'Check that the folder is there and holds the files of a pack.',
        },
      ],
    });
  });

  it('tells where JSON breaks off, and what to do', () => {
    const { problems } = parse(
      put(soundPack(), ['terms.json'], new RawText('{\n  "terms": [\n    { "id": "ip4" }\n')),
    );
    assert.deepEqual(problems, [
      {
        file: 'packs/small/terms.json',
        path: '$',
        message:
          'The file is not valid JSON: at line 4, column 1 there should be a comma or "]". ' +
          'Nothing of it is loaded, nor what needs it.',
        remedy: 'Mend it there; VS Code underlines such places.',
      },
    ]);
  });

  it('takes the remedy from the schema', () => {
    const { problems } = parse(put(soundPack(), ['events.json', 'events', 1, 'id'], 'Founding'));
    assert.deepEqual(problems[0], {
      file: 'packs/small/events.json',
      path: '$.events[1].id',
      message: 'The event "Founding" is left out: "id" is not written as it must be.',
      remedy:
        'An id has lower-case letters, digits and single hyphens between them, such as "indian-ocean".',
    });
  });

  it('tells a hundred problems of a file and counts the rest', () => {
    const draft = soundPack();
    put(draft, ['terms.json', 'terms'], Array(150).fill(0));
    put(draft, ['events.json', 'events'], [0]);
    const { problems } = parse(draft);
    assert.ok(problems.some(({ file }) => file.endsWith('events.json')));
    const ofTerms = problems.filter(({ file }) => file.endsWith('terms.json'));
    assert.equal(ofTerms.length, MAX_PROBLEMS_PER_FILE + 1);
    assert.equal(ofTerms.at(-1)?.message, 'And 50 more problems in this file.');
  });

  it('keeps markup, links and commands in texts as what they are: text', () => {
    const markup =
      '<img src=x onerror=alert(1)> [x](command:workbench.action.quit) ![y](https://example.org/y) ' +
      '$(trash) `code` **bold** &amp; \\u0041 ${1:x} %s';
    const texts =
      /^(?:title|label|description|genre|publisher|note|literal|family|given|name|summary|qualifier|profile|abbreviation|definition|heading|text)$/;
    const draft = JSON.parse(
      JSON.stringify(soundPack(), (key, value: unknown) =>
        key === 'aliases' ? [markup.slice(0, 120)] : texts.test(key) ? markup.slice(0, 120) : value,
      ),
    ) as PackFilesDraft;
    const { pack, problems } = parse(draft);
    assert.deepEqual(problems, []);
    assert.ok(pack);
    assert.deepEqual(pack.terms, (draft['terms.json'] as { terms: unknown }).terms);
    assert.deepEqual(pack.events, (draft['events.json'] as { events: unknown }).events);
    assert.deepEqual(pack.sources, (draft['sources.json'] as { sources: unknown }).sources);
  });
});
