import { isObject } from '../../../util/shape';
import { shortText } from './metadata';

/** What a page says of its document as linked data of schema.org. */
export interface JsonLdArticle {
  readonly title?: string | undefined;
  readonly authors: readonly string[];
  /** Authors that are no people: the site itself, mostly. */
  readonly institutions: readonly string[];
  readonly published?: string | undefined;
  readonly site?: string | undefined;
  readonly url?: string | undefined;
  readonly language?: string | undefined;
}

type Node = Readonly<Record<string, unknown>>;

/** Longer scripts are catalogues. */
const MOST_UNITS = 1_000_000;
const MOST_NODES = 5000;

/**
 * The article among the linked data of a page, given as the contents of its scripts. `isTitle` tells
 * a title that is the page's own; where there are several articles and none has it, the page is a
 * list of them and there is none.
 */
export function jsonLdArticle(
  scripts: readonly string[],
  isTitle: (title: string) => boolean,
): JsonLdArticle | undefined {
  const nodes = scripts.flatMap((script) => nodesOf(parse(script)));
  const byId = new Map<unknown, Node>();
  for (const node of nodes) {
    if (typeof node['@id'] === 'string' && node['name'] !== undefined) {
      byId.set(node['@id'], node);
    }
  }
  const articles = nodes.filter((node) => typesOf(node).some((type) => ARTICLE.test(type)));
  const pages = nodes.filter((node) => typesOf(node).some((type) => PAGE.test(type)));
  const article =
    articles.find((node) => isTitle(titleOf(node) ?? '')) ??
    (articles.length === 1 ? articles[0] : undefined) ??
    (articles.length === 0 ? pages[0] : undefined);
  if (article === undefined) {
    return undefined;
  }
  const said = article['author'] ?? article['creator'];
  const authors: readonly unknown[] = Array.isArray(said) ? said.slice(0, MOST_NODES) : [said];
  return {
    title: titleOf(article),
    authors: peopleOf(
      authors.filter((author) => !isInstitution(author, byId)),
      byId,
    ),
    institutions: peopleOf(
      authors.filter((author) => isInstitution(author, byId)),
      byId,
    ),
    published: textOf(article['datePublished']),
    site: peopleOf(article['publisher'], byId)[0],
    url: urlOf(article),
    language: textOf(article['inLanguage']),
  };
}

const ARTICLE =
  /(?:Article|Posting|Report|Thesis|Recipe|PolicyBrief|WhitePaper|Dataset|^Book|^Chapter)$/;
const PAGE = /^(?:WebPage|ItemPage|AboutPage|FAQPage|CreativeWork)$/;
/** Of things that belong to another document. */
const ELSEWHERE = new Set(
  'about citation comment hasPart image isPartOf itemListElement mentions potentialAction relatedLink review video'.split(
    ' ',
  ),
);

function parse(script: string): unknown {
  if (script.length > MOST_UNITS) {
    return undefined;
  }
  const bare = script
    .replace(/^\s*(?:<!--|\/\*<!\[CDATA\[\*\/|\/\/<!\[CDATA\[|<!\[CDATA\[)/u, '')
    .replace(/(?:-->|\/\*\]\]>\*\/|\/\/\]\]>|\]\]>)\s*$/u, '');
  for (const text of [bare, bare.replace(/\p{Cc}/gu, ' ')]) {
    try {
      return JSON.parse(text);
    } catch {
      // Line breaks within texts are common, and no more is mended.
    }
  }
  return undefined;
}

/** The objects of linked data, outermost first, without those of other documents. */
function nodesOf(value: unknown): readonly Node[] {
  const nodes: Node[] = [];
  const waiting: unknown[] = [value];
  for (let at = 0; at < waiting.length && at < MOST_NODES; at += 1) {
    const next = waiting[at];
    if (Array.isArray(next)) {
      const items: readonly unknown[] = next.slice(0, MOST_NODES);
      waiting.push(...items);
    } else if (isObject(next)) {
      nodes.push(next);
      for (const [name, child] of Object.entries(next)) {
        if (typeof child === 'object' && !ELSEWHERE.has(name)) {
          waiting.push(child);
        }
      }
    }
  }
  return nodes;
}

function typesOf(node: Node): readonly string[] {
  const types = node['@type'];
  return (Array.isArray(types) ? types : [types]).filter((type) => typeof type === 'string');
}

function isInstitution(author: unknown, byId: ReadonlyMap<unknown, Node>): boolean {
  const node = isObject(author) ? (byId.get(author['@id']) ?? author) : {};
  return typesOf(node).some((type) => type.endsWith('Organization'));
}

function titleOf(node: Node): string | undefined {
  return textOf(node['headline']) ?? textOf(node['name']);
}

/** The names of people and institutions: texts, objects with a name, and references to them. */
function peopleOf(value: unknown, byId: ReadonlyMap<unknown, Node>): readonly string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value.slice(0, MOST_NODES) : [value];
  return values
    .flatMap((person): readonly string[] => {
      if (!isObject(person)) {
        return [textOf(person) ?? ''];
      }
      const { name, familyName, givenName } =
        person['name'] === undefined ? (byId.get(person['@id']) ?? person) : person;
      const whole = (Array.isArray(name) ? name : [name])
        .map(textOf)
        .filter((text) => text !== undefined);
      const family = textOf(familyName);
      const given = textOf(givenName);
      return whole.length > 0 || family === undefined || given === undefined
        ? whole
        : [`${family}, ${given}`];
    })
    .filter((name) => name !== '');
}

function urlOf(node: Node): string | undefined {
  const page = node['mainEntityOfPage'];
  return textOf(node['url']) ?? textOf(isObject(page) ? (page['@id'] ?? page['url']) : page);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? shortText(value) : undefined;
}
