import assert from 'node:assert/strict';
import { parseGlossary } from '../../../../src/core/glossary/parse';
import { entry } from './exchange/entries';

/** What a glossary says, without the places. */
function saidIn(text: string) {
  return parseGlossary(text).contexts.map(({ entries, ...context }) => ({
    ...context,
    entries: entries.map(({ span, nameSpan, ...fields }) => {
      assert.ok(span.start <= nameSpan.start && nameSpan.end <= span.end);
      return fields;
    }),
  }));
}

/** The problems of a file, as their kinds and the text at their places. */
function problemsIn(text: string) {
  return parseGlossary(text).problems.map(
    ({ kind, span }) => `${kind}: ${text.slice(span.start, span.end)}`,
  );
}

const CONTEXTIVE = `contexts:
  - name: Harbour
    domainVisionStatement: To light the way.
    meta:
      Desk: Lights
    paths:
      - notes/harbour
    terms:
      - name: harbourLight
        definition: A lamp at the mole.
        aliases:
          - moleLamp
        examples:
          - The harbourLight is lit at dusk.
        meta:
          Owner: The keeper
          Since: 1887
imports:
  - ../ships.yml
`;

describe('glossary file', () => {
  it('reads a file of Contextive', () => {
    assert.deepEqual(saidIn(CONTEXTIVE), [
      {
        name: 'Harbour',
        vision: 'To light the way.',
        meta: new Map([['Desk', 'Lights']]),
        paths: ['notes/harbour'],
        entries: [
          entry('harbourLight', {
            definition: 'A lamp at the mole.',
            aliases: ['moleLamp'],
            examples: ['The harbourLight is lit at dusk.'],
            meta: new Map([
              ['Owner', 'The keeper'],
              ['Since', '1887'],
            ]),
          }),
        ],
      },
    ]);
    assert.deepEqual(
      parseGlossary(CONTEXTIVE).imports.map(({ path }) => path),
      ['../ships.yml'],
    );
    assert.deepEqual(problemsIn(CONTEXTIVE), []);
  });

  it('reads our own fields, and values as they are written', () => {
    const text = `contexts:
- terms:
  - {name: 1887, abbreviation: NO, date: 2022-06-29, status: preferred, case: exact,
     near: [pilots], not: [NO DOUBT, null], related: [lamp], source: Rules, locator: 4.10, language: en}
  - {name: shed, status: deprecated, use: lamp room}
`;
    assert.deepEqual(saidIn(text)[0]?.entries, [
      entry('1887', {
        abbreviation: 'NO',
        date: '2022-06-29',
        status: 'preferred',
        case: 'exact',
        near: ['pilots'],
        not: ['NO DOUBT'],
        related: ['lamp'],
        source: 'Rules',
        locator: '4.10',
        language: 'en',
      }),
      entry('shed', { status: 'deprecated', use: 'lamp room' }),
    ]);
    assert.deepEqual(problemsIn(text), []);
  });

  it('reads JSON', () => {
    assert.deepEqual(saidIn('{"contexts": [{"terms": [{"name": "lamp"}]}]}'), [
      { paths: [], entries: [entry('lamp')] },
    ]);
  });

  it('knows where entries and names stand, whatever the line ends and before a byte order mark', () => {
    for (const text of [CONTEXTIVE, CONTEXTIVE.replaceAll('\n', '\r\n'), `\ufeff${CONTEXTIVE}`]) {
      const [found] = parseGlossary(text).contexts[0]?.entries ?? [];
      assert.ok(found);
      assert.equal(text.slice(found.nameSpan.start, found.nameSpan.end), 'harbourLight');
      assert.ok(text.slice(found.span.start, found.span.end).startsWith('name: harbourLight'));
    }
  });

  it('has nothing to say of a file that is about to be written', () => {
    for (const text of ['', '\n', '# lamps\n', 'contexts:\n', 'contexts:\n  - terms:\n']) {
      assert.deepEqual(problemsIn(text), [], JSON.stringify(text));
    }
  });

  it('tells what is wrong where it is, and reads the rest', () => {
    const text = `contexts:
  - terms:
      - name: lamp
        status: golden
        colour: red
      - definition: Nobody knows of what.
      - name: "…"
      - bell
      - name: bell
        aliases: ringer
      - name: lamp
      - name: shed
        status: deprecated
`;
    assert.deepEqual(
      saidIn(text)[0]?.entries.map(({ name }) => name),
      ['lamp', 'bell', 'lamp', 'shed'],
    );
    assert.deepEqual(problemsIn(text), [
      'unknownField: colour',
      'unknownValue: golden',
      'noName: definition: Nobody knows of what.',
      'noName: "…"',
      'wrongType: bell',
      'wrongType: ringer',
      'duplicate: lamp',
      'noReplacement: deprecated',
    ]);
  });

  it('keeps what stands before and behind a syntax error', () => {
    const names = (text: string) =>
      parseGlossary(text).contexts.flatMap(({ entries }) => entries.map(({ name }) => name));
    const open =
      'contexts:\n  - terms:\n      - name: lamp\n      - name: "bell\n      - name: quay\n';
    assert.deepEqual(names(open), ['lamp', 'bell', 'quay']);
    assert.deepEqual(problemsIn(open), ['syntax: "']);
    const colon = open.replace('"bell', 'bell: two');
    assert.deepEqual(names(colon), ['lamp', 'quay']);
    assert.deepEqual(problemsIn(colon), ['syntax: b']);
  });

  it('tells once what a tab breaks', () => {
    assert.deepEqual(problemsIn('contexts:\n\t- terms:\n'), ['syntax: \t']);
  });

  it('reads the first of several documents', () => {
    const text =
      'contexts:\n  - terms: [{name: lamp}]\n---\ncontexts:\n  - terms: [{name: bell}]\n';
    assert.deepEqual(saidIn(text), [{ paths: [], entries: [entry('lamp')] }]);
    assert.deepEqual(problemsIn(text), ['severalDocuments: ---']);
  });

  it('follows aliases and merges to what stands before them', () => {
    const text = `x-rules: &rules
  source: Harbour Rules
  aliases: &short [mole, pier]
contexts:
  - terms:
      - name: lamp
        <<: *rules
        source: Lamp Rules
      - name: bell
        aliases: *short
        source: *gone
`;
    assert.deepEqual(saidIn(text)[0]?.entries, [
      entry('lamp', { source: 'Lamp Rules', aliases: ['mole', 'pier'] }),
      entry('bell', { aliases: ['mole', 'pier'] }),
    ]);
    assert.deepEqual(problemsIn(text), ['unknownAlias: *gone']);
  });

  it('takes the first of fields that stand twice', () => {
    const text = '{"contexts": [{"terms": [{"name": "lamp", "name": "bell"}]}]}';
    assert.deepEqual(saidIn(text)[0]?.entries, [entry('lamp')]);
    assert.deepEqual(problemsIn(text), ['repeatedField: "name"']);
  });

  it('leaves out a path that cannot be matched, and nothing else', () => {
    const long = 'a'.repeat(1_001);
    const text = `contexts:
  - paths: [notes, ${long}, +(+(a))+, reports]
    terms: [{name: lamp}]
`;
    assert.deepEqual(saidIn(text), [{ paths: ['notes', 'reports'], entries: [entry('lamp')] }]);
    assert.deepEqual(problemsIn(text), [`unusablePath: ${long}`, 'unusablePath: +(+(a))+']);
  });

  it('takes the first two thousand paths of a context', () => {
    const paths = Array.from({ length: 2_002 }, (_, number) => `folder${number}`);
    const text = `contexts: [{paths: [${paths.join(', ')}], terms: [{name: lamp}]}]\n`;
    assert.deepEqual(saidIn(text), [{ paths: paths.slice(0, 2_000), entries: [entry('lamp')] }]);
    assert.deepEqual(problemsIn(text), ['tooManyPaths: folder2000']);
  });

  it('says so of a file that is something else', () => {
    assert.deepEqual(problemsIn('terms: [lamp]\n'), ['notGlossary: terms']);
    assert.deepEqual(problemsIn('- lamp\n'), ['notGlossary: - lamp']);
    assert.deepEqual(problemsIn('lamp\n'), ['notGlossary: lamp']);
  });
});
