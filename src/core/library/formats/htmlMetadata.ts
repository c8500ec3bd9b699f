import type { DocumentMetadata } from '../document';
import { attribute, isElement, nodesIn, textValue } from './htmlElements';
import type { HtmlDocument, HtmlElement } from './htmlTree';
import {
  doiOf,
  issuedOf,
  languageOf,
  metadataOf,
  personName,
  personNames,
  shortText,
  urlOf,
} from './metadata';

/**
 * What a page says about itself in its `meta` elements (Highwire Press tags, which Google Scholar
 * reads, Open Graph and Dublin Core), its title, language and canonical address.
 */
export function htmlMetadata(page: HtmlDocument, heading: string | undefined): DocumentMetadata {
  const { meta, title, language, canonical } = declarationsIn(page);
  const first = (...names: readonly string[]): string | undefined =>
    names.flatMap((name) => meta.get(name) ?? []).find((value) => value.trim() !== '');
  const site = shortText(first('og:site_name'));
  const authors =
    meta.get('citation_author')?.map(personName) ??
    (meta.get('dc.creator') ?? meta.get('author') ?? meta.get('article:author') ?? []).flatMap(
      personNames,
    );
  return metadataOf({
    title:
      shortText(first('citation_title', 'dc.title')) ??
      withoutSite(shortText(first('og:title')), site) ??
      heading ??
      withoutSite(shortText(title), site),
    author: authors.filter((name) => name !== undefined),
    issued: issuedOf(
      first(
        'citation_publication_date',
        'citation_date',
        'citation_online_date',
        'article:published_time',
        'dc.date.issued',
        'dc.date',
        'dcterms.issued',
        'dcterms.date',
        'date',
      ),
    ),
    publisher: shortText(first('citation_publisher', 'dc.publisher')) ?? site,
    language: languageOf(language ?? first('citation_language', 'dc.language', 'content-language')),
    URL: urlOf(canonical) ?? urlOf(first('og:url', 'citation_public_url')),
    DOI: doiOf(first('citation_doi', 'dc.identifier.doi', 'dc.identifier')),
  });
}

interface Declarations {
  /** The contents of `meta` elements by their name in small letters, in their order. */
  readonly meta: ReadonlyMap<string, readonly string[]>;
  readonly title?: string | undefined;
  readonly language?: string | undefined;
  readonly canonical?: string | undefined;
}

function declarationsIn(page: HtmlDocument): Declarations {
  const meta = new Map<string, string[]>();
  const found: { title?: string; language?: string; canonical?: string } = {};
  const outsideSvg = (element: HtmlElement): boolean => element.tagName !== 'svg';
  for (const node of nodesIn(page, outsideSvg)) {
    if (!isElement(node)) {
      continue;
    }
    if (node.tagName === 'meta') {
      const names = ['name', 'property', 'http-equiv'].map((kind) => attribute(node, kind));
      const name = names.find((value) => value !== undefined)?.toLowerCase();
      if (name !== undefined) {
        const values = meta.get(name) ?? [];
        values.push(attribute(node, 'content') ?? '');
        meta.set(name, values);
      }
    } else if (node.tagName === 'title') {
      found.title ??= node.childNodes.map((child) => textValue(child) ?? '').join('');
    } else if (node.tagName === 'html') {
      const language = attribute(node, 'lang') ?? attribute(node, 'xml:lang');
      Object.assign(found, language === undefined ? {} : { language });
    } else if (node.tagName === 'link' && attribute(node, 'rel')?.toLowerCase() === 'canonical') {
      found.canonical ??= attribute(node, 'href') ?? '';
    }
  }
  return { meta, ...found };
}

/** A title without the name of its site at the end, which sites like to put there. */
function withoutSite(title: string | undefined, site: string | undefined): string | undefined {
  if (title === undefined || site === undefined || !title.endsWith(site)) {
    return title;
  }
  const bare = title.slice(0, -site.length).replace(/(?<!\s)\s+[-–—|·:]\s+$/u, '');
  return bare === '' || bare.endsWith(' ') ? title : bare;
}
