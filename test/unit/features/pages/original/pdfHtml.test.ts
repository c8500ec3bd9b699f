import assert from 'node:assert/strict';
import { pdfHtml, type PdfPage } from '../../../../../src/features/pages/original/pdfHtml';
import type { PdfSettings } from '../../../../../src/viewer/messages';

/** Where VS Code serves the extension's files to its views. */
const ASSETS = 'https://file%2B.vscode-resource.vscode-cdn.net/home/a%20b/dist/pdf/';

/** Texts that are called like what they are for. */
const NAMED: object = new Proxy({}, { get: (_, name) => String(name) });

const PAGE: PdfPage = {
  language: 'en',
  title: 'A <b>report</b>.pdf',
  nonce: 'n0nce',
  script: `${ASSETS}viewer.js`,
  style: `${ASSETS}viewer.css`,
  settings: {
    ...(NAMED as PdfSettings),
    assets: ASSETS,
    encrypted: 'Locked "away"',
    damaged: '<img src=x>',
    noMatches: 'noMatches',
  },
  labels: NAMED as PdfPage['labels'],
};

const html = pdfHtml(PAGE).toString();

describe('the page that shows a PDF', () => {
  it('reaches nothing but the folder of its own files', () => {
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? '';
    // A policy does not take the escape in the name of the host.
    const place = 'https://*.vscode-resource.vscode-cdn.net/home/a%20b/dist/pdf/';
    assert.deepEqual(policy.split('; '), [
      "default-src 'none'",
      "script-src 'nonce-n0nce' 'wasm-unsafe-eval'",
      'worker-src blob:',
      `connect-src ${place}`,
      `img-src ${place} blob: data:`,
      `font-src ${place} blob: data:`,
      `style-src ${place}viewer.css`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
  });

  it('names the host itself where a policy takes it', () => {
    const there = 'https://assets.example:8443/pdf/';
    const page = pdfHtml({ ...PAGE, settings: { ...PAGE.settings, assets: there } }).toString();
    assert.match(page, /connect-src https:\/\/assets\.example:8443\/pdf\/;/);
  });

  it('says its language and the name of its file', () => {
    assert.match(html, /<html lang="en">/);
    assert.match(html, /<title>A &lt;b&gt;report&lt;\/b&gt;\.pdf<\/title>/);
  });

  it('runs one script, which has the nonce', () => {
    assert.deepEqual(html.match(/<script[^>]*>/g), [
      `<script nonce="n0nce" src="${ASSETS}viewer.js">`,
    ]);
  });

  it('takes texts as texts', () => {
    assert.match(html, /data-no-matches="noMatches"/);
    assert.match(html, /data-encrypted="Locked &quot;away&quot;"/);
    assert.doesNotMatch(html, /<img/);
  });
});
