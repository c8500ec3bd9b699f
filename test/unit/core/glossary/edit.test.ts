import assert from 'node:assert/strict';
import { addEntries, applyEdit, glossaryText } from '../../../../src/core/glossary/edit';
import type { EntryFields } from '../../../../src/core/glossary/glossary';
import { parseGlossary } from '../../../../src/core/glossary/parse';
import { lines } from '../../../support/lines';

function entry(name: string, fields: Partial<EntryFields> = {}): EntryFields {
  return { name, aliases: [], examples: [], related: [], meta: new Map(), ...fields };
}

const LAMP = entry('Lamp', { definition: 'Gives light.' });

/** What a file is after entries have been added; `undefined` where none can be. */
function added(text: string, entries: readonly EntryFields[] = [LAMP], context = 0) {
  const edit = addEntries(text, entries, context);
  return edit && applyEdit(text, edit);
}

/** Adds to a file as it is without the lines that begin with "+", which are to come. */
function checkLines(marked: string, { entries = [LAMP], context = 0, eol = '\n' } = {}): void {
  const margin = /^ */m.exec(marked.replace(/^\n/, ''))?.[0].length ?? 0;
  const before: string[] = [];
  const after: string[] = [];
  for (const line of marked.replace(/^\n/, '').trimEnd().split('\n')) {
    const text = line.slice(margin);
    after.push(text);
    if (!line.trimStart().startsWith('+')) {
      before.push(text);
    }
  }
  const file = (all: readonly string[]) => all.map((line) => line + eol).join('');
  assert.equal(added(file(before), entries, context), file(after));
}

describe('adding entries to a glossary', () => {
  describe('in block style', () => {
    it('puts them behind the last one', () => {
      checkLines(`
        contexts:
          - name: Harbour
            terms:
              - name: Buoy
                definition: Floats.
      +       - name: Lamp
      +         definition: Gives light.
            paths: ['notes/**']
          - name: Town
      `);
    });

    it('takes the indentation that the file has', () => {
      checkLines(`
        contexts:
        - name: Harbour
          terms:
          - name: Buoy
      +   - name: Lamp
      +     definition: Gives light.
      `);
      checkLines(`
        contexts:
            -   name: Harbour
                terms:
                    -   name: Buoy
      +             -   name: Lamp
      +                 definition: Gives light.
      `);
    });

    it('indents lists and texts within an entry as the file does', () => {
      const entries = [
        entry('Lamp', { definition: 'Gives light.\nAt night.', aliases: ['Lantern', 'Light'] }),
      ];
      checkLines(
        `
        contexts:
        - terms:
          - name: Buoy
      +   - name: Lamp
      +     definition: |-
      +       Gives light.
      +       At night.
      +     aliases:
      +     - Lantern
      +     - Light
        `,
        { entries },
      );
      checkLines(
        `
        contexts:
            - terms:
                  - name: Buoy
      +           - name: Lamp
      +             definition: |-
      +                 Gives light.
      +                 At night.
      +             aliases:
      +                 - Lantern
      +                 - Light
        `,
        { entries },
      );
    });

    it('leaves comments where they are, and those of the list before the new entry', () => {
      checkLines(`
        # Harbour terms
        contexts: # all of them
          - name: Harbour
            terms:
              # The first
              - name: Buoy # red
                definition: Floats. # on water

              # - name: Draft
              #   definition: Not yet.
      +       - name: Lamp
      +         definition: Gives light.
            # Where they hold:
            paths: [notes]
        # The end
      `);
    });

    it('does not take a comment of the next key for one of a list that is not indented', () => {
      checkLines(`
        contexts:
        - terms:
          - name: Buoy
            # about buoys
      +   - name: Lamp
      +     definition: Gives light.
          # where they hold
          paths: [notes]
      `);
    });

    it('parts entries by blank lines where the file does', () => {
      checkLines(`
        contexts:
          - terms:
              - name: Buoy

              # Not a real one
              - name: Quay
      +
      +       - name: Lamp
      +         definition: Gives light.
      `);
    });

    it('comes behind a text that takes several lines', () => {
      for (const text of ['|', '>-', '|2-']) {
        checkLines(`
          contexts:
            - terms:
                - name: Buoy
                  definition: ${text}
                    Floats.

                    # no comment
        +       - name: Lamp
        +         definition: Gives light.
        `);
      }
      checkLines(`
        contexts:
          - terms:
              - name: Buoy
                definition: Floats
                  on the water,
                  day and night.
      +       - name: Lamp
      +         definition: Gives light.
      `);
      checkLines(`
        contexts:
          - terms:
              - name: Buoy
                definition: |+
                  Floats.

      +       - name: Lamp
      +         definition: Gives light.
        imports: []
      `);
    });

    it('comes behind an entry that is not finished', () => {
      checkLines(`
        contexts:
          - terms:
              - name: Buoy
                definition:
      +       - name: Lamp
      +         definition: Gives light.
      `);
      checkLines(`
        contexts:
          - terms:
              - name: Buoy
              -
      +       - name: Lamp
      +         definition: Gives light.
      `);
    });

    it('comes into the context that is meant', () => {
      checkLines(
        `
        contexts:
          - name: Harbour
            terms:
              - name: Buoy
          - name: Town
            terms:
              - name: Square
      +       - name: Lamp
      +         definition: Gives light.
          - name: Sea
      `,
        { context: 1 },
      );
      assert.equal(added('contexts:\n  - name: Harbour\n', [LAMP], 1), undefined);
      assert.equal(added('', [LAMP], 1), undefined);
    });

    it('writes the key where there is none', () => {
      checkLines(`
        contexts:
          - name: Harbour
            paths:
              - notes
      +     terms:
      +       - name: Lamp
      +         definition: Gives light.
          - name: Town
      `);
    });

    it('fills a key that has no value', () => {
      checkLines(`
        contexts:
          - name: Harbour
            terms: # to come
              # - name: Example
      +       - name: Lamp
      +         definition: Gives light.
            paths: [notes]
      `);
      checkLines(`
        contexts:
        - name: Harbour
          terms:
      +   - name: Lamp
      +     definition: Gives light.
      `);
    });

    it('replaces an explicit null', () => {
      for (const empty of ['null', '~']) {
        assert.equal(
          added(`contexts:\n  - terms: ${empty}\n    name: Harbour\n`),
          'contexts:\n  - terms:\n      - name: Lamp\n        definition: Gives light.\n    name: Harbour\n',
        );
        assert.equal(
          added(`contexts:\n  - terms: ${empty} # none`),
          'contexts:\n  - terms: # none\n      - name: Lamp\n        definition: Gives light.',
        );
      }
    });

    it('makes the first context', () => {
      checkLines(`
        imports:
          - ./other.glossary.yml
      + contexts:
      +   - terms:
      +       - name: Lamp
      +         definition: Gives light.
      `);
      checkLines(`
        contexts:
      +   - terms:
      +       - name: Lamp
      +         definition: Gives light.
        imports: []
      `);
    });

    it('fills an empty file, and one that has comments only', () => {
      const context =
        'contexts:\n  - terms:\n      - name: Lamp\n        definition: Gives light.\n';
      assert.equal(added(''), context);
      assert.equal(added('\n'), `\n${context}`);
      assert.equal(added('# Harbour terms\n'), `# Harbour terms\n${context}`);
      assert.equal(added('# Harbour terms'), `# Harbour terms\n${context.trimEnd()}`);
      assert.equal(added('---\n'), `---\n${context}`);
      assert.equal(added('\ufeff'), `\ufeff${context}`);
      assert.equal(added('\ufeff# Harbour\n'), `\ufeff# Harbour\n${context}`);
    });

    it('leaves a file without a last line end as it is', () => {
      assert.equal(
        added('contexts:\n  - terms:\n      - name: Buoy'),
        'contexts:\n  - terms:\n      - name: Buoy\n      - name: Lamp\n        definition: Gives light.',
      );
      assert.equal(
        added('contexts:\n  - terms:\n      - name: Buoy # red'),
        'contexts:\n  - terms:\n      - name: Buoy # red\n      - name: Lamp\n        definition: Gives light.',
      );
    });

    it('ends lines as the file does', () => {
      checkLines(
        `
        contexts:
          - terms:
              - name: Buoy
                definition: >
                  Floats.
      +       - name: Lamp
      +         definition: |-
      +           Gives
      +           light.
        imports: []
        `,
        { entries: [entry('Lamp', { definition: 'Gives\r\nlight.' })], eol: '\r\n' },
      );
    });

    it('stays within the first document of a file', () => {
      checkLines(`
        ---
        contexts:
          - terms:
              - name: Buoy
      +       - name: Lamp
      +         definition: Gives light.
        ...
      `);
    });

    it('goes on from a list that has an anchor', () => {
      checkLines(`
        contexts:
          - terms: &shared
              - &buoy
                name: Buoy
              - &quay {name: Quay}
      +       - name: Lamp
      +         definition: Gives light.
      `);
    });

    it('adds several at once, with all that they state', () => {
      checkLines(
        `
        contexts:
          - terms:
              - name: Buoy
      +       - name: Harbour Lights Authority
      +         abbreviation: HLA
      +         definition: "Keeps: lamps"
      +         aliases:
      +           - Lights Authority
      +         examples:
      +           - The HLA met.
      +         case: exact
      +         status: deprecated
      +         use: Port Lights Office
      +         related:
      +           - Lamp
      +         source: Harbour rules
      +         locator: p. 3
      +         date: "2026-11-25"
      +         language: en
      +         meta:
      +           Owner: Quay team
      +       - name: "NO"
        `,
        {
          entries: [
            entry('Harbour Lights Authority', {
              abbreviation: 'HLA',
              definition: 'Keeps: lamps',
              aliases: ['Lights Authority'],
              examples: ['The HLA met.'],
              case: 'exact',
              status: 'deprecated',
              use: 'Port Lights Office',
              related: ['Lamp'],
              source: 'Harbour rules',
              locator: 'p. 3',
              date: '2026-11-25',
              language: 'en',
              meta: new Map([['Owner', 'Quay team']]),
            }),
            entry('NO'),
          ],
        },
      );
    });

    it('folds a long definition between words', () => {
      const definition = `${'The lamp gives light. '.repeat(8)}\n\n${'It is lit at night. '.repeat(2)}`;
      const text = added('contexts:\n  - terms:\n      - name: Buoy\n', [
        entry('Lamp', { definition }),
      ]);
      assert.match(text ?? '', /definition: >-\n {10}The lamp/);
      assert.ok(text?.split('\n').every((line) => line.length <= 100));
    });
  });

  describe('in flow style', () => {
    const cases: readonly (readonly [before: string, after: string])[] = [
      ['contexts:\n  - terms: []', 'contexts:\n  - terms: [ { name: Lamp } ]'],
      ['contexts:\n  - terms: [ ] # none', 'contexts:\n  - terms: [ { name: Lamp } ] # none'],
      ['contexts: []', 'contexts: [ { terms: [ { name: Lamp } ] } ]'],
      ['contexts: [{}]', 'contexts: [{terms: [{name: Lamp}]}]'],
      ['contexts: [{name: A}]', 'contexts: [{name: A, terms: [{name: Lamp}]}]'],
      ['contexts: [{terms: , name: A}]', 'contexts: [{terms: [{name: Lamp}] , name: A}]'],
      ['contexts: [{terms: null}]', 'contexts: [{terms: [{name: Lamp}]}]'],
      [
        'contexts:\n  - terms: [ {name: Buoy}, ]',
        'contexts:\n  - terms: [ {name: Buoy}, { name: Lamp }, ]',
      ],
      [
        'contexts:\n  - terms: [ { name: Buoy } ] # a\n    name: A\n',
        'contexts:\n  - terms: [ { name: Buoy }, { name: Lamp } ] # a\n    name: A\n',
      ],
      [
        'contexts:\n  - terms: [\n      { name: Buoy }, # red\n      { name: Quay } # long\n    ]\n',
        'contexts:\n  - terms: [\n      { name: Buoy }, # red\n      { name: Quay }, # long\n      { name: Lamp }\n    ]\n',
      ],
      [
        'contexts:\n  - terms: [\n      # none yet\n    ]\n',
        'contexts:\n  - terms: [\n      # none yet\n      { name: Lamp }\n    ]\n',
      ],
    ];
    for (const [before, after] of cases) {
      it(JSON.stringify(before), () => {
        assert.equal(added(before, [entry('Lamp')]), after);
      });
    }

    it('keeps a text of several lines on one', () => {
      assert.equal(
        added('contexts:\n  - terms: []\n', [entry('Lamp', { definition: 'Gives\nlight, also:' })]),
        'contexts:\n  - terms: [ { name: Lamp, definition: "Gives\\nlight, also:" } ]\n',
      );
    });
  });

  describe('in JSON', () => {
    const cases: readonly (readonly [before: string, after: string])[] = [
      ['{}', '{ "contexts": [ { "terms": [ { "name": "Lamp" } ] } ] }'],
      ['{"contexts":[]}', '{"contexts":[{"terms": [{"name": "Lamp"}]}]}'],
      [
        '{ "contexts": [ { "terms": [ { "name": "Buoy" } ] } ] }',
        '{ "contexts": [ { "terms": [ { "name": "Buoy" }, { "name": "Lamp" } ] } ] }',
      ],
    ];
    for (const [before, after] of cases) {
      it(before, () => {
        assert.equal(added(before, [entry('Lamp')]), after);
      });
    }

    it('is laid out as the file is', () => {
      for (const indent of [2, 4, '\t']) {
        for (const eol of ['\n', '\r\n']) {
          const print = (...terms: readonly object[]) =>
            JSON.stringify({ contexts: [{ name: 'A', terms }], imports: [] }, undefined, indent)
              .replaceAll('\n', eol)
              .concat(eol);
          const lamp = { name: 'Lamp', definition: 'Gives light.' };
          const buoy = { name: 'Buoy', aliases: ['Float'] };
          assert.equal(added(print()), print(lamp));
          assert.equal(added(print(buoy)), print(buoy, lamp));
        }
      }
    });

    it('keeps entries on one line each where the file does', () => {
      assert.equal(
        added('{\n  "contexts": [{\n    "terms": [\n      {"name": "Buoy"}\n    ]\n  }]\n}\n'),
        '{\n  "contexts": [{\n    "terms": [\n      {"name": "Buoy"},\n      {"name": "Lamp", "definition": "Gives light."}\n    ]\n  }]\n}\n',
      );
    });

    it('gets the key where there is none', () => {
      assert.equal(
        added('{\n  "contexts": [\n    {\n      "name": "A"\n    }\n  ]\n}\n', [entry('Lamp')]),
        lines(`
          {
            "contexts": [
              {
                "name": "A",
                "terms": [
                  {
                    "name": "Lamp"
                  }
                ]
              }
            ]
          }
        `),
      );
    });
  });

  describe('in a file that is broken', () => {
    it('adds where the place is clear', () => {
      assert.equal(
        added('contexts:\n  - terms:\n      - definition: x\n      - name: Buoy\n', [
          entry('Lamp'),
        ]),
        'contexts:\n  - terms:\n      - definition: x\n      - name: Buoy\n      - name: Lamp\n',
      );
    });

    it('adds behind an entry whose quotation mark is missing, since its line ends it', () => {
      const text = 'contexts:\n  - terms:\n      - name: "Buoy\n';
      assert.equal(added(text, [entry('Lamp')]), `${text}      - name: Lamp\n`);
    });

    for (const text of [
      'contexts: "none\n',
      'contexts:\n  - terms: [ {name: Buoy}\n',
      'contexts: none\n',
      'contexts:\n  - terms: none\n',
      '- name: Lamp\n',
      'Some text\n',
      '{ "contexts": [',
    ]) {
      it(`finds no place in ${JSON.stringify(text)}`, () => {
        assert.equal(added(text), undefined);
      });
    }

    it('finds no place in what is too deep to be read', () => {
      for (const nesting of ['[', '{a: ', '- ']) {
        assert.equal(added(`contexts: ${nesting.repeat(20_000)}`), undefined);
        assert.equal(added(`contexts:\n${nesting.repeat(20_000)}`), undefined);
      }
    });

    it('adds nothing that would not be read back', () => {
      assert.equal(added('contexts: []', [entry('')]), undefined);
      assert.equal(added('contexts: []', []), undefined);
    });
  });
});

describe('a new glossary', () => {
  it('holds the entries', () => {
    const { contexts, problems } = parseGlossary(glossaryText('Harbour: east', [LAMP]));
    assert.deepEqual(problems, []);
    assert.equal(contexts[0]?.name, 'Harbour: east');
    assert.equal(contexts[0]?.entries[0]?.definition, 'Gives light.');
  });

  it('has a comment for an example, which is an entry once it is uncommented', () => {
    for (const name of ['Harbour', undefined]) {
      const text = glossaryText(name, []);
      const [context] = parseGlossary(text).contexts;
      assert.equal(context?.name, name);
      assert.deepEqual(context?.entries, []);
      const uncommented = parseGlossary(text.replace(/^( +)# /gm, '$1'));
      assert.deepEqual(uncommented.problems, []);
      assert.equal(uncommented.contexts[0]?.entries[0]?.abbreviation, 'NAC');
    }
  });

  it('takes its first entry behind the example', () => {
    const text = glossaryText('Harbour', []);
    assert.match(added(text) ?? '', /# {5}- the Council\n {6}- name: Lamp\n/);
  });
});
