import type { PassageRef } from '../../core/library/document';
import type { Localizer } from '../../core/localizer';
import { Commands } from '../../host/ids';
import { commandAddress } from '../../host/surfaces/commandAddress';
import { htmlOf, type Html } from '../../host/surfaces/html';
import { plainLine } from '../../host/surfaces/inertText';
import { quotedPlaces } from '../../core/quotes/quoteCheck';
import { isGrave } from '../../core/quotes/findings';
import { clipped, filePageOf, placeText, quoteMessage } from '../../core/quotes/messages';
import {
  groupTitle,
  quotedPieces,
  sourcePieces,
  whereText,
  type ReportContent,
  type ReportedQuotation,
  type WordsPiece,
} from '../../core/quotes/reportContent';

/** The commands that links of the page run. */
export const REPORT_COMMANDS: readonly string[] = [
  Commands.openQuotation,
  Commands.openPassage,
  Commands.saveQuotationReport,
];

/** The quotation that a link of the page leads to. */
export interface QuotationRef {
  /** The address of its note. */
  readonly note: string;
  /** Where it begins with its marks, in the note as it is now. */
  readonly start: number;
}

/** A report as a page without scripts, whose links run commands of ours and nothing else. */
export function reportPage(
  { title, summary, remarks, groups }: ReportContent,
  language: string,
  nonce: string,
  l10n: Localizer,
): Html {
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`;
  return htmlOf`<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${l10n.t('Quotation Report')}</title>
<style nonce="${nonce}">${STYLE}</style>
</head>
<body>
<header>
<h1>${summary}</h1>
<p class="quiet">${title} · ${link(l10n.t('Save As…'), Commands.saveQuotationReport)}</p>
${remarks.map((remark) => htmlOf`<p class="remark">${shown(remark)}</p>`)}
</header>
<main>
${groups.map((group) => groupPart(group, l10n))}
</main>
</body>
</html>
`;
}

function groupPart(
  { finding, name, items }: ReportContent['groups'][number],
  l10n: Localizer,
): Html {
  const title = groupTitle(name, items.length);
  if (finding === 'verbatim') {
    const lines = items.map((item) => htmlOf`<li>${briefLine(item, l10n)}</li>`);
    return htmlOf`<details><summary><h2>${title}</h2></summary><ul>${lines}</ul></details>
`;
  }
  const level = isGrave(finding) ? 'grave' : 'light';
  return htmlOf`<section class="${level}"><h2>${title}</h2>
${items.map((item) => quotationPart(item, l10n))}</section>
`;
}

function quotationPart(quotation: ReportedQuotation, l10n: Localizer): Html {
  const { check, note } = quotation;
  const [quoted, source] = [quotedPieces(quotation), sourcePieces(check)];
  const words =
    source.length === 0
      ? htmlOf`<blockquote dir="auto">${quoted.map(wordsPart)}</blockquote>`
      : htmlOf`<dl><dt>${l10n.t('Note')}</dt><dd class="note" dir="auto">${quoted.map(wordsPart)}</dd>
<dt>${l10n.t('Source')}</dt><dd class="source" dir="auto">${source.map(wordsPart)}</dd></dl>`;
  const places = quotedPlaces(check).map((place) => {
    const ofFile = filePageOf(place, l10n);
    const label = placeText(place, note.names, l10n);
    return htmlOf`<li>${placeLink(l10n.t('Open {0}', label), place)}${ofFile === undefined ? '' : ` (${ofFile})`}</li>`;
  });
  return htmlOf`<article>
<h3>${noteLink(quotation, l10n)}</h3>
<p>${shown(quoteMessage(check, note.names, l10n))}</p>
${words}
${places.length === 0 ? '' : htmlOf`<ul class="places">${places}</ul>`}
</article>
`;
}

function briefLine(quotation: ReportedQuotation, l10n: Localizer): Html {
  const { check, note } = quotation;
  const places = quotedPlaces(check).map(
    (place) => htmlOf` · ${placeLink(placeText(place, note.names, l10n), place)}`,
  );
  const words = `“${clipped(note.names.wordsAt(check.quotation))}”`;
  return htmlOf`${noteLink(quotation, l10n)} <q dir="auto">${shown(words)}</q>${places}`;
}

function wordsPart({ words, isSetOff }: WordsPiece): Html {
  return isSetOff ? htmlOf`<strong>${shown(words)}</strong>` : htmlOf`${shown(words)}`;
}

function noteLink(quotation: ReportedQuotation, l10n: Localizer): Html {
  const { note, check } = quotation;
  const ref: QuotationRef = { note: note.id, start: check.quotation.outer.start };
  return link(whereText(quotation, l10n), Commands.openQuotation, ref);
}

function placeLink(label: string, place: ReturnType<typeof quotedPlaces>[number]): Html {
  const ref: PassageRef = { source: place.source, passage: place.passage.id };
  return link(label, Commands.openPassage, ref);
}

function link(label: string, command: string, ...args: readonly unknown[]): Html {
  return htmlOf`<a href="${commandAddress(command, args)}">${shown(label)}</a>`;
}

/** Text from outside without marks that turn its order round; more of it than any place shows is cut. */
function shown(text: string): string {
  return plainLine(text, 2000);
}

const STYLE = htmlOf`
body { max-width: 46rem; margin: 0 auto; padding: 1rem 1.5rem 4rem; line-height: 1.5;
  font-family: var(--vscode-font-family); font-size: var(--vscode-font-size);
  color: var(--vscode-editor-foreground); background: var(--vscode-editor-background);
  overflow-wrap: break-word; }
h1 { font-size: 1.35em; font-weight: 600; line-height: 1.3; margin: 0 0 .3em; text-wrap: balance; }
h2 { font-size: 1.1em; font-weight: 600; margin: 2em 0 .6em; }
h3 { font-size: 1em; font-weight: 400; margin: 0; }
p { margin: .3em 0; }
a { color: var(--vscode-textLink-foreground); text-decoration: none; }
a:hover { color: var(--vscode-textLink-activeForeground); text-decoration: underline; }
a:focus-visible, summary:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 2px; }
.quiet { color: var(--vscode-descriptionForeground); }
.quiet a { white-space: nowrap; }
.remark { padding-left: .8em; border-left: 2px solid var(--vscode-editorWarning-foreground); }
article { margin: 0 0 1.4em; padding-left: .9em; border-left: 3px solid var(--vscode-editorInfo-foreground); }
.grave article { border-left-color: var(--vscode-editorWarning-foreground); }
blockquote { margin: .4em 0; padding: .4em .8em; border: 1px solid var(--vscode-contrastBorder, transparent);
  background: var(--vscode-textBlockQuote-background); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .4em .9em; margin: .5em 0; padding: .5em .8em;
  border: 1px solid var(--vscode-contrastBorder, transparent); background: var(--vscode-textBlockQuote-background); }
dt { color: var(--vscode-descriptionForeground); }
dd { margin: 0; }
strong { font-weight: 700; border-bottom: 2px solid currentColor; }
.note strong { background: var(--vscode-diffEditor-removedTextBackground); }
.source strong { background: var(--vscode-diffEditor-insertedTextBackground); }
.places { list-style: none; margin: .3em 0 0; padding: 0; }
details { margin-top: 2em; }
details h2 { display: inline; margin: 0; }
summary { cursor: pointer; }
details li { margin: .35em 0; }
q { quotes: none; }
`;
