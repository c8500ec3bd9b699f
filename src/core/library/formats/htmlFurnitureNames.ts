import { attribute } from './htmlElements';
import type { HtmlElement } from './htmlTree';

/*
 * What designers call the parts of a page. Names are read as words: "PostShareBar" and
 * "post__share-bar" are "post share bar". Collected from some 500 pages of public test sets, and kept
 * where they name furniture more often than text; measures of an element have the last word.
 */

/** The words of an element's id and classes in small letters, a blank between; may be empty. */
export function namesOf(element: HtmlElement): string {
  return wordsOf(`${attribute(element, 'id') ?? ''} ${attribute(element, 'class') ?? ''}`);
}

/** The words of an element's classes alone. */
export function classNamesOf(element: HtmlElement): string {
  return wordsOf(attribute(element, 'class') ?? '');
}

function wordsOf(names: string): string {
  if (names.length > MOST_NAME_UNITS) {
    return '';
  }
  return names
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[^A-Za-z]+/g, ' ')
    .trim()
    .toLowerCase();
}

/** Names of style sheets that name everything, and say nothing, are longer. */
const MOST_NAME_UNITS = 500;

/** Of what a site puts around its texts. */
export const isNameOfFurniture = matcherOf(
  // Sharing and following
  'share|shares|sharing|sharer|sharethis|sharebar|sharebutton|sharebuttons|sharedaddy|social',
  'socials|socialmedia|addthis|addtoany|a2a|tweet|follow',
  // Letters and customers
  'newsletter|newsletters|subscribe|subscription|subscriptions|signup|sign up|login|donate',
  // Other pages
  'related|relateds|relatedpost|relatedposts|relatedcontent|relatedarticles|recommend|recommended',
  'recommendation|recommendations|recirc|recirculation|most read|mostread|most popular',
  'most viewed|read more|readmore|read next|read also|more stories|more articles|more news',
  'more from|more on|more posts|see also|also like|outbrain|taboola',
  // Ways about the site
  'breadcrumb|breadcrumbs|crumb|crumbs|nav|navbar|navi|navigation|subnav|menu|menus|submenu|sidebar',
  'sidebars|pagination|pager|paging|toolbar|skip link|skiplink|skip to|footer|toplink|back to top',
  // What a page says about itself and its author
  'byline|bylines|taglist|post meta|entry meta|article meta|metadata|author bio|author box',
  'author info|author card|author profile|about author|about the author|authorbox|bio|reading time',
  'copyright|imprint',
  // Notices and advertisements
  'cookie|cookies|consent|gdpr|onetrust|cookiebot|didomi|popup|advertisement|advertisements|anzeige',
  'sponsor|sponsors|sponsored',
);

/** Of furniture, mostly: paragraphs bear such names as well. */
export const isNameOfFurnitureMaybe = matcherOf(
  'ad|ads|advert|adverts|advertising|advertorial|banner|feedback|further|latest|modal|next|overlay',
  'poll|popular|prev|print|printer|promo|promos|promotion|promotions|rating|ratings|tag|tags|trending',
  'vote|votes|widget|widgets',
);

/** Of a line that says when, by whom and about what a text is. */
export const isNameOfLabel = matcherOf(
  'meta|author|authors|date|dates|time|timestamp|published|category|categories|credit|credits',
  'contact|kontakt|disclosure|affiliate|disclaimer|toc',
);

/** Of a box that leads to another text. */
export const isNameOfTeaser = matcherOf(
  'teaser|teasers|snippet|snippets|card|cards|tile|tiles|box|linkbox|grid item|interesting|internal',
);

/** Of what readers wrote below a text. */
export const isNameOfComments = matcherOf(
  'comment|comments|commentlist|commentarea|respond|disqus|kommentar|kommentare|comentarios',
  'commentaires|livefyre',
);

/** Of what is folded away until it is clicked. */
export const isNameOfFold = matcherOf(
  'accordion|collapse|collapsed|collapsible|expand|expandable|expander|toggle|faq|tabpanel|tab panel',
  'tab pane',
);

/** Of notes and lists of sources, in which most text may be links. */
export const isNameOfNotes = matcherOf(
  'footnote|footnotes|endnote|endnotes|references|reflist|bibliography|works cited|citations',
);

/** Whether the names of an element have one of those listed, which are of up to three words. */
function matcherOf(...lists: readonly string[]): (names: string) => boolean {
  const listed = new Set(lists.flatMap((list) => list.split('|')));
  return (names) => {
    const words = names.split(' ').filter((word) => word !== '');
    return words.some((word, at) => {
      const two = `${word} ${words[at + 1] ?? ''}`;
      return listed.has(word) || listed.has(two) || listed.has(`${two} ${words[at + 2] ?? ''}`);
    });
  };
}
