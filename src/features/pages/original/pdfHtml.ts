import type { PdfAction, PdfSettings } from '../../../viewer/messages';
import { type Html, htmlOf } from '../../../host/surfaces/html';
import { pdfIcon } from './pdfIcons';

/** What is named on the page: its buttons, by what they do, and its parts. */
export type PdfLabel =
  | Exclude<PdfAction, 'goToPage'>
  | 'toolbar'
  | 'page'
  | 'pages'
  | 'dark'
  | 'findBar'
  | 'query'
  | 'matchCase'
  | 'wholeWords'
  | 'matchDiacritics'
  | 'closeFind'
  | 'sidebar'
  | 'outline'
  | 'thumbnails';

/** What the page of a PDF is made of. */
export interface PdfPage {
  /** Of the editor's texts: "en". */
  readonly language: string;
  /** The name of the file. */
  readonly title: string;
  readonly nonce: string;
  readonly script: string;
  readonly style: string;
  readonly settings: PdfSettings;
  /** With the key in brackets, where there is one. */
  readonly labels: Readonly<Record<PdfLabel, string>>;
}

/**
 * The HTML of the page that shows a PDF. It may run our script and its worker, and reach nothing but
 * the folder of its own files: no network. WebAssembly decodes some kinds of pictures.
 */
export function pdfHtml(page: PdfPage): Html {
  const { language, title, nonce, script, style, settings, labels } = page;
  const assets = policyPlace(settings.assets);
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}' 'wasm-unsafe-eval'`,
    `worker-src blob:`,
    `connect-src ${assets}`,
    `img-src ${assets} blob: data:`,
    `font-src ${assets} blob: data:`,
    `style-src ${policyPlace(style)}`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
  const data = Object.entries<string>({ ...settings }).map(
    ([name, value]) => htmlOf` data-${attributeOf(name)}="${value}"`,
  );
  return htmlOf`<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="${style}">
</head>
<body${data}>
${toolbar(labels)}
<div id="message" role="alert" hidden></div>
<div id="status" role="status"></div>
<div id="main" hidden>
${sidebar(labels)}
<div id="view">
${findBar(labels)}
<div id="frame">
<div id="pages" tabindex="0" role="document" aria-label="${labels.pages}" data-vscode-context="${CONTEXT}"><div class="pdfViewer"></div></div>
</div>
</div>
</div>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>
`;
}

/** A name as attributes spell it, which know no capitals: `noMatches` is `no-matches` there. */
function attributeOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** What the editor's own menu of the pages leaves out: it has commands of ours in its place. */
const CONTEXT = JSON.stringify({ webviewSection: 'pages' });

function toolbar(labels: PdfPage['labels']): Html {
  return htmlOf`<div id="toolbar" role="toolbar" aria-label="${labels.toolbar}" hidden>
${toggle('toggleSidebar', labels)}
${button('find', labels)}
<span class="gap"></span>
${button('goBack', labels)}
${button('previousPage', labels)}
${button('nextPage', labels)}
<input id="page" type="text" autocomplete="off" spellcheck="false" aria-label="${labels.page}" title="${labels.page}" aria-describedby="position">
<span id="position"></span>
<span class="space"></span>
${button('zoomOut', labels)}
<output id="zoom"></output>
${button('zoomIn', labels)}
${button('fitWidth', labels)}
${button('fitPage', labels)}
<span class="gap"></span>
${toggle('dark', labels)}
</div>`;
}

function findBar(labels: PdfPage['labels']): Html {
  return htmlOf`<div id="findBar" role="search" aria-label="${labels.findBar}" hidden>
<input id="query" type="text" autocomplete="off" spellcheck="false" placeholder="${labels.query}" aria-label="${labels.query}" aria-describedby="matches">
${toggle('matchCase', labels)}
${toggle('wholeWords', labels)}
${toggle('matchDiacritics', labels)}
<span id="matches" role="status"></span>
${button('findPrevious', labels)}
${button('findNext', labels)}
${button('closeFind', labels)}
</div>`;
}

function sidebar({ sidebar, outline, thumbnails }: PdfPage['labels']): Html {
  const tab = (id: string, panel: string, label: string, isChosen: boolean) =>
    htmlOf`<button id="${id}" type="button" role="tab" aria-controls="${panel}" aria-selected="${String(isChosen)}" tabindex="${isChosen ? '0' : '-1'}">${label}</button>`;
  return htmlOf`<div id="sidebar" role="region" aria-label="${sidebar}" hidden>
<div id="tabs" role="tablist" aria-label="${sidebar}">
${tab('outlineTab', 'outlinePanel', outline, true)}
${tab('thumbnailsTab', 'thumbnailsPanel', thumbnails, false)}
</div>
<div id="outlinePanel" role="tabpanel" aria-labelledby="outlineTab"><div id="outline" aria-label="${outline}"></div></div>
<div id="thumbnailsPanel" role="tabpanel" aria-labelledby="thumbnailsTab" hidden><div id="thumbnails"></div></div>
</div>`;
}

/** A button that does what it is called. */
function button(id: PdfLabel, labels: PdfPage['labels']): Html {
  const label = labels[id];
  return htmlOf`<button id="${id}" type="button" title="${label}" aria-label="${label}">${pdfIcon(id)}</button>`;
}

/** A button that is pressed while something holds. */
function toggle(id: PdfLabel, labels: PdfPage['labels']): Html {
  const label = labels[id];
  return htmlOf`<button id="${id}" type="button" title="${label}" aria-label="${label}" aria-pressed="false">${pdfIcon(id)}</button>`;
}

/**
 * An address as content security policies name it: exactly this file, or this folder and below when it
 * ends with a slash. VS Code escapes a character of the first label of its hosts, which policies do not
 * take; any other label stands for it then.
 */
function policyPlace(address: string): string {
  const [, scheme = '', label = ''] = /^(\w{1,20}:\/\/)([^/.]*)\./.exec(address) ?? [];
  return /[^\w-]/.test(label)
    ? `${scheme}*${address.slice(scheme.length + label.length)}`
    : address;
}
