import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Document, isCollection, isNode, isScalar, Scalar, visit } from 'yaml';
import { addEntries, applyEdit, glossaryText } from '../../../../src/core/glossary/edit';
import type { EntryFields, Glossary } from '../../../../src/core/glossary/glossary';
import { parseGlossary } from '../../../../src/core/glossary/parse';

/** Pieces that YAML, JSON or the layout of either could trip over. */
const PIECES = [
  'Lamp',
  'buoy',
  'défi',
  '灯台',
  '🗼',
  ' ',
  '  ',
  '\n',
  '\n\n',
  '\n  ',
  '\t',
  ': ',
  ' #',
  '- ',
  '? ',
  '"',
  "'",
  '\\',
  '[',
  ']',
  '{',
  '}',
  ',',
  '&a',
  '*a',
  '!x',
  '|',
  '>',
  '%',
  '@',
  '`',
  '---',
  '...',
  'null',
  'NO',
  '0x1F',
  '2026-11-25',
  '\u0007',
  '\u0085',
  '\u2028',
  'a rather long stretch of words that goes on until the line is full and then some more',
];

const text = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 12 })
  .map((pieces) => pieces.join('').trim())
  .filter((joined) => joined !== '');
/** A name is one line and has a letter. */
const name = text.map((any) => `N${any.replace(/\s+/gu, ' ')}`.trim());
const texts = fc.array(text, { maxLength: 3 });

const entry: fc.Arbitrary<EntryFields> = fc
  .record(
    {
      name,
      definition: text,
      abbreviation: name,
      aliases: fc.uniqueArray(name, { maxLength: 3 }),
      examples: texts,
      meta: fc.array(fc.tuple(name, text), { maxLength: 2 }),
      case: fc.constantFrom('exact' as const, 'ignore' as const),
      status: fc.constantFrom('preferred' as const, 'admitted' as const, 'deprecated' as const),
      use: name,
      related: fc.uniqueArray(name, { maxLength: 2 }),
      source: text,
      date: fc.constantFrom('2026', '2026-11-25'),
    },
    { requiredKeys: ['name'] },
  )
  .map(({ meta, ...fields }) => ({
    aliases: [],
    examples: [],
    related: [],
    ...fields,
    meta: new Map(meta),
  }));

/** The plain value of a context; where it has no terms, it has none, nothing, or an empty list. */
const context = fc.record(
  {
    name,
    terms: fc.oneof(
      { weight: 4, arbitrary: fc.array(entry.map(plain), { minLength: 1, maxLength: 4 }) },
      fc.constantFrom(null, []),
    ),
    paths: fc.constantFrom(['notes/**'], []),
  },
  { requiredKeys: [] },
);

const file = fc.record(
  {
    imports: fc.constantFrom(['./other.glossary.yml'], []),
    contexts: fc.array(context, { maxLength: 3 }),
  },
  { requiredKeys: [] },
);

const json = fc
  .record({
    value: file,
    indent: fc.constantFrom(undefined, 2, 4, '\t'),
    eol: fc.constantFrom('\n', '\r\n'),
    end: fc.constantFrom('', '\n'),
  })
  .map(({ value, indent, eol, end }) =>
    (JSON.stringify(value, undefined, indent) + end).replaceAll('\n', eol),
  );

/** How a node of a YAML file is laid out: which of these take effect depends on what it is. */
const look = fc.record({
  flow: fc.boolean(),
  type: fc.constantFrom(
    Scalar.PLAIN,
    Scalar.QUOTE_SINGLE,
    Scalar.QUOTE_DOUBLE,
    Scalar.BLOCK_FOLDED,
    Scalar.BLOCK_LITERAL,
  ),
  commentBefore: fc.constantFrom(
    undefined,
    undefined,
    ' above',
    ' - name: Draft\n   definition: x',
  ),
  comment: fc.constantFrom(undefined, undefined, ' behind'),
  spaceBefore: fc.boolean(),
});

const yaml = fc
  .record({
    value: file,
    looks: fc.array(look, { minLength: 1, maxLength: 20 }),
    flowDepth: fc.constantFrom(1, 3, 5, 9),
    indent: fc.constantFrom(2, 3, 4),
    indentSeq: fc.boolean(),
    lineWidth: fc.constantFrom(0, 40, 80),
    flowCollectionPadding: fc.boolean(),
    nullStr: fc.constantFrom('', '~', 'null'),
    eol: fc.constantFrom('\n', '\r\n'),
    top: fc.constantFrom('', '\ufeff', '# Harbour\n', '---\n', '%YAML 1.2\n---\n', '\n'),
    end: fc.constantFrom('', '\n', '\n\n', '\n# The end\n', '\n...\n'),
  })
  .map(({ value, looks, flowDepth, eol, top, end, ...options }) => {
    const document = new Document(value, { aliasDuplicateObjects: false });
    let number = 0;
    visit(document, (key, node, path) => {
      const { flow, type, ...comments } = looks[number++ % looks.length]!;
      if (!isNode(node)) {
        return;
      }
      if (isCollection(node)) {
        node.flow = flow && path.length >= flowDepth;
      }
      if (isScalar(node) && key !== 'key') {
        node.type = type;
      }
      const isItem = key !== 'value' && path.some((above) => isCollection(above));
      if (isItem) {
        Object.assign(node, comments);
      }
    });
    const written = document.toString(options).replace(/\n$/, '');
    return (top + written + end).replaceAll('\n', eol);
  });

describe('adding entries to any glossary', () => {
  /** What is checked of every file: the entries come to the others, and no byte else changes. */
  function check(before: string, entries: readonly EntryFields[], at: number): void {
    const glossary = parseGlossary(before);
    if (glossary.problems.some(({ kind }) => kind === 'syntax')) {
      return;
    }
    const number = at % Math.max(1, glossary.contexts.length);
    const edit = addEntries(before, entries, number);
    assert.ok(edit, 'No place was found.');
    const gone = before.slice(edit.start, edit.end);
    assert.match(gone, /^\s*(?:null|~)?\s*(?:#.*\s*)*$/);
    for (const comment of gone.match(/#.*/g) ?? []) {
      assert.ok(edit.text.includes(comment));
    }
    const after = parseGlossary(applyEdit(before, edit));
    assert.deepEqual(
      says(after),
      says(glossary).length === 0
        ? [[undefined, entries.map(plain)]]
        : says(glossary).map(([title, old], index) => [
            title,
            index === number ? [...old, ...entries.map(plain)] : old,
          ]),
    );
    assert.deepEqual(
      after.imports.map(({ path }) => path),
      glossary.imports.map(({ path }) => path),
    );
  }

  const some = fc.array(entry, { minLength: 1, maxLength: 3 });

  it('holds for YAML', () => {
    fc.assert(fc.property(yaml, some, fc.nat(2), check), { numRuns: 50 });
  });

  it('holds for JSON, which is JSON afterwards', () => {
    fc.assert(
      fc.property(json, some, fc.nat(2), (before, entries, at) => {
        check(before, entries, at);
        const edit = addEntries(before, entries);
        assert.doesNotThrow(() => void JSON.parse(edit ? applyEdit(before, edit) : before));
      }),
    );
  });

  it('holds for new files', () => {
    fc.assert(
      fc.property(fc.option(name, { nil: undefined }), some, (title, entries) => {
        const made = parseGlossary(glossaryText(title, entries));
        assert.deepEqual(says(made), [[title, entries.map(plain)]]);
        check(glossaryText(title, []), entries, 0);
      }),
    );
  });

  it('breaks no file that is cut off anywhere', () => {
    fc.assert(
      fc.property(yaml, some, fc.nat(), (whole, entries, at) => {
        const before = whole.slice(0, at % (whole.length + 1));
        const edit = addEntries(before, entries);
        if (edit) {
          const [old] = says(parseGlossary(before));
          const [context] = says(parseGlossary(applyEdit(before, edit)));
          assert.deepEqual(context?.[1], [...(old?.[1] ?? []), ...entries.map(plain)]);
        }
      }),
    );
  });
});

function says({
  contexts,
}: Glossary): readonly (readonly [string | undefined, readonly object[]])[] {
  return contexts.map(({ name: title, entries }) => [title, entries.map(plain)]);
}

/** An entry as a plain value without what is empty, as files have it. */
function plain({ meta, ...fields }: EntryFields): object {
  const stated = Object.entries(fields).filter(
    ([key, value]) => key !== 'span' && key !== 'nameSpan' && value.length > 0,
  );
  return {
    ...Object.fromEntries(stated),
    ...(meta.size > 0 && { meta: Object.fromEntries(meta) }),
  };
}
