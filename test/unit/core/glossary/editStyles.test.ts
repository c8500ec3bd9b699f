import assert from 'node:assert/strict';
import { lines } from '../../../support/lines';
import { entry, added } from './glossaryEdits';

describe('adding entries to a glossary', () => {
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
