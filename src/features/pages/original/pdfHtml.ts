import type { PdfSettings } from '../../../viewer/messages';
import { type Html, htmlOf } from '../../../host/surfaces/html';

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
  /** What buttons and fields are called. */
  readonly labels: {
    readonly toolbar: string;
    readonly page: string;
    readonly zoomIn: string;
    readonly zoomOut: string;
    readonly fitWidth: string;
    readonly pages: string;
  };
}

/**
 * The HTML of the view that shows a PDF. It may run our script and its worker, and reach nothing but
 * the folder of its own files: no network. WebAssembly decodes some kinds of pictures.
 */
export function pdfHtml({
  language,
  title,
  nonce,
  script,
  style,
  settings,
  labels,
}: PdfPage): Html {
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}' 'wasm-unsafe-eval'`,
    `worker-src blob:`,
    `connect-src ${policyPlace(settings.assets)}`,
    `img-src blob: data:`,
    `font-src blob: data:`,
    `style-src ${policyPlace(style)}`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
  const data = Object.entries<string>({ ...settings }).map(
    ([name, value]) => htmlOf` data-${name}="${value}"`,
  );
  const button = (id: string, label: string, text: string) =>
    htmlOf`<button id="${id}" type="button" title="${label}" aria-label="${label}">${text}</button>`;
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
<div id="toolbar" role="toolbar" aria-label="${labels.toolbar}" hidden>
<input id="page" type="text" autocomplete="off" spellcheck="false" aria-label="${labels.page}" title="${labels.page}" aria-describedby="position">
<span id="position"></span>
<span class="space"></span>
${button('zoomOut', labels.zoomOut, '−')}
<output id="zoom"></output>
${button('zoomIn', labels.zoomIn, '+')}
${button('fitWidth', labels.fitWidth, labels.fitWidth)}
</div>
<div id="message" role="alert" hidden></div>
<div id="pages" tabindex="0" role="document" aria-label="${labels.pages}"></div>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>
`;
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
