import type { Span } from '../../../model';
import { useOf } from '../../citations/citekeyList';
import type { CitekeyUse } from '../../citations/citekeyUse';
import { placeAt } from '../../citations/placeAt';
import type { CitekeySyntax } from '../../noteLanguage';

/** A key that is read whole behind `@`: a full stop or colon at its end is the sentence's. */
export const REFERENCED_KEY = /[\p{L}\p{N}_-]+(?:[.:]+[\p{L}\p{N}_-]+)*/u;
/** In UTF-16 units. */
const LONGEST_SUPPLEMENT = 260;
/** `@key` and `@key[p. 12]`. */
const REFERENCE = new RegExp(
  String.raw`(?<![\p{L}\p{N}\\])@(${REFERENCED_KEY.source})(\[(?:\\[^]|[^\]\\[]){0,${LONGEST_SUPPLEMENT}}\])?`,
  'gu',
);
/** `#cite(<key>` and `cite(label("key")`, up to what may follow. */
const CITE = /#?\bcite\(\s{0,20}(?:<([^<>\s"]{1,300})>|label\("([^"\n]{1,300})"\))/g;
const SUPPLEMENT = new RegExp(
  String.raw`^[^()[\]]{0,200}supplement\s{0,20}:\s{0,20}\[((?:\\[^]|[^\]\\[]){0,${LONGEST_SUPPLEMENT}})\]`,
);
/** UTF-16 units of a citation behind its key. */
const LONGEST_REST = 500;
/** What is referred to is named like this by those who have figures and sections as well. */
const CROSS_REFERENCE = /^(?:fig|figure|tbl|tab|table|sec|section|eq|lst|ch|app)[:.-]/i;
/** Labels of the note itself, which are no keys. */
const OWN_LABEL = /(?<!\bcite\(\s{0,20})<([\p{L}\p{N}_][\p{L}\p{N}_.:-]{0,200})>/gu;

type Hides = (offset: number) => boolean;

function typstUses(text: string, isHidden: Hides): readonly CitekeyUse[] {
  const labels = new Set(Array.from(text.matchAll(OWN_LABEL), ([, label]) => label));
  return [...references(text, isHidden, labels), ...citations(text, isHidden)];
}

function references(
  text: string,
  isHidden: Hides,
  labels: ReadonlySet<string | undefined>,
): readonly CitekeyUse[] {
  return Array.from(text.matchAll(REFERENCE)).flatMap(
    ({ 0: all, 1: citekey = '', 2: supplement, index }) => {
      if (isHidden(index) || labels.has(citekey) || CROSS_REFERENCE.test(citekey)) {
        return [];
      }
      const end = index + 1 + citekey.length;
      const citation = { start: index, end: index + all.length };
      const place = supplement && placeAt(text, end + 1, citation.end - 1);
      const empty = supplement ? end + 1 : end;
      return useOf(citekey, index + 1, place || undefined, empty, text, citation);
    },
  );
}

function citations(text: string, isHidden: Hides): readonly CitekeyUse[] {
  return Array.from(text.matchAll(CITE)).flatMap(({ 0: all, 1: label, 2: named, index }) => {
    const citekey = label ?? named ?? '';
    const behind = index + all.length;
    const rest = text.slice(behind, behind + LONGEST_REST);
    const supplement = SUPPLEMENT.exec(rest);
    const close = rest.indexOf(')', supplement?.[0].length);
    if (isHidden(index) || close < 0) {
      return [];
    }
    const place = supplement && placeOf(text, behind + supplement[0].length - 1, supplement[1]);
    const start = index + all.lastIndexOf(citekey);
    const citation = { start: index, end: behind + close + 1 };
    return useOf(citekey, start, place ?? undefined, behind, text, citation);
  });
}

/** @param end where the words of a supplement end */
function placeOf(text: string, end: number, words = ''): Span | undefined {
  return placeAt(text, end - words.length, end);
}

export const TYPST_CITEKEYS: CitekeySyntax = {
  read: typstUses,
  mayCite: (hidden) => /^(?:@|#cite\()/.test(hidden),
  opening: /@$/,
  closing: '',
  addedPlace: (cited, at, { words }) => {
    if (!cited.startsWith('@')) {
      return `, supplement: [${words}]`;
    }
    return cited.charAt(at - 1) === '[' ? words : `[${words}]`;
  },
};
