import assert from 'node:assert/strict';
import { entry, LAMP, added, checkLines } from './glossaryEdits';

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
      +         near:
      +           - pilots
      +         not:
      +           - traffic lights
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
              near: ['pilots'],
              not: ['traffic lights'],
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
});
