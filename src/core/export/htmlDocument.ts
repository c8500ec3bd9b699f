import type { DocumentBlock, DocumentTree, PictureRun, DocumentRun } from './documentTree';
import { wordsForPicture } from './documentTree';
import type { FindPicture, Picture } from './pictures';

/** Nothing is loaded and nothing runs, whatever the file is opened with. */
const POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

const LOOK = `
body { max-width: 42rem; margin: 2.5rem auto; padding: 0 1.25rem; font: 1.05rem/1.6 Georgia, Cambria, serif; color: #1b1b1b; background: #fff; }
h1, h2, h3, h4, h5, h6, .title, .subtitle, .author, .date { font-family: Calibri, Carlito, "Segoe UI", sans-serif; line-height: 1.25; }
h1, h2, h3, h4, h5, h6 { margin: 2rem 0 .5rem; color: #1f3a5f; }
.title { font-size: 2.1rem; font-weight: bold; margin: 0 0 .3rem; color: #1f3a5f; }
.subtitle { font-size: 1.35rem; margin: 0 0 .5rem; color: #595959; }
.author, .date { margin: 0; color: #404040; }
.date { margin-bottom: 2rem; }
.abstract { margin-inline: 2rem; font-size: .95em; }
.caption { font-size: .9em; font-style: italic; }
.reference { padding-inline-start: 1.5rem; text-indent: -1.5rem; }
blockquote { margin: 1rem 2rem; }
table { border-collapse: collapse; display: block; overflow-x: auto; margin: 1rem 0; }
th, td { border-bottom: 1px solid #b8b8b8; padding: .3rem .7rem; text-align: start; vertical-align: top; }
pre { overflow-x: auto; background: #f4f4f4; padding: .7rem; font-size: .85rem; }
img { max-width: 100%; height: auto; }
a { color: #1f4e9e; }
sup { line-height: 0; }
.notes { margin-top: 3rem; border-top: 1px solid #b8b8b8; font-size: .88rem; }
.break { break-after: page; }
@media print { body { margin: 0; max-width: none; } }
`.trim();

const TYPES: Readonly<Record<Picture['type'], string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  bmp: 'image/bmp',
  svg: 'image/svg+xml',
  webp: 'image/webp',
};

/** A document as one HTML file without scripts, whose footnotes are linked both ways. */
export function htmlFile(tree: DocumentTree, findPicture: FindPicture): Uint8Array {
  const writer = new HtmlWriter(tree, findPicture);
  const body = tree.blocks.map((block) => writer.block(block)).join('\n');
  const notes = tree.notes.map((note, at) => writer.note(note, at + 1)).join('\n');
  const authors = tree.authors.map(
    (author) => `<meta name="author" content="${escapeHtml(author)}">\n`,
  );
  return new TextEncoder().encode(`<!DOCTYPE html>
<html lang="${escapeHtml(tree.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
${authors.join('')}<title>${escapeHtml(tree.title)}</title>
<style>
${LOOK}
</style>
</head>
<body>
${body}
${notes === '' ? '' : `<section class="notes" role="doc-endnotes">\n<ol>\n${notes}\n</ol>\n</section>\n`}</body>
</html>
`);
}

class HtmlWriter {
  private readonly ids: ReadonlySet<string>;

  constructor(
    tree: DocumentTree,
    private readonly findPicture: FindPicture,
  ) {
    this.ids = new Set(
      tree.blocks.flatMap((block) => (block.kind === 'heading' ? [block.id] : [])),
    );
  }

  block(block: DocumentBlock): string {
    switch (block.kind) {
      case 'heading':
        return `<h${block.level} id="${escapeHtml(block.id)}">${this.runs(block.runs)}</h${block.level}>`;
      case 'paragraph':
        return `<p${block.role === undefined ? '' : ` class="${block.role}"`}>${this.runs(block.runs)}</p>`;
      case 'quote':
        return `<blockquote>\n${this.blocks(block.blocks)}\n</blockquote>`;
      case 'list': {
        const tag = block.start === undefined ? 'ul' : 'ol';
        const start =
          block.start === undefined || block.start === 1 ? '' : ` start="${block.start}"`;
        const items = block.items.map((item) => `<li>${this.item(item)}</li>`);
        return `<${tag}${start}>\n${items.join('\n')}\n</${tag}>`;
      }
      case 'table':
        return this.table(block);
      case 'code':
        return `<pre><code>${escapeHtml(block.text)}</code></pre>`;
      case 'rule':
        return '<hr>';
      case 'pageBreak':
        return '<div class="break"></div>';
    }
  }

  note(blocks: readonly DocumentBlock[], number: number): string {
    const back = ` <a href="#ref-${number}" role="doc-backlink">↩</a>`;
    const last = blocks.at(-1);
    const words =
      last?.kind === 'paragraph'
        ? [
            ...blocks.slice(0, -1).map((block) => this.block(block)),
            `<p>${this.runs(last.runs)}${back}</p>`,
          ]
        : [...blocks.map((block) => this.block(block)), `<p>${back}</p>`];
    return `<li id="note-${number}">${words.join('\n')}</li>`;
  }

  private blocks(blocks: readonly DocumentBlock[]): string {
    return blocks.map((block) => this.block(block)).join('\n');
  }

  /** An item of one paragraph is its words alone. */
  private item(blocks: readonly DocumentBlock[]): string {
    const [first, ...others] = blocks;
    return first?.kind === 'paragraph' && others.every(({ kind }) => kind === 'list')
      ? [this.runs(first.runs), ...others.map((block) => this.block(block))].join('\n')
      : this.blocks(blocks);
  }

  private table({ rows, aligns }: Extract<DocumentBlock, { kind: 'table' }>): string {
    const row = (cells: readonly (readonly DocumentRun[])[], tag: string): string =>
      `<tr>${cells
        .map((cell, at) => {
          const align = aligns[at];
          const look = align === undefined ? '' : ` style="text-align: ${align}"`;
          return `<${tag}${look}>${this.runs(cell)}</${tag}>`;
        })
        .join('')}</tr>`;
    const [head = [], ...body] = rows;
    return `<table>\n<thead>${row(head, 'th')}</thead>\n<tbody>\n${body.map((cells) => row(cells, 'td')).join('\n')}\n</tbody>\n</table>`;
  }

  private runs(runs: readonly DocumentRun[]): string {
    return runs.map((run) => this.run(run)).join('');
  }

  private run(run: DocumentRun): string {
    switch (run.kind) {
      case 'break':
        return '<br>\n';
      case 'picture':
        return this.picture(run);
      case 'note': {
        const id = run.isAgain ? '' : ` id="ref-${run.number}"`;
        return `<sup${id}><a href="#note-${run.number}" role="doc-noteref">${run.number}</a></sup>`;
      }
      case 'text': {
        const tags = [
          run.isBold === true && 'strong',
          run.isItalic === true && 'em',
          run.isStruck === true && 'del',
          run.isCode === true && 'code',
          run.shift === 'super' && 'sup',
          run.shift === 'sub' && 'sub',
        ].filter((tag) => tag !== false);
        const words = tags.reduceRight(
          (inner, tag) => `<${tag}>${inner}</${tag}>`,
          escapeHtml(run.text),
        );
        return this.isReachable(run.link)
          ? `<a href="${escapeHtml(run.link)}">${words}</a>`
          : words;
      }
    }
  }

  private isReachable(link: string | undefined): link is string {
    return link !== undefined && (!link.startsWith('#') || this.ids.has(link.slice(1)));
  }

  private picture(run: PictureRun): string {
    const picture = this.findPicture(run.source);
    if (picture === undefined) {
      return `<em>${escapeHtml(wordsForPicture(run))}</em>`;
    }
    const width = run.width === undefined ? '' : ` style="width: ${run.width}%"`;
    return `<img src="data:${TYPES[picture.type]};base64,${base64(picture.bytes)}" alt="${escapeHtml(run.alt)}"${width}>`;
  }
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 32_768) {
    text += String.fromCharCode(...bytes.subarray(at, at + 32_768));
  }
  return btoa(text);
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`).replaceAll('\0', '');
}
