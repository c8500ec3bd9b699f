import assert from 'node:assert/strict';
import common from '../../../../data/schemas/common.schema.json';
import events from '../../../../data/schemas/events.schema.json';
import excerpts from '../../../../data/schemas/excerpts.schema.json';
import pack from '../../../../data/schemas/pack.schema.json';
import partners from '../../../../data/schemas/partners.schema.json';
import sources from '../../../../data/schemas/sources.schema.json';
import terms from '../../../../data/schemas/terms.schema.json';
import topics from '../../../../data/schemas/topics.schema.json';

const files = { common, events, excerpts, pack, partners, sources, terms, topics };

describe('For the hovers of VS Code, the schemas', () => {
  it('describe every field', () => {
    for (const [name, file] of Object.entries(files)) {
      for (const { path, schema } of nodesOf(file, name)) {
        if (/\/(?:if|then)$/.test(path)) {
          continue;
        }
        for (const [field, value] of Object.entries(schema['properties'] ?? {})) {
          const text = resolve(value as Node, file).description;
          assert.equal(typeof text, 'string', `${path} ${field} has a description`);
        }
      }
    }
  });

  it('put no description beside a reference to something that has one', () => {
    // VS Code would show that of the target.
    for (const [name, file] of Object.entries(files)) {
      for (const { path, schema } of nodesOf(file, name)) {
        if (schema.$ref !== undefined && schema.description !== undefined) {
          assert.equal(resolve({ $ref: schema.$ref }, file).description, undefined, path);
        }
      }
    }
  });
});

interface Node {
  readonly $ref?: string;
  readonly description?: unknown;
  readonly [keyword: string]: unknown;
}

/** Every object in a schema. */
function nodesOf(schema: object, path: string): { path: string; schema: Node }[] {
  return [
    { path, schema: schema as Node },
    ...Object.entries(schema).flatMap(([key, value]) =>
      typeof value === 'object' && value !== null ? nodesOf(value as object, `${path}/${key}`) : [],
    ),
  ];
}

/** A schema as VS Code sees it: what it refers to, copied over it. */
function resolve(schema: Node, file: object): Node {
  const { $ref, ...rest } = schema;
  if ($ref === undefined) {
    return schema;
  }
  const [name, pointer = ''] = $ref.split('#/');
  const root: object = name === 'common.schema.json' ? common : file;
  const target = pointer
    .split('/')
    .reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], root) as Node;
  return { ...rest, ...resolve(target, root) };
}
