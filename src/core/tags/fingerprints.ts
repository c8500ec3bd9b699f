import { hashText } from '../../util/hash';
import type { TaggableDocument, TagKnowledge } from './tagger';

/** To be counted up whenever the same knowledge and document may give other tags. */
const TAGGING_VERSION = 1;

/** Terms that are written out between two places where the work may be interrupted. */
const TERMS_AT_ONCE = 2_000;

/**
 * Names what passages are tagged with: another one for any change of packs or glossaries that can make
 * other tags. Yields for `runInSlices`.
 */
export function* knowledgeFingerprint({
  catalog,
  terms,
}: TagKnowledge): Generator<undefined, string> {
  const hashes = [hashOf([catalog.all('topic'), catalog.all('partner')])];
  for (let at = 0; at < terms.length; at += TERMS_AT_ONCE) {
    const some = terms.slice(at, at + TERMS_AT_ONCE);
    const written = some.map(
      ({ id, name, kind, abbreviation, aliases, case: casing, near, not, origin }) => {
        const partner = origin.kind === 'pack' ? origin.term.partner : undefined;
        return [id, name, kind, abbreviation, aliases, casing, near, not, partner];
      },
    );
    hashes.push(hashOf(written));
    yield;
  }
  return `${TAGGING_VERSION}-${hashOf(hashes).toString(36)}`;
}

/** Names a document: another one for any change that can make other tags. */
export function documentFingerprint({ title, issued, passages }: TaggableDocument): string {
  // An id holds as long as the text does.
  const ids = passages.map(({ id }) => id).join(' ');
  return hashOf([title, issued, ids]).toString(36);
}

function hashOf(value: unknown): number {
  return hashText(JSON.stringify(value));
}
