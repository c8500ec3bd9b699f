import type { CitableSource } from '../../src/core/citation/citable';

/** Fields of a source; `undefined` takes one away. */
export type CitableFields = {
  readonly [Name in keyof CitableSource]?: CitableSource[Name] | undefined;
};

/** A source with some of its fields changed, and others taken away. */
export function citableWith(source: CitableSource, fields: CitableFields): CitableSource {
  const all = Object.entries({ ...source, ...fields }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(all) as unknown as CitableSource;
}
