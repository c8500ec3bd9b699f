import assert from 'node:assert/strict';
import { pdfHtml } from '../../../src/features/original/pdfHtml';

const html = pdfHtml({
  source: 'https://assets.example',
  nonce: 'n0nce',
  script: 'https://assets.example/viewer.js',
  style: 'https://assets.example/viewer.css',
  settings: {
    assets: 'https://assets.example/',
    encrypted: 'Locked "away"',
    damaged: '<img src=x>',
    damagedPage: 'Torn',
    total: 'of {0}',
    position: '({0} of {1})',
    page: 'Page {0}',
  },
  labels: {
    toolbar: 'Page and zoom',
    page: 'Page',
    zoomIn: 'Zoom In',
    zoomOut: 'Zoom Out',
    fitWidth: 'Fit Width',
    pages: 'Pages',
  },
}).toString();

describe('the page that shows a PDF', () => {
  it('reaches nothing but the extension’s own files', () => {
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? '';
    assert.match(policy, /^default-src 'none'; /);
    const hosts = new Set(policy.match(/https?:\/\/\S+?(?=;|$)/g));
    assert.deepEqual([...hosts], ['https://assets.example']);
    assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|\*/);
  });

  it('runs one script, which has the nonce', () => {
    assert.deepEqual(html.match(/<script[^>]*>/g), [
      '<script nonce="n0nce" src="https://assets.example/viewer.js">',
    ]);
  });

  it('takes texts as texts', () => {
    assert.match(html, /data-encrypted="Locked &quot;away&quot;"/);
    assert.doesNotMatch(html, /<img/);
  });
});
