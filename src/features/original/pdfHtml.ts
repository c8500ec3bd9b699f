import type { PdfSettings } from '../../host/pdfMessages';

/** What the page of a PDF is made of. */
export interface PdfPage {
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
export function pdfHtml({ nonce, script, style, settings, labels }: PdfPage): string {
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
    ([name, value]) => `data-${name}="${escape(value)}"`,
  );
  const button = (id: string, label: string, text: string) =>
    `<button id="${id}" type="button" title="${escape(label)}" aria-label="${escape(label)}">${escape(text)}</button>`;
  return `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escape(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${escape(style)}">
</head>
<body ${data.join(' ')}>
<div id="toolbar" role="toolbar" aria-label="${escape(labels.toolbar)}" hidden>
<input id="page" type="text" autocomplete="off" spellcheck="false" aria-label="${escape(labels.page)}" title="${escape(labels.page)}" aria-describedby="position">
<span id="position"></span>
<span class="space"></span>
${button('zoomOut', labels.zoomOut, '−')}
<output id="zoom"></output>
${button('zoomIn', labels.zoomIn, '+')}
${button('fitWidth', labels.fitWidth, labels.fitWidth)}
</div>
<div id="message" role="alert" hidden></div>
<div id="pages" tabindex="0" role="document" aria-label="${escape(labels.pages)}"></div>
<script nonce="${nonce}" src="${escape(script)}"></script>
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
  return address.replace(/^(\w+:\/\/)[^/.]*[^/.\w-][^/.]*\./, '$1*.');
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
