import type { MarkedKind } from '../../markupEvents';

/** What the LaTeX scanner knows of commands and environments, by name. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Environments whose content is code, math, drawing or remark. */
export const NO_PROSE = words(
  'Verbatim align alignat alltt asy comment displaymath eqnarray equation filecontents flalign ' +
    'gather lstlisting math minted multline pgfpicture picture tikzcd tikzpicture verbatim',
);
/** Environments that take arguments in braces which are no prose. */
export const WITH_SETTINGS = words(
  'array longtable minipage multicols tabular tabularx tabulary thebibliography wrapfigure',
);
/** Commands all of whose arguments are keys, names of files, lengths or code. */
export const NO_PROSE_COMMANDS = words(
  'DeclareMathOperator addbibresource addtocounter addtolength bibliography bibliographystyle ' +
    'bibitem colorlet cref Cref DeclareUnicodeCharacter definecolor documentclass eqref ensuremath ' +
    'geometry gls Gls glspl Glspl graphicspath hbox hspace hypersetup hypertarget include ' +
    'includegraphics includeonly index input label let lstinputlisting lstset mathrm newacronym ' +
    'newcommand newcounter newenvironment newlength newtheorem nocite num pagestyle pageref ' +
    'providecommand ref renewcommand renewenvironment selectlanguage setcounter setlength ' +
    'setmainfont si SI sisetup texttt thispagestyle url usepackage usetheme usetikzlibrary ' +
    'vspace autoref nameref vref labelcref def path lstinline nolinkurl code',
);
/** Whether a command cites, so that its arguments are keys and places: `cite`, `autocite`, `Textcite` … */
export function isCitingCommand(name: string): boolean {
  return /cite/i.test(name);
}

/** What a command or an environment of csquotes is given before the words that it quotes. */
export interface QuotingArguments {
  /** The language of the quotation, in braces. */
  readonly hasLanguage: boolean;
  /** The citekey, in braces, behind optional arguments. */
  readonly hasKey: boolean;
}

const QUOTING_COMMAND = /^(foreign|hyphen|hybrid)?(?:enquote|quote|(?:text|block)(c)?quote)$/;
const QUOTING_ENVIRONMENT = /^(foreign|hyphen)?display(c)?quote$/;

/** What a quoting command of csquotes takes, by its name without a star; `undefined` for others. */
export function quotingCommand(name: string): QuotingArguments | undefined {
  return quotingArguments(QUOTING_COMMAND.exec(name));
}

/** The same for an environment. */
export function quotingEnvironment(name: string): QuotingArguments | undefined {
  return quotingArguments(QUOTING_ENVIRONMENT.exec(name));
}

function quotingArguments(match: RegExpExecArray | null): QuotingArguments | undefined {
  return match === null
    ? undefined
    : { hasLanguage: match[1] !== undefined, hasKey: match[2] !== undefined };
}

/** What csquotes prints around an editor's words in a quotation, by the command; without words only the first. */
export const EDITORIAL: ReadonlyMap<string, readonly [before: string, behind: string]> = new Map([
  ['textins', ['[', ']']],
  ['textins*', ['[', ']']],
  ['textelp', ['\u2026 [', ']']],
  ['textelp*', ['[', '] \u2026']],
]);

/** Commands whose first argument is no prose, and whose last is. */
export const FIRST_IS_NO_PROSE = words(
  'colorbox foreignlanguage href hyperlink parbox raisebox resizebox scalebox textcolor',
);
/** Commands that change the look of words within a sentence. */
export const WITHIN_SENTENCE = words(
  'bfseries bf em emph enquote foreignlanguage hl it itshape lowercase MakeLowercase ' +
    'MakeUppercase mbox normalfont rm rmfamily sc scshape sf sffamily sl slshape small so st ' +
    'textbf textcolor textelp textins textit textmd textnormal textrm textsc textsf textsl textup tt ttfamily ul ' +
    'uline underline uppercase upshape xspace',
);
/** Commands that stand for a blank. */
export const BLANKS = words('enspace enskip nobreakspace quad qquad space thinspace');
/** The tie, over two letters, is no accent that a letter has. */
export const TIE = 't';
/** Commands that break a line or a page, behind which a number in brackets says how gladly. */
export const BREAKING = words('linebreak nolinebreak nopagebreak pagebreak');
/** Commands that print a heading, the highest first. */
export const SECTIONS =
  'title part chapter section subsection subsubsection paragraph subparagraph'.split(' ');
/** What the last argument of a command is. */
export const ZONE_OF_COMMAND: ReadonlyMap<string, MarkedKind> = new Map<string, MarkedKind>([
  ['href', 'link'],
  ['hyperref', 'link'],
  ['hyperlink', 'link'],
  ['footnote', 'reference'],
  ['footnotetext', 'reference'],
  ['endnote', 'reference'],
]);
/** Environments that quote, beside those of csquotes. */
export const QUOTING = words('quote quotation quoting verse');
