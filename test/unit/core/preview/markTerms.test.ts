import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { parseFragment, type DefaultTreeAdapterMap } from 'parse5';
import { markTerms, type MarkedTerms } from '../../../../src/core/preview/markTerms';
import type { KnownTerm } from '../../../../src/core/terms/knownTerm';
import { TermSet } from '../../../../src/core/terms/termSet';
import { ownTerms } from '../../../support/knownTerms';
import { plainProse } from '../../../../src/core/note/prose';

const HARBOUR = ownTerms('Harbour', [
  { name: 'lighthouse', definition: 'A tower with a lamp.' },
  { name: 'Southern Harbour Authority', abbreviation: 'SHA', definition: 'Runs the harbour.' },
  { name: 'pier' },
]);

function markedTerms(terms: readonly KnownTerm[], uses: MarkedTerms['uses']): MarkedTerms {
  const set = new TermSet(terms);
  return {
    uses,
    occurrences: (text) => set.automaton.occurrences(plainProse(text)),
    explanationsAt: (occurrence) =>
      set.termsAt(occurrence).map(({ name, definition, origin }) => ({
        name,
        definition,
        label: origin.kind === 'glossary' ? origin.label : '',
      })),
  };
}

/** Renders as the preview does, with all options that VS Code has. */
function render(
  markdown: string,
  terms: readonly KnownTerm[] = HARBOUR,
  uses: MarkedTerms['uses'] = 'all',
): string {
  const marked = markedTerms(terms, uses);
  return markTerms(new MarkdownIt({ html: true, linkify: true }), () => marked).render(markdown);
}

/** The marked pieces of a document, each as it reads. */
function marked(markdown: string, terms?: readonly KnownTerm[], uses?: MarkedTerms['uses']) {
  const pieces = render(markdown, terms, uses).matchAll(
    /<abbr class="ip4desk-term"[^>]*>([^]*?)<\/abbr>/g,
  );
  return Array.from(pieces, ([, text]) => text);
}

const TOWER = '<abbr class="ip4desk-term" title="A tower with a lamp.">';

describe('terms in rendered Markdown', () => {
  it('carry their definition', () => {
    assert.equal(
      render('The lighthouse is lit.'),
      `<p>The ${TOWER}lighthouse</abbr> is lit.</p>\n`,
    );
  });

  it('carry their name as well where it is not what stands there', () => {
    assert.match(render('The SHA pays.'), /title="Southern Harbour Authority: Runs the harbour\."/);
    assert.match(render('The southern  harbour authority pays.'), /title="Runs the harbour\."/);
  });

  it('stay as they are when their entry says nothing about them', () => {
    assert.equal(render('A pier.'), '<p>A pier.</p>\n');
  });

  it('carry all definitions of a wording, nearest first, with their labels', () => {
    const lamps = ownTerms('Lamps', [{ name: 'lighthouse', definition: 'Holds a lamp.' }]);
    assert.match(
      render('A lighthouse.', [...lamps, ...HARBOUR]),
      /title="Holds a lamp\. \(Lamps\)\n\nA tower with a lamp\. \(Harbour\)"/,
    );
  });

  it('are marked at their first use or at every use', () => {
    const text = 'A lighthouse.\n\n- The lighthouse, the SHA.\n- The SHA.';
    assert.deepEqual(marked(text, HARBOUR, 'all'), ['lighthouse', 'lighthouse', 'SHA', 'SHA']);
    assert.deepEqual(marked(text, HARBOUR, 'first'), ['lighthouse', 'SHA']);
  });

  it('count a first use only where one may be marked', () => {
    assert.deepEqual(marked('# Lighthouse\n\nThe lighthouse.', HARBOUR, 'first'), ['lighthouse']);
  });

  it('begin anew with each document', () => {
    const terms = markedTerms(HARBOUR, 'first');
    const markdownIt = markTerms(new MarkdownIt(), () => terms);
    assert.equal(markdownIt.render('A lighthouse.'), markdownIt.render('A lighthouse.'));
  });

  it('are found over line breaks and emphasis', () => {
    assert.deepEqual(marked('The Southern Harbour\nAuthority.'), ['Southern Harbour\nAuthority']);
    assert.equal(
      render('The Southern *Harbour* Authority.').replaceAll(/ title="[^"]*"/g, ''),
      '<p>The <abbr class="ip4desk-term">Southern </abbr><em><abbr class="ip4desk-term">Harbour' +
        '</abbr></em><abbr class="ip4desk-term"> Authority</abbr>.</p>\n',
    );
    assert.deepEqual(marked('**Southern** <b>Harbour</b> ~~Authority~~'), [
      'Southern',
      'Harbour',
      'Authority',
    ]);
  });

  it('are found in lists, tables and emphasis', () => {
    assert.deepEqual(marked('- a lighthouse\n\na *lighthouse*\n\n| a |\n|-|\n| lighthouse |\n'), [
      'lighthouse',
      'lighthouse',
      'lighthouse',
    ]);
  });

  it('are found behind escapes and entities', () => {
    assert.deepEqual(marked('A \\* lighthouse &amp; a lighthouse.'), ['lighthouse', 'lighthouse']);
  });

  const QUIET = {
    'an ATX heading': '## The lighthouse',
    'a setext heading': 'The lighthouse\n===',
    'a heading in HTML': '<h1 align="center">\n\nlighthouse\n\n</h1>',
    'a link': '[the lighthouse](https://example.org)',
    'emphasis in a link': '[the *lighthouse*](https://example.org)',
    'an address': 'https://example.org/lighthouse and <https://example.org/lighthouse>',
    'a link in HTML': '<a href="#"> the lighthouse</a>',
    'a block quotation': '> the lighthouse\n>\n> - a *lighthouse*',
    'a quotation in HTML': 'the <q>lighthouse</q>',
    code: 'the `lighthouse`\n\n    lighthouse\n\n```\nlighthouse\n```',
    'code in HTML': 'the <kbd>lighthouse</kbd> <code>lighthouse</code>',
    'a script': 'a <script>lighthouse</script>',
    'the text of an image': '![the lighthouse](tower.png "lighthouse")',
    'an abbreviation of the author': 'a <abbr title="x">lighthouse</abbr>',
    'an attribute': 'a <span title="lighthouse">tower</span>',
    'a block of HTML': '<div>lighthouse</div>',
  };
  for (const [place, markdown] of Object.entries(QUIET)) {
    it(`are left alone in ${place}`, () => {
      assert.equal(
        render(markdown),
        new MarkdownIt({ html: true, linkify: true }).render(markdown),
      );
      assert.deepEqual(marked(`${markdown}\n\nlighthouse`), ['lighthouse']);
    });
  }

  it('do not reach over what is left alone', () => {
    assert.deepEqual(marked('Southern `x` Harbour Authority, Southern [Harbour](x) Authority'), []);
    assert.deepEqual(marked('Southern ![](x) Harbour Authority'), []);
  });

  it('are left alone while there are none', () => {
    const markdownIt = markTerms(new MarkdownIt(), () => undefined);
    assert.equal(markdownIt.render('A lighthouse.'), '<p>A lighthouse.</p>\n');
  });

  it('are asked for with what the renderer is told of the document', () => {
    const environment = { currentDocument: 'note' };
    const asked: unknown[] = [];
    markTerms(new MarkdownIt(), (env) => void asked.push(env)).render('A lighthouse.', environment);
    assert.deepEqual(asked, [environment]);
  });

  it('leave what was parsed as it is: the editor keeps it', () => {
    let terms: MarkedTerms | undefined = markedTerms(HARBOUR, 'all');
    const markdownIt = markTerms(new MarkdownIt(), () => terms);
    const tokens = markdownIt.parse('A *lighthouse*.', {});
    const show = () => markdownIt.renderer.render(tokens, markdownIt.options, {});
    const first = show();
    assert.match(first, /<abbr/);
    assert.equal(show(), first);
    terms = undefined;
    assert.equal(show(), '<p>A <em>lighthouse</em>.</p>\n');
  });

  it('escape what a glossary says', () => {
    const definition = `"><script>alert('1')</script> & "quotes"\n<b>`;
    const html = render('A lighthouse.', ownTerms('x', [{ name: 'lighthouse', definition }]));
    assert.doesNotMatch(html, /<script|<b>/);
    assert.deepEqual(titlesIn(html), [definition]);
  });

  it('add nothing but abbr, and change no text, whatever is written and defined', () => {
    const word = fc.constantFrom(
      ...['lighthouse', 'Southern', 'Harbour', 'Authority', 'SHA', ' ', '\n', '\n\n', '*', '**'],
      ...['`', '[', '](x)', '<b>', '</b>', '<a>', '</a>', '# ', '- ', '> ', '&amp;', '\\', '~~'],
      ...['<h1>', '</h1>', '!', '<!--', '-->', '|', 'https://example.org/', '"', '<'],
    );
    const hostile = fc.oneof(fc.string(), fc.constantFrom('"', '<i>', '&quot;', "' onclick=x"));
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 25 }).map((words) => words.join('')),
        hostile,
        hostile,
        fc.constantFrom<MarkedTerms['uses']>('first', 'all'),
        (markdown, definition, label, uses) => {
          const terms = ownTerms(label, [
            { name: 'lighthouse', definition },
            { name: 'Southern Harbour Authority', abbreviation: 'SHA', definition },
            { name: 'SHA', definition: label },
          ]);
          const plain = new MarkdownIt({ html: true, linkify: true }).render(markdown);
          assert.deepEqual(outline(render(markdown, terms, uses)), outline(plain));
        },
      ),
      { numRuns: 200 },
    );
  });
});

type Node = DefaultTreeAdapterMap['node'];

/** The elements and texts of a document without the marks of terms. */
function outline(html: string): string {
  const tell = (node: Node): string => {
    if (node.nodeName === '#text') {
      return (node as DefaultTreeAdapterMap['textNode']).value;
    }
    const inner = childrenOf(node).map(tell).join('');
    return isMark(node) || !('attrs' in node)
      ? inner
      : `<${node.nodeName} ${JSON.stringify(node.attrs)}>${inner}</>`;
  };
  return tell(parseFragment(html));
}

function titlesIn(html: string): readonly (string | undefined)[] {
  const collect = (node: Node): readonly (string | undefined)[] => [
    ...(isMark(node) && 'attrs' in node
      ? [node.attrs.find(({ name }) => name === 'title')?.value]
      : []),
    ...childrenOf(node).flatMap(collect),
  ];
  return collect(parseFragment(html));
}

function isMark(node: Node): boolean {
  return (
    'attrs' in node &&
    node.nodeName === 'abbr' &&
    node.attrs.map(({ name }) => name).join() === 'class,title'
  );
}

function childrenOf(node: Node): readonly Node[] {
  return 'childNodes' in node ? node.childNodes : [];
}
