import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { root } from '../../../../../scripts/lib/paths.mjs';
import { Note } from '../../../../../src/core/note/note';

const GFM = { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] };

/** Real notes and pages. */
const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'samples/README.md',
  'samples/brief.md',
  'samples/quotations.md',
  'samples/sources/reading-sources.md',
  'node_modules/yaml/README.md',
  'node_modules/fast-check/README.md',
  'node_modules/markdown-it/README.md',
];

/** What is rare in them. */
const EXAMPLES = [
  '---\ntitle: Words\n---\nText\n',
  '# Words {#words .class}\n\n<div>\nText\n</div>\n',
  'An ![image of words](a.png), <https://a.example/words>, $words$, [text][words], [^words].',
];

/** 1 for each unit of a text that is prose to us. */
function ours(text: string): Uint8Array {
  const { hidden } = new Note(text, 'markdown');
  const isProse = new Uint8Array(text.length).fill(1);
  for (let index = 0; index < hidden.count; index++) {
    isProse.fill(0, hidden.start(index), hidden.end(index));
  }
  return isProse;
}

/** 1 for each unit of a text that is text to the parser of CommonMark, whose nodes go to `nodes`. */
function theirs(text: string, nodes: Nodes[]): Uint8Array {
  const isProse = new Uint8Array(text.length);
  const visit = (node: Nodes): void => {
    nodes.push(node);
    const { start, end } = node.position ?? {};
    if (node.type === 'text') {
      isProse.fill(1, start?.offset ?? 0, end?.offset ?? 0);
    }
    if ('children' in node) {
      node.children.forEach(visit);
    }
  };
  visit(fromMarkdown(text, GFM));
  return isProse;
}

/** Where the two differ on purpose, by what stands there. */
const DIFFERENCES: Readonly<Record<string, (text: string, nodes: readonly Nodes[]) => Spans>> = {
  'front matter is none to CommonMark': (text) => [
    [0, new Note(text, 'markdown').frontMatter?.end ?? 0],
  ],
  'the words for an image are shown to those who cannot see it, and are read by us': (_, nodes) =>
    ofType(nodes, 'image'),
  'HTML goes on to the end of its block in CommonMark, and text in it is read by us': (_, nodes) =>
    ofType(nodes, 'html'),
  'an address in angle brackets is its own text in CommonMark': (text) =>
    found(text, /<[^<>\s]+>/g),
  'an entity is a letter in CommonMark, and parts words or not for us': (text) =>
    found(text, /&#?\w+;/g),
  'mathematics is none to CommonMark': (text) => found(text, /\$[^$]+\$/g),
  'attributes of Pandoc are none to CommonMark': (text) => found(text, /\{[^{}\n]*\}/g),
  'what looks like the label of a link is one to us, be it defined or not': (text) =>
    found(text, /\]\[[^\][]*\]/g),
  'a named note is one to us, be it defined or not': (text) => found(text, /\[\^[^\][]*\]/g),
};

type Spans = readonly (readonly [start: number, end: number])[];

function found(text: string, expression: RegExp): Spans {
  return Array.from(text.matchAll(expression), ({ 0: all, index }) => [index, index + all.length]);
}

function ofType(nodes: readonly Nodes[], type: Nodes['type']): Spans {
  return nodes
    .filter((node) => node.type === type)
    .map(({ position }) => [position?.start.offset ?? 0, position?.end.offset ?? 0]);
}

/** The first word about which the two differ, with what is around it, but for what may differ. */
function difference(text: string, differences = Object.values(DIFFERENCES)): string | undefined {
  const nodes: Nodes[] = [];
  const isTheirs = theirs(text, nodes);
  const isOurs = ours(text);
  const mayDiffer = new Uint8Array(text.length);
  for (const [start, end] of differences.flatMap((one) => one(text, nodes))) {
    mayDiffer.fill(1, start, end);
  }
  for (let at = 0; at < text.length; at++) {
    if (/[A-Za-z0-9]/.test(text.charAt(at)) && isOurs[at] !== isTheirs[at] && mayDiffer[at] === 0) {
      const whose = isOurs[at] === 1 ? 'ours' : 'theirs';
      return `${whose}: ${text.slice(Math.max(0, at - 40), at)}⟦${text.slice(at, at + 40)}`;
    }
  }
  return undefined;
}

const inline = fc.constantFrom(
  ...[
    'word',
    'two words',
    '*some*',
    '**strong**',
    '_under_',
    '~~struck~~',
    'a\\*b',
    'a_b_c',
    '5 * 3',
  ],
  ...['`code`', '``co`de``', '[text](http://a.example)', '[text](<a b> "title")', '![alt](a.png)'],
  ...['<b>bold</b>', '<!-- remark -->', '&amp;', '&nbsp;', 'A&B', '<https://a.example>', '(text)'],
  ...['[see this]', '[text][label]', 'a \\` b', 'R&D', 'x < y', '1 > 0', '$x + y$', '[^note]'],
);
const line = fc
  .array(inline, { minLength: 1, maxLength: 5 })
  .map((parts) => `Text ${parts.join(' ')}`);
const lines = fc.array(line, { minLength: 1, maxLength: 3 });
const block: fc.Arbitrary<string> = fc.oneof(
  lines.map((all) => all.join('\n')),
  line.map((one) => `# ${one}`),
  line.map((one) => `${one}\n===`),
  lines.map((all) => all.map((one) => `> ${one}`).join('\n')),
  lines.map((all) => all.map((one) => `- ${one}`).join('\n')),
  lines.map((all) => all.map((one, at) => `${at + 1}. ${one}`).join('\n')),
  lines.map((all) => `- ${all.join('\n  ')}\n\n  ${all.join(' ')}`),
  lines.map((all) => `\`\`\`js\n${all.join('\n')}\n\`\`\``),
  lines.map((all) => `~~~\n${all.join('\n\n')}\n~~~`),
  lines.map((all) => all.map((one) => `    ${one}`).join('\n')),
  lines.map((all) => `<!-- ${all.join('\n\n').replaceAll('-->', '')} -->`),
  fc.constant('---'),
  fc.constant('| a | b |\n|---|---|\n| c `d` | e |'),
  fc.constant('[label]: http://a.example "title"'),
  fc.constant('[^note]: What it says.'),
);
const page = fc.array(block, { minLength: 1, maxLength: 6 }).map((blocks) => blocks.join('\n\n'));

describe('what is prose in Markdown', () => {
  for (const file of PAGES) {
    it(`is what the parser of CommonMark calls text in ${file}`, () => {
      assert.equal(difference(readFileSync(join(root, file), 'utf8')), undefined);
    });
  }

  it('is what the parser of CommonMark calls text in any page', () => {
    fc.assert(
      fc.property(page, (text) => {
        assert.equal(difference(text), undefined);
      }),
      { numRuns: 400 },
    );
  });

  for (const [name, differs] of Object.entries(DIFFERENCES)) {
    it(`differs where ${name}`, () => {
      const others = Object.values(DIFFERENCES).filter((one) => one !== differs);
      const texts = [...EXAMPLES, ...fc.sample(page, { numRuns: 300, seed: 1 })];
      assert.ok(texts.some((text) => difference(text, others) !== undefined));
    });
  }
});
