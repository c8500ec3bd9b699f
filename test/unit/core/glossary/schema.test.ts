import assert from 'node:assert/strict';
import Ajv from 'ajv';
import { parse } from 'yaml';
import schema from '../../../../data/schemas/glossary.schema.json';
import { parseGlossary } from '../../../../src/core/glossary/parse';

/** Keywords that only help authors in VS Code. */
const EDITOR_KEYWORDS = [
  'defaultSnippets',
  'enumDescriptions',
  'errorMessage',
  'patternErrorMessage',
];

const validate = new Ajv({ strict: true, strictTypes: false, strictRequired: false })
  .addVocabulary(EDITOR_KEYWORDS)
  .compile(schema);

const term = (fields: string) => `contexts: [{terms: [{${fields}}]}]`;

/** What the parser has nothing to say about. */
const SOUND = [
  '',
  'contexts:',
  'imports: [../ships.glossary.yml]',
  'imports:',
  '{"$schema": "./glossary.schema.json", "contexts": []}',
  'x-own: [1, {a: b}]\ncontexts: []',
  'contexts: [{name: Harbour, domainVisionStatement: To light the way., paths: ["**"], terms: }]',
  'contexts: [{name: 1887, x-own: 1}]',
  'contexts: [null, {terms: [null]}]',
  term('name: lamp'),
  term('name: 1887'),
  term('name: 灯台'),
  term('name: true'),
  term('name: lamp, x-own: {}'),
  term('name: lamp, definition: , aliases: , examples: [], meta: , related: [bell, 2]'),
  term('name: lamp, aliases: [null, a, 1], meta: {Since: 1887, Lit: true, Keeper: }'),
  term('name: lamp, abbreviation: L, case: exact, status: admitted, source: Rules, locator: 4'),
  term('name: lamp, near: [pilots, 2], not: '),
  term('name: lamp, case: ignore, date: 2026-11-25, language: en'),
  term('name: lamp, case: , status: ""'),
  term('name: lamp, status: deprecated, use: lamp room'),
  term('name: lamp, status: deprecated, use: 2'),
];

/** What it objects to. */
const UNSOUND = [
  'lamp',
  '[]',
  'terms: []',
  'x-own: 1',
  'contexts: {}',
  'contexts: [lamp]',
  'contexts: []\nimport: []',
  'imports: ../ships.yml',
  'imports: [{}]',
  'contexts: [{title: Harbour}]',
  'contexts: [{paths: notes}]',
  'contexts: [{name: [a]}]',
  'contexts: [{terms: {}}]',
  'contexts: [{terms: [lamp]}]',
  term(''),
  term('definition: Nobody knows of what'),
  term('name: '),
  term('name: ""'),
  term('name: "--"'),
  term('name: [lamp]'),
  term('name: {}'),
  term('name: lamp, colour: red'),
  term('name: lamp, definition: [a]'),
  term('name: lamp, aliases: mole'),
  term('name: lamp, aliases: [[mole]]'),
  term('name: lamp, meta: [a]'),
  term('name: lamp, meta: {a: [b]}'),
  term('name: lamp, case: upper'),
  term('name: lamp, status: golden'),
  term('name: lamp, status: deprecated'),
  term('name: lamp, status: deprecated, use: '),
];

describe('schema of glossaries', () => {
  for (const text of SOUND) {
    it(`accepts what the parser accepts: ${text}`, () => {
      assert.deepEqual(parseGlossary(text).problems, []);
      assert.ok(validate(parse(text)), JSON.stringify(validate.errors));
    });
  }

  for (const text of UNSOUND) {
    it(`objects to what the parser objects to: ${text}`, () => {
      assert.notEqual(parseGlossary(text).problems.length, 0);
      assert.equal(validate(parse(text)), false);
    });
  }

  it('describes every field, for the hovers of VS Code', () => {
    const { context, term: entry } = schema.definitions;
    for (const { properties } of [schema, context, entry]) {
      const fields: Readonly<Record<string, { readonly description: string }>> = properties;
      for (const [name, { description }] of Object.entries(fields)) {
        assert.match(description, /\.$/, name);
      }
    }
  });

  it('has examples and snippets that it accepts', () => {
    const { context, term: entry } = schema.definitions;
    const wrapped = [
      ...schema.defaultSnippets.map(({ body }) => body),
      ...context.defaultSnippets.map(({ body }) => ({ contexts: [body] })),
      ...entry.defaultSnippets.map(({ body }) => ({ contexts: [{ terms: [body] }] })),
      ...Object.entries(entry.properties).flatMap(([name, field]) =>
        ('examples' in field ? field.examples : []).map((value) => ({
          contexts: [{ terms: [{ name: 'lamp', [name]: value }] }],
        })),
      ),
    ];
    for (const value of wrapped) {
      assert.ok(validate(value), `${JSON.stringify(value)} ${JSON.stringify(validate.errors)}`);
      assert.deepEqual(parseGlossary(JSON.stringify(value)).problems, []);
    }
  });
});
