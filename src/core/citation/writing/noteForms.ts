import type { CslName } from '../../model';
import type { CitableSource } from '../citable';
import { creatorsOf, joinNames } from '../people';
import { formatCitation, formatTitle } from '../plainCitation';
import type { NoteWriting } from '../../note/writing';

/** The most words that a title may have and be used whole, by the Chicago Manual of Style. */
const SHORT_TITLE_WORDS = 4;
/** With the first letter of what it stands before. */
const ARTICLE = /^(?:the|an?)\s+(\S)/iu;
/** Words that no short title ends in. */
const LOOSE_END =
  /(?<![\s,;])[\s,;]+(?:a|an|and|as|at|between|but|by|for|from|in|into|of|on|or|the|to|towards?|with|within|without)$/i;

/**
 * A source in the form of a Chicago note that cites it for the first time, up to its address. Ends
 * with a full stop.
 * @param place as `citedPlace` has it; empty when there is none
 */
export function fullNote(source: CitableSource, place: string, markup: NoteWriting): string {
  const url = addressOf(source);
  const parts = [formatCitation(source, place, markup), url && markup.address(url)];
  return sentence(parts.filter(Boolean).join(', ').replaceAll('”, ', ',” '));
}

/** The same for a later note: family names, short title, place. */
export function shortNote(source: CitableSource, place: string, markup: NoteWriting): string {
  const parts = [familyNamesOf(source, markup), workOf(source, markup)];
  return sentence(withPlace(parts.filter(Boolean).join(', '), place, markup));
}

/**
 * A source by author and year, without parentheses: "Galic 2024, p. 12". Without an author it goes
 * by its title; a year that is not known is "n.d.".
 */
export function authorDate(source: CitableSource, place: string, markup: NoteWriting): string {
  const { who, year } = authorAndYear(source, markup);
  return withPlace(`${who} ${year}`, place, markup);
}

/** The two parts of `authorDate`, for a citation that has words or a letter between them. */
export function authorAndYear(
  source: CitableSource,
  markup: NoteWriting,
): { readonly who: string; readonly year: string } {
  const names = familyNamesOf(source, markup);
  const year = source.issued?.['date-parts'][0]?.[0];
  return {
    who: names === '' ? workOf(source, markup) : names,
    year: year === undefined ? 'n.d.' : String(year),
  };
}

/** The family names of its authors, or of those who stand for them; empty when it has none. */
export function familyNamesOf(source: CitableSource, markup: NoteWriting): string {
  return markup.text(joinNames(familiesOf(source)));
}

function workOf(source: CitableSource, markup: NoteWriting): string {
  return source.title === undefined
    ? markup.text(source.label)
    : formatTitle(shortTitle(source.title), source, markup);
}

/** A citation with a place behind it. @param place empty when there is none */
export function withPlace(citation: string, place: string, markup: NoteWriting): string {
  const whole = place === '' ? citation : `${citation}, ${markup.text(place)}`;
  return whole.replaceAll('”, ', ',” ');
}

function sentence(text: string): string {
  return /[.!?][”’*_]?$/.test(text) ? text : text.replace(/(?=”?$)/, '.');
}

/** The title before its subtitle, without the article, and of a long one the first words. */
export function shortTitle(title: string): string {
  const whole = /^(.{3,}?)(?::\s|\s[–—-]\s|[.?!]\s)/.exec(title)?.[1] ?? title;
  const main = whole.replace(ARTICLE, (_article, first: string) => first.toUpperCase());
  const words = main.split(/\s+/);
  if (words.length <= SHORT_TITLE_WORDS) {
    return main;
  }
  let short = words.slice(0, SHORT_TITLE_WORDS).join(' ');
  for (let shorter = ''; shorter !== short;) {
    shorter = short;
    short = short.replace(LOOSE_END, '');
  }
  return short.replace(/[,;]$/, '');
}

function familiesOf(source: CitableSource): readonly string[] {
  return creatorsOf(source)
    .names.map(({ family, literal, given }: CslName) => literal ?? family ?? given ?? '')
    .filter((name) => name !== '');
}

/** Where a reader finds the source; `undefined` for what is no web address. */
export function addressOf({ DOI, URL }: CitableSource): string | undefined {
  const url =
    DOI === undefined
      ? URL
      : `https://doi.org/${DOI.replace(/^https?:\/\/(?:dx\.)?doi\.org\//i, '')}`;
  return url !== undefined && /^https?:\/\/[^\s<>{}\\[\]`|^]+$/i.test(url) ? url : undefined;
}
