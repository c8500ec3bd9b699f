import { hashText } from '../../util/hash';
import type { TaggableDocument, TagKnowledge } from './tagger';

/** To be counted up whenever the same knowledge and document may give other tags. */
const TAGGING_VERSION = 1;

/** Names what passages are tagged with: another one for any change of packs or glossaries that can make other tags. */
export function knowledgeFingerprint({ catalog, terms }: TagKnowledge): string {
  const { topics, partners } = {
    topics: catalog.all('topic'),
    partners: catalog.all('partner'),
  };
  const forms = terms.map(({ id, name, abbreviation, aliases, case: casing, near, not }) => [
    id,
    name,
    abbreviation,
    aliases,
    casing,
    near,
    not,
  ]);
  const hash = hashText(JSON.stringify([topics, partners, forms]));
  return `${TAGGING_VERSION}-${hash.toString(36)}`;
}

/** Names a document: another one for any change that can make other tags. */
export function documentFingerprint({ title, issued, passages }: TaggableDocument): string {
  // An id holds as long as the text does.
  const ids = passages.map(({ id }) => id).join(' ');
  return hashText(JSON.stringify([title, issued, ids])).toString(36);
}
