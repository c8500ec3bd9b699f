import { countWords } from '../text/words';
import type { TextEdit } from '../model';
import { STYLE_TRAITS, type CitationStyle } from '../note/citationStyles';
import type { Footnotes } from '../note/footnotes';
import { frontMatterField } from '../note/frontMatterFields';
import { BARE_KEY } from '../note/languages/markdown/pandocCitekeys';
import { REFERENCED_KEY } from '../note/languages/typst/typstCitekeys';
import { noteLanguage } from '../note/languages/registry';
import type { Note } from '../note/note';
import type { NoteWriting } from '../note/writing';
import type { CitableSource, CitedText, CitingForm } from './citable';
import { printedPlace } from './citedPlace';
import { withSingleMarks } from './singleMarks';
import { addDefinition, inLanguageOf, nextNumber } from './writing/footnotes';
import { placeInStyle } from './writing/placeForms';
import { authorDate, fullNote, shortNote, shortTitle } from './writing/noteForms';
import { Surroundings } from './writing/surroundings';

export interface CitingOptions {
  readonly style: CitationStyle;
  /** How quotations are marked in LaTeX: by the package csquotes, or by hand. */
  readonly latexQuotes: 'csquotes' | 'plain';
  /** From how many words on a quotation is a block. */
  readonly blockQuotationWords: number;
  /** Of the source in the note's bibliography; only the styles that cite by key use it. */
  readonly citekey: string;
}

/** What puts a citation into a note. */
export interface CitationEdit {
  /** Goes to the place itself, and replaces nothing. */
  readonly insertion: string;
  /**
   * Further edits of the note, such as a footnote's text, with offsets into the note as it is before
   * the insertion. One at the place itself goes behind the insertion.
   */
  readonly edits: readonly TextEdit[];
}

/** The citation itself, without the words. */
interface Mark {
  readonly text: string;
  /** Whether it stands directly behind the words. */
  readonly clings: boolean;
  readonly edits: readonly TextEdit[];
}

/**
 * What cites a source in a note: words in quotation marks or as a block, with the citation behind
 * them, or the citation alone. Words of a digest get no quotation marks, and are no block.
 * @param at where in the note the citation goes
 */
export function citeInNote(
  note: Note,
  at: number,
  cited: CitedText,
  form: CitingForm,
  options: CitingOptions,
): CitationEdit {
  const markup = writingFor(note, options);
  const place = new Surroundings(note.text, at);
  const mark = markFor(note, at, cited, markup, place.eol, options);
  const { edits } = mark;
  const words = cited.text.trim();
  if (form === 'citation' || words === '') {
    return (
      joinedGroup(note, at, mark, options) ?? {
        insertion: place.inLine(mark.text, mark.clings),
        edits,
      }
    );
  }
  const citation = mark.clings ? mark.text : ` ${mark.text}`;
  const isLong = form === 'block' || countWords(words) >= options.blockQuotationWords;
  if (isLong && cited.isDigest !== true && !place.takesNoBlock) {
    const lines = markup.block(paragraphsOf(words), citation);
    return onItsOwn(place, lines, markup, edits);
  }
  const joined = words.replace(/\s+/g, ' ');
  // The stop of the sentence that the words are put into is the one that counts.
  const line = place.isBeforePunctuation ? joined.replace(/(?<!\.)[.,;:]$/, '') : joined;
  const quotation =
    cited.isDigest === true ? markup.text(line) : markup.quoted(withSingleMarks(line));
  if (cited.isDigest !== true && place.isAtLineEnd && isBehindQuotation(note, at)) {
    return onItsOwn(place, [quotation + citation], markup, edits);
  }
  return { insertion: place.inLine(quotation + citation, false), edits };
}

function onItsOwn(
  place: Surroundings,
  lines: readonly string[],
  { linePrefix }: NoteWriting,
  edits: readonly TextEdit[],
): CitationEdit {
  return {
    insertion: place.onLinesOfTheirOwn(lines, linePrefix),
    edits: [...place.withoutBlanks(linePrefix), ...edits],
  };
}

/** Pandoc has the citations of one place in one pair of brackets: "[@a; @b]". */
function joinedGroup(
  { text, citekeyUses }: Note,
  at: number,
  mark: Mark,
  { style }: CitingOptions,
): CitationEdit | undefined {
  const end = withoutBlanksBefore(text, at);
  const last = citekeyUses.find(({ citation }) => citation.end === end)?.citation;
  if (style !== 'pandoc' || last === undefined || text.charAt(last.start) !== '[') {
    return undefined;
  }
  return {
    insertion: `; ${mark.text.slice(1)}`,
    edits: [...mark.edits, { start: end - 1, end: at, text: '' }],
  };
}

/** Where the blanks before a place begin. */
function withoutBlanksBefore(text: string, at: number): number {
  let start = at;
  while (start > 0 && ' \t'.includes(text.charAt(start - 1))) {
    start--;
  }
  return start;
}

/** Whether a quotation ends here with its citation, so that another one is no part of its sentence. */
function isBehindQuotation(
  { text, citations }: Pick<Note, 'text' | 'citations'>,
  at: number,
): boolean {
  const end = withoutBlanksBefore(text, at);
  return citations.some(
    (citation) =>
      citation.end === end &&
      /[”"’'»“}][ \t]?$/u.test(text.slice(Math.max(0, citation.start - 2), citation.start)),
  );
}

/**
 * The style in which a note cites.
 * @param setting `auto` goes by the language of the note, in Markdown also by whether its front matter
 *   names a bibliography
 */
export function styleFor(
  setting: CitationStyle | 'auto',
  { language, frontMatter }: Pick<Note, 'language' | 'frontMatter'>,
): CitationStyle {
  if (setting !== 'auto') {
    return setting;
  }
  const { style, styleWithBibliography } = language.citing;
  return styleWithBibliography !== undefined &&
    frontMatterField(frontMatter, 'bibliography') !== undefined
    ? styleWithBibliography
    : style;
}

/** By the style, which may belong to another markup than the note's language. */
function writingFor(
  { language }: Pick<Note, 'language'>,
  { style, latexQuotes }: Pick<CitingOptions, 'style' | 'latexQuotes'>,
): NoteWriting {
  const other = STYLE_TRAITS[style].language;
  const { writing, writingByHand } = other === undefined ? language : noteLanguage(other);
  return latexQuotes === 'plain' ? (writingByHand ?? writing) : writing;
}

/** A line break in a source ends a paragraph; the words of one stand on one line. */
function paragraphsOf(words: string): readonly string[] {
  return words
    .split('\n')
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '');
}

function markFor(
  note: Note,
  at: number,
  cited: CitedText,
  writing: NoteWriting,
  eol: string,
  { style, citekey }: CitingOptions,
): Mark {
  const { source } = cited;
  const place = printedPlace(cited.locators);
  const written = placeInStyle(place, style, writing);
  const words = (isCited: boolean): string =>
    (isCited ? shortNote : fullNote)(source, place, writing);
  switch (style) {
    case 'footnote':
      return footnoteMark(inLanguageOf(style, note), at, source, words, (footnotes) => {
        const label = nextNumber(footnotes);
        return { label, mark: `[^${label}]`, opening: `[^${label}]: `, clings: true, eol };
      });
    case 'restructuredtext':
      return footnoteMark(inLanguageOf(style, note), at, source, words, (footnotes) => {
        const label = restructuredTextLabel(footnotes, citekey);
        return { label, mark: `[${label}]_`, opening: `.. [${label}] `, clings: false, eol };
      });
    case 'asciidoc': {
      const earlier = inLanguageOf(style, note).footnotes.all.filter(({ mark }) => mark.end <= at);
      const isCited = citesIn(
        earlier.map(({ words: { start, end } }) => note.text.slice(start, end)),
        source,
      );
      const content = words(isCited).replaceAll(']', '\\]');
      return { text: `footnote:[${content}]`, clings: true, edits: [] };
    }
    case 'pandoc': {
      const key = BARE_KEY.test(citekey) ? `@${citekey}` : `@{${citekey}}`;
      const behind = written === '' ? '' : `, ${written}`;
      return { text: `[${key}${behind}]`, clings: false, edits: [] };
    }
    case 'latex': {
      const postnote = written === '' ? '' : `[${written}]`;
      return { text: `\\autocite${postnote}{${citekey}}`, clings: false, edits: [] };
    }
    case 'typst': {
      if (REFERENCED_KEY.exec(citekey)?.[0] === citekey) {
        return { text: `@${citekey}${written && `[${written}]`}`, clings: false, edits: [] };
      }
      const key = JSON.stringify(citekey);
      const supplement = written && `, supplement: [${written}]`;
      return { text: `#cite(label(${key})${supplement})`, clings: false, edits: [] };
    }
    case 'plain': {
      // Within parentheses, parentheses become brackets.
      const inner = authorDate(source, place, writing).replace(/[()]/g, (mark) =>
        mark === '(' ? '[' : ']',
      );
      return { text: `(${inner})`, clings: false, edits: [] };
    }
  }
}

interface NewFootnote {
  readonly label: string;
  readonly mark: string;
  /** What begins its definition. */
  readonly opening: string;
  readonly clings: boolean;
  readonly eol: string;
}

/** @param note in a language that has such footnotes */
function footnoteMark(
  { text, footnotes }: Pick<Note, 'text' | 'footnotes'>,
  at: number,
  source: CitableSource,
  words: (isCited: boolean) => string,
  create: (footnotes: Footnotes) => NewFootnote,
): Mark {
  const { definitions, marks } = footnotes;
  const referred = new Set(marks.filter((mark) => mark.start < at).map(({ label }) => label));
  const earlier = definitions.filter(({ label }) => referred.has(label));
  const content = words(
    citesIn(
      earlier.map(({ start, end }) => text.slice(start, end)),
      source,
    ),
  );
  // In a footnote there is no other: the citation stands in its text.
  if (definitions.some(({ start, end }) => start < at && at <= end)) {
    return { text: `(${content.replace(/\.$/, '')})`, clings: false, edits: [] };
  }
  const { mark, opening, clings, eol } = create(footnotes);
  const edit = addDefinition(text, opening + content, footnotes, at, eol);
  return { text: mark, clings, edits: [edit] };
}

/** Numbers where the note has numbers, else names, which are numbered when they are printed. */
function restructuredTextLabel(footnotes: Pick<Footnotes, 'labels'>, citekey: string): string {
  if ([...footnotes.labels].some((label) => /^\d+$/.test(label))) {
    return nextNumber(footnotes);
  }
  const name = citekey.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'note';
  const taken = new Set([...footnotes.labels].map((label) => label.toLowerCase()));
  let label = `#${name}`;
  for (let number = 2; taken.has(label.toLowerCase()); number++) {
    label = `#${name}-${number}`;
  }
  return label;
}

/** Whether one of some notes cites a source: whether it has its title, and who wrote it. */
function citesIn(notes: readonly string[], { title, label, author = [] }: CitableSource): boolean {
  const what = lettersOf(title === undefined ? label : shortTitle(title));
  const [first] = author;
  const who = lettersOf(first?.literal ?? first?.family ?? '');
  return notes.some((note) => {
    const letters = lettersOf(note);
    return what !== '' && letters.includes(what) && letters.includes(who);
  });
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/&\w+;|\{\w+\}|[^\p{L}\p{N}]/gu, '');
}
