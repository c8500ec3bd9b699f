import type { DocumentMetadata } from '../document';
import { authorNames, type NameSource } from './authorNames';
import { type Byline, bylineOf } from './htmlByline';
import { attribute, isElement, nodesIn, textValue } from './htmlElements';
import { headlineOf, headlineText } from './htmlHeadline';
import { type JsonLdArticle, jsonLdArticle } from './htmlJsonLd';
import type { HtmlDocument, HtmlElement } from './htmlTree';
import { bareLetters, doiOf, languageOf, metadataOf, shortText, urlOf } from './metadata';
import { publishedDay } from './publishedDay';
import { visibleDates } from './visibleDates';

/**
 * What a page says about itself: in linked data, then in its `meta` elements (Highwire Press tags,
 * which Google Scholar reads, Open Graph and Dublin Core), then in what it shows; title, publisher and
 * language by its elements first. What none of them says is left out.
 */
export function htmlMetadata(page: HtmlDocument, heading: string | undefined): DocumentMetadata {
  const declared = declarationsIn(page);
  const first = (...names: readonly string[]): string | undefined => valuesOf(declared, names)[0];
  const ogTitle = shortText(first('og:title'));
  const pageTitle = shortText(declared.title);
  const isTitle = (title: string): boolean =>
    [ogTitle, pageTitle, heading].some((other) => other !== undefined && repeats(other, title));
  const article: JsonLdArticle = jsonLdArticle(declared.scripts, isTitle) ?? {
    authors: [],
    institutions: [],
  };
  const site = shortText(first('og:site_name')) ?? article.site;
  const headline = headlineOf(page);
  const byline = bylineOf(page, headline);
  const shownTitle = headline && shortText(headlineText(headline));
  const bare = (title: string | undefined): string | undefined =>
    withoutSite(withoutSite(title, site), undefined, shownTitle);
  const language = languageOf(
    declared.language ??
      first('citation_language', 'dc.language', 'content-language') ??
      article.language,
  );
  const addresses = [article.url, declared.canonical, first('og:url', 'citation_public_url')]
    .map(urlOf)
    .filter((url) => url !== undefined);
  const URL = addresses.find((url) => !/^https?:\/\/[^/]+\/?$/iu.test(url)) ?? addresses[0];
  const host = hostOf(URL);
  const sites = [site, article.site, host, host?.split('.')[0]];
  return metadataOf({
    title:
      shortText(first('citation_title', 'dc.title')) ??
      bare(article.title) ??
      bare(ogTitle) ??
      titleOf(bare(pageTitle), shownTitle, heading),
    author: authorsOf(declared, article, byline, sites),
    issued:
      [article.published, ...valuesOf(declared, DATES), byline.published]
        .map((value) => publishedDay(value, byline.shown, language))
        .find((day) => day !== undefined) ?? shownDay(byline.shown, language),
    publisher: shortText(first('citation_publisher', 'dc.publisher')) ?? site,
    language,
    URL,
    DOI: doiOf(first('citation_doi', 'dc.identifier.doi', 'dc.identifier')),
  });
}

/** The fields in which pages say when they were published, those that say it best first. */
const DATES = (
  'citation_publication_date citation_date citation_online_date article:published_time ' +
  'og:article:published_time dc.date.issued dcterms.issued dc.date dcterms.date datepublished ' +
  'publish-date publish_date publication_date published_time parsely-pub-date pubdate sailthru.date date'
).split(' ');

/** The fields in which pages name their authors, and how names are written there. */
const AUTHORS: readonly (readonly [NameSource, ...string[]])[] = [
  ['catalogue', 'citation_author'],
  ['catalogue', 'dc.creator', 'dcterms.creator'],
  ['field', 'author'],
  ['field', 'article:author', 'og:article:author'],
  ['field', 'parsely-author', 'sailthru.author', 'byl'],
];

function authorsOf(
  declared: Declarations,
  article: JsonLdArticle,
  byline: Byline,
  sites: readonly (string | undefined)[],
): DocumentMetadata['author'] {
  const candidates: readonly (readonly [readonly string[], NameSource])[] = [
    [article.authors, 'field'],
    ...AUTHORS.map(([source, ...names]): [readonly string[], NameSource] => [
      valuesOf(declared, names),
      source,
    ]),
    [byline.authors, 'field'],
    ...byline.lines.map((line): [readonly string[], NameSource] => [[line], 'byline']),
    [article.institutions, 'catalogue'],
  ];
  for (const [values, source] of candidates) {
    const names = authorNames(values, source, sites);
    if (names.length > 0) {
      return names;
    }
  }
  return [];
}

/** The day that is written out around a headline, where there is only one. */
function shownDay(shown: string, language: string | undefined): DocumentMetadata['issued'] {
  const [first, ...others] = visibleDates(shown, language);
  const isOne = first !== undefined && others.every((day) => day.join('-') === first.join('-'));
  return isOne ? { 'date-parts': [first] } : undefined;
}

interface Declarations {
  /** The contents of `meta` elements by their name in small letters, in their order. */
  readonly meta: ReadonlyMap<string, readonly string[]>;
  /** Linked data. */
  readonly scripts: readonly string[];
  readonly title?: string | undefined;
  readonly language?: string | undefined;
  readonly canonical?: string | undefined;
}

/** What some fields say, in the order of their names; blank values are left out. */
function valuesOf({ meta }: Declarations, names: readonly string[]): readonly string[] {
  return names.flatMap((name) => meta.get(name) ?? []).filter((value) => value.trim() !== '');
}

function declarationsIn(page: HtmlDocument): Declarations {
  const meta = new Map<string, string[]>();
  const scripts: string[] = [];
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
      found.title ??= contentOf(node);
    } else if (node.tagName === 'script') {
      if (/^application\/ld\+json\b/i.test(attribute(node, 'type')?.trim() ?? '')) {
        scripts.push(contentOf(node));
      }
    } else if (node.tagName === 'html') {
      const language = attribute(node, 'lang') ?? attribute(node, 'xml:lang');
      Object.assign(found, language === undefined ? {} : { language });
    } else if (node.tagName === 'link' && attribute(node, 'rel')?.toLowerCase() === 'canonical') {
      found.canonical ??= attribute(node, 'href') ?? '';
    }
  }
  return { meta, scripts, ...found };
}

function contentOf({ childNodes }: HtmlElement): string {
  return childNodes.map((child) => textValue(child) ?? '').join('');
}

/** Whether one of two titles has the other in it, whatever their signs. */
function repeats(one: string, other: string): boolean {
  const first = bareLetters(one);
  const second = bareLetters(other);
  return first !== '' && second !== '' && (first.includes(second) || second.includes(first));
}

/** The name of a site as its address has it. */
function hostOf(url: string | undefined): string | undefined {
  return /^https?:\/\/(?:www\.)?([^/:?#]+)/iu.exec(url ?? '')?.[1];
}

/** The title that a page shows, where its head repeats it; else its heading, unless that is its site. */
function titleOf(
  page: string | undefined,
  shown: string | undefined,
  heading: string | undefined,
): string | undefined {
  if (page === undefined) {
    return heading ?? shown;
  }
  if (shown !== undefined && repeats(page, shown)) {
    return shown;
  }
  return heading === undefined || repeats(page, heading) ? page : heading;
}

/**
 * A title without the name of its site at the end, which sites like to put there: the name that is
 * known, or whatever stands behind the headline of the page.
 */
function withoutSite(
  title: string | undefined,
  site: string | undefined,
  headline?: string,
): string | undefined {
  if (title === undefined) {
    return undefined;
  }
  if (headline !== undefined && title.startsWith(headline)) {
    return /^\s+[-–—|·:»]\s/u.test(title.slice(headline.length)) ? headline : title;
  }
  if (site === undefined || !title.endsWith(site)) {
    return title;
  }
  const bare = title.slice(0, -site.length).replace(/(?<!\s)\s+[-–—|·:»]\s+$/u, '');
  return bare === '' || bare.endsWith(' ') ? title : bare;
}
