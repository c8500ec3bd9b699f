import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Catalog } from '../../src/core/packs/catalog';
import type { Excerpt, ExcerptId, SourceId, Term, TermId } from '../../src/core/model';
import { TermAutomaton } from '../../src/core/terms/automaton';
import { searchedEvidence } from '../../src/core/terms/evidence';
import { knownTermOfPack } from '../../src/core/terms/knownTerm';
import { TermSet } from '../../src/core/terms/termSet';
import { TermHoverProvider } from '../../src/features/terms/hover/termHover';
import { Commands } from '../../src/host/ids';
import type { LibrarySource } from '../../src/workspace/library/library';
import { compose, plainText, sentence } from '../../src/host/surfaces/markdown';
import { entryUri, markdownUri } from '../../src/host/uris';
import { ownTerms } from '../support/knownTerms';
import { SMALL_PACK } from '../support/smallPack';
import { waitFor } from '../support/waitFor';
import { Note } from '../../src/core/note/note';

interface Shown {
  /** The text that the hover is about. */
  readonly text: string;
  /** What it says, its Markdown escapes taken off. */
  readonly card: string;
}

/** Our hovers at a position; those of other extensions are left out. */
async function hoversAt(
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<readonly Shown[]> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers
    .map(({ contents, range }) => ({
      text: range === undefined ? '' : document.getText(range),
      card: contents
        .map((content) => (typeof content === 'string' ? content : content.value))
        .join('\n')
        .replace(/\\(?=[!-/:-@[-`{-~])/g, ''),
    }))
    .filter(({ card }) => /command:ip4Desk\./.test(card));
}

/** The hover at the `¦` of a text in a new untitled document; `undefined` when there is none. */
async function hoverIn(marked: string, language = 'markdown'): Promise<Shown | undefined> {
  const document = await vscode.workspace.openTextDocument({
    language,
    content: marked.replace('¦', ''),
  });
  const [hover, ...more] = await hoversAt(document, document.positionAt(marked.indexOf('¦')));
  assert.equal(more.length, 0, 'one card, whatever it holds');
  return hover;
}

/**
 * Closes the documents that were made: the editor would show them by and by, as they are unsaved,
 * and get into the way of other tests.
 */
async function closeUntitled(): Promise<void> {
  const untitled = () => vscode.workspace.textDocuments.filter(({ isUntitled }) => isUntitled);
  for (const document of untitled()) {
    await vscode.window.showTextDocument(document, { preview: false });
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await waitFor('the documents to be closed', () => untitled().length === 0);
}

describe('the hover', () => {
  after(closeUntitled);

  before(() => vscode.extensions.getExtension('ip4desk.ip4-desk')?.activate());

  const found: readonly (readonly [string, string, string, string?])[] = [
    ['The I¦P4 met.', 'IP4', 'Indo-Pacific Four'],
    ['The ¦IP4 met.', 'IP4', 'Indo-Pacific Four'],
    ['The IP4¦ met.', 'IP4', 'Indo-Pacific Four'],
    ["The IP4'¦s leaders", "IP4's", 'Indo-Pacific Four'],
    ['🧭 日本 and the I¦CI', 'ICI', 'Istanbul Cooperation Initiative'],
    [
      '> the Istanbul Coop¦eration\n> Initiative and more',
      'Istanbul Cooperation\n> Initiative',
      'Istanbul Cooperation Initiative',
    ],
    ['the **Mediterranean¦ Dialogue**', 'Mediterranean Dialogue', 'Mediterranean Dialogue'],
    ['the Indo\u2011P¦acific', 'Indo\u2011Pacific', 'Indo-Pacific'],
    ['The I¦P4 met.', 'IP4', 'Indo-Pacific Four', 'plaintext'],
    ['The \\emph{I¦P4} met.', 'IP4', 'Indo-Pacific Four', 'latex'],
    ['The *I¦P4* met.', 'IP4', 'Indo-Pacific Four', 'restructuredtext'],
  ];
  for (const [marked, text, name, language] of found) {
    it(`explains ${JSON.stringify(marked)} in ${language ?? 'markdown'}`, async () => {
      const hover = await hoverIn(marked, language);
      assert.equal(hover?.text, text);
      assert.ok(hover.card.startsWith(`**${name}**`), hover.card);
    });
  }

  const silent: readonly (readonly [string, string, string?])[] = [
    ['in other words', 'OBELUS and O¦BELUS'],
    ['where case tells them apart', 'Vous êtes i¦ci'],
    ['in code', '`the I¦P4`'],
    ['in a block of code', 'Text\n\n```\nthe I¦P4\n```\n'],
    ['in front matter', '---\ntitle: the I¦P4\n---\n'],
    ['in an address', '<https://example.org/nato/I¦P4>'],
    ['in a language that is no prose', 'const x = "I¦P4";', 'javascript'],
  ];
  for (const [where, marked, language] of silent) {
    it(`is silent ${where}`, async () => assert.equal(await hoverIn(marked, language), undefined));
  }

  it('gives abbreviation, definition, source with day, actions and one piece of evidence', async () => {
    const { card = '' } = (await hoverIn('I¦CI')) ?? {};
    assert.match(card, /^\*\*Istanbul Cooperation Initiative\*\* · ICI$/m);
    assert.match(card, /^_Background \(not from the source\).*_$/m);
    for (const command of [Commands.openEntry, Commands.insertCitation, Commands.search]) {
      assert.equal(card.split(`command:${command}?`).length, 2, command);
    }
    assert.equal(card.match(/^\*\*.+\*\* {2}$/gm)?.length, 1);
  });

  it('says nothing twice', async () => {
    // The definition of the first is from the place that its evidence is from.
    for (const term of ['The safety in numb¦ers of the IP4', 'The food se¦curity of the islands']) {
      const { card = '' } = (await hoverIn(term)) ?? {};
      const places = card.match(/USIP [^_\n]+?, \d\.\d+/g) ?? [];
      assert.ok(places.length > 0, card);
      assert.equal(new Set(places).size, places.length, card);
      assert.doesNotMatch(card, /Institute of Peace/);
    }
  });

  it('says what has happened since, with its day and who says so', async () => {
    const { card = '' } = (await hoverIn('The New Zea¦land mission')) ?? {};
    assert.match(card, /^Since then \(.*\d{4}\): .+\(.+\)$/m);
  });

  it('follows an edit', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'markdown',
      content: 'The IP4 met.',
    });
    const first = new vscode.Position(0, 5);
    assert.equal((await hoversAt(document, first))[0]?.text, 'IP4');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), 'Today. ');
    await vscode.workspace.applyEdit(edit);
    assert.deepEqual(await hoversAt(document, first), []);
    assert.equal((await hoversAt(document, first.translate(0, 7)))[0]?.text, 'IP4');
  });

  it('follows a change of language', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'markdown',
      content: '`IP4`',
    });
    const position = new vscode.Position(0, 2);
    assert.deepEqual(await hoversAt(document, position), []);
    const plain = await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
    assert.equal((await hoversAt(plain, position))[0]?.text, 'IP4');
  });

  it('works in the Markdown cells of notebooks', async () => {
    const notebook = await vscode.workspace.openNotebookDocument(
      'jupyter-notebook',
      new vscode.NotebookData([
        new vscode.NotebookCellData(vscode.NotebookCellKind.Markup, 'The IP4 met.', 'markdown'),
        new vscode.NotebookCellData(vscode.NotebookCellKind.Code, 'IP4 = 4', 'python'),
      ]),
    );
    const hovers = await hoversAt(notebook.cellAt(0).document, new vscode.Position(0, 5));
    assert.equal(hovers[0]?.text, 'IP4');
    assert.deepEqual(await hoversAt(notebook.cellAt(1).document, new vscode.Position(0, 1)), []);
    await vscode.window.showNotebookDocument(notebook);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('explains what an entry speaks of, but neither its links nor the entry itself', async () => {
    const page = await vscode.workspace.openTextDocument(
      entryUri({ kind: 'term', id: 'ip4', title: 'IP4' }),
    );
    const at = (word: string, after = '') => {
      const text = page.getText();
      return page.positionAt(text.indexOf(word, text.indexOf(after)) + 1);
    };
    const [card] = await hoversAt(page, at('NATO'));
    assert.match(card?.text ?? '', /NATO|North Atlantic/);
    assert.deepEqual(await hoversAt(page, at('IP4')), []);
    // The page is read again once the mentions of its term are known.
    await waitFor('a link without a card', async () => {
      return (await hoversAt(page, at('NATO', 'From: '))).length === 0;
    });
  });

  it('is silent on the same pages as Markdown', async () => {
    const page = await vscode.workspace.openTextDocument(markdownUri({ kind: 'term', id: 'ip4' }));
    const offset = page.getText().indexOf('NATO');
    assert.notEqual(offset, -1);
    assert.deepEqual(await hoversAt(page, page.positionAt(offset + 1)), []);
  });
});

describe('the settings of the hover', () => {
  after(closeUntitled);

  async function withSetting(
    key: string,
    value: unknown,
    language: string | undefined,
    run: () => Promise<void>,
  ): Promise<void> {
    const scope = language === undefined ? null : { languageId: language };
    const update = (to: unknown) =>
      vscode.workspace
        .getConfiguration('ip4Desk', scope)
        .update(key, to, vscode.ConfigurationTarget.Workspace, language !== undefined);
    await update(value);
    try {
      await run();
    } finally {
      await update(undefined);
    }
  }

  it('switch it off', () =>
    withSetting('hover.enabled', false, undefined, async () => {
      assert.equal(await hoverIn('I¦P4'), undefined);
    }));

  it('switch it off for one language', () =>
    withSetting('hover.enabled', false, 'markdown', async () => {
      assert.equal(await hoverIn('I¦P4', 'markdown'), undefined);
      assert.equal((await hoverIn('I¦P4', 'plaintext'))?.text, 'IP4');
    }));

  for (const count of [0, 1, 5]) {
    it(`bring ${count} pieces of evidence`, () =>
      withSetting('hover.evidence', count, undefined, async () => {
        const { card = '' } = (await hoverIn('I¦P4')) ?? {};
        assert.equal(card.match(/^\*\*.+\*\* {2}$/gm)?.length ?? 0, count);
      }));
  }
});

describe('the hover of own terms', () => {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder);
  const root = vscode.Uri.joinPath(folder.uri, 'hovers');
  const files: Readonly<Record<string, string>> = {
    'wide.glossary.yml': `contexts:
  - name: Wide
    terms:
      - name: ICI
        definition: The wide definition.
`,
    'near/near.glossary.yml': `contexts:
  - name: Near
    terms:
      - name: Invented Customs Inspectorate
        abbreviation: ICI
        status: preferred
        definition: The near definition.
        examples: [The ICI looks into crates.]
        meta: { Owner: The harbour master }
        related: [crate]
        source: Harbour rules
        locator: p. 4
        date: 2026-01-02
      - name: crate inspector
        status: deprecated
        use: inspector
`,
    'near/note.md': 'The ICI and the crate inspector.',
  };

  before(async () => {
    for (const [path, text] of Object.entries(files)) {
      const uri = vscode.Uri.joinPath(root, path);
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    }
  });
  after(() => vscode.workspace.fs.delete(root, { recursive: true }));

  /** The card on a text of the note, once its glossaries are there. */
  async function cardOn(text: string): Promise<string> {
    const document = await vscode.workspace.openTextDocument(
      vscode.Uri.joinPath(root, 'near/note.md'),
    );
    const position = document.positionAt(document.getText().indexOf(text) + 1);
    return waitFor(`the card on ${text}`, async () => {
      const [hover] = await hoversAt(document, position);
      return hover?.card.includes(Commands.openGlossaryEntry) === true && hover.card;
    });
  }

  it('shows all definitions, labelled, the nearest first', async () => {
    const card = await cardOn('ICI');
    const order = ['The near definition.', '_Near', 'The wide definition.', '_Wide', 'Background'];
    const places = order.map((text) => card.indexOf(text));
    assert.deepEqual(
      places,
      [...places].sort((a, b) => a - b),
      card,
    );
    assert.ok(!places.includes(-1), card);
  });

  it('says all that the entry does', async () => {
    const card = await cardOn('ICI');
    for (const text of [
      '**Invented Customs Inspectorate** · ICI · preferred',
      '_Near · Harbour rules, p. 4 · 2026-01-02_',
      'The ICI looks into crates.',
      'Owner: The harbour master',
      'Related: crate',
    ]) {
      assert.ok(card.includes(text), `${text} in ${card}`);
    }
  });

  it('says what to write in place of a deprecated term, and where there is no definition', async () => {
    const card = await cardOn('crate inspector');
    assert.match(card, /use “inspector”/);
    assert.match(card, /gives no definition/);
  });
});

describe('text from a hostile pack or glossary', () => {
  after(closeUntitled);

  const hostile = [
    '[click](command:workbench.action.closeWindow)',
    '[link](https://evil.example "title")',
    '<https://evil.example> https://evil.example www.evil.example mail@evil.example',
    '![image](https://evil.example/x.png)',
    '<img src=x onerror=alert(1)> <b>bold</b> <!-- comment --> &lt;b&gt; &#42;',
    '**bold** _italic_ ~~struck~~ `code` \\*escaped\\* ||table||',
    '1. one', '- list', '+ list', '# heading', '> quote', '---', '| a | b |',
    '$(zap)',
    ')](command:evil) ][ \u0000\u0007 "quote" \'quote\'',
    'back`tick``s and trailing\\',
  ]; // prettier-ignore

  /** What is left when the built-in Markdown renderer has shown it: its elements and its text. */
  async function rendered(markdown: string): Promise<{ elements: string[]; text: string }> {
    const html = await vscode.commands.executeCommand<string>('markdown.api.render', markdown);
    const entities: Readonly<Record<string, string>> = {
      '&lt;': '<',
      '&gt;': '>',
      '&quot;': '"',
      '&#39;': "'",
      '&amp;': '&',
    };
    return {
      // The renderer puts its own span around each block.
      elements: [...html.matchAll(/<(\w+)/g)]
        .map(([, name = '']) => name)
        .filter((name) => name !== 'span'),
      text: html
        .replace(/<[^>]*>/g, '')
        .replace(/&(lt|gt|quot|#39|amp);/g, (entity) => entities[entity] ?? entity)
        .trim(),
    };
  }

  const visible = (text: string) => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();

  for (const text of hostile) {
    it(`shows ${JSON.stringify(text)} as it is`, async () => {
      assert.deepEqual(await rendered(plainText(text)), { elements: ['p'], text: visible(text) });
    });
  }

  it('fills the gaps of a sentence with Markdown, and what it fills is not filled again', async () => {
    const filled = sentence(
      'Related: {0}, *and* [x](command:y) {1}.',
      plainText('$(zap) {1}'),
      compose`**${plainText('{0}')}**`,
    );
    assert.deepEqual(await rendered(filled), {
      elements: ['p', 'strong'],
      text: 'Related: $(zap) {1}, *and* [x](command:y) {0}.',
    });
  });

  const all = hostile.join(' ');
  const source = 'interview' as SourceId;
  const term = (id: string, more: Partial<Term> = {}): Term => ({
    id: id as TermId,
    name: 'Evil term',
    abbreviation: all,
    kind: 'concept',
    definition: all,
    basis: { kind: 'source', citations: [{ source, locator: all }] },
    ...more,
  });
  const excerpt: Excerpt = {
    id: `x")](command:evil) '` as ExcerptId,
    heading: all,
    text: all,
    source,
    locator: all,
    topics: [],
    partners: [],
    terms: ['evil' as TermId],
    dates: [],
  };
  const terms = [
    term('evil', { related: ['other' as TermId] }),
    term('other', { name: `Other ${all}`, aliases: ['Evil term'] }),
  ];
  const catalog = new Catalog([{ ...SMALL_PACK, terms, excerpts: [excerpt], events: [] }]);
  const automaton = new TermAutomaton(terms);
  const own = ownTerms(all, [
    {
      name: 'Evil term',
      abbreviation: all,
      definition: all,
      examples: [all],
      related: [all],
      source: all,
      locator: all,
      use: all,
      status: 'deprecated',
      meta: new Map([[all, all]]),
    },
  ]);
  const known = new TermSet([...own, ...terms.map(knownTermOfPack)]);
  const copy = { source: 'own)', passage: "p'1", more: all };
  const provider = new TermHoverProvider(
    {
      evidence: Object.assign(() => Promise.resolve(searchedEvidence(catalog, automaton)), {
        reset: () => undefined,
      }),
    },
    {
      scan: (note) =>
        Promise.resolve({
          terms: known,
          occurrences: known.automaton.occurrences(new Note(note.getText(), note.languageId)),
        }),
    },
    {
      start: () => Promise.resolve(),
      copyOf: () => copy,
      get: () => ({ title: all }) as LibrarySource,
    },
    vscode.window.createOutputChannel('hover test', { log: true }),
  );

  async function hostileHover(): Promise<readonly vscode.MarkdownString[]> {
    const document = await vscode.workspace.openTextDocument({
      language: 'markdown',
      content: 'An evil term.',
    });
    const { token } = new vscode.CancellationTokenSource();
    const hover = await provider.provideHover(document, new vscode.Position(0, 5), token);
    return (hover?.contents ?? []) as vscode.MarkdownString[];
  }

  it('is never trusted', async () => {
    const contents = await hostileHover();
    const allowed = [
      Commands.openEntry,
      Commands.openGlossaryEntry,
      Commands.openPassage,
      Commands.search,
      Commands.insertCitation,
    ];
    for (const { value, isTrusted, supportHtml, supportThemeIcons } of contents) {
      assert.ok(!supportHtml);
      if (isTrusted === undefined) {
        assert.ok(!supportThemeIcons);
        assert.doesNotMatch(value, /\]\(command:ip4Desk/);
      } else {
        assert.deepEqual(isTrusted, { enabledCommands: allowed });
      }
    }
  });

  it('adds no link to ours, which name entries, terms and passages and nothing else', async () => {
    const trusted = (await hostileHover()).filter(({ isTrusted }) => isTrusted !== undefined);
    for (const { value } of trusted) {
      // The preview's renderer would take what is between two dollar signs for mathematics.
      const html = await vscode.commands.executeCommand<string>(
        'markdown.api.render',
        value.replaceAll('$', ''),
      );
      const targets = [...html.matchAll(/<a href="([^"]*)"/g)].map(([, target = '']) => target);
      assert.ok(targets.length >= 2, html);
      for (const target of targets) {
        const [, argument = ''] =
          /^command:ip4Desk\.\w+\?(.*)$/.exec(target) ?? assert.fail(target);
        const args = JSON.parse(decodeURIComponent(argument)) as object[];
        const names = args.map((one) => Object.keys(one).sort().join(' ')).join(', ');
        const allowed = ['passage source', 'id kind', 'term', 'id kind, character line note'];
        assert.ok(allowed.includes(names), names);
      }
      assert.doesNotMatch(html, /<(img|b|strong|em|code|s)\b/);
    }
  });

  it('shares one card where terms share a wording', async () => {
    const names = (await hostileHover()).filter(({ value }) => /\*\*(Evil|Other)/.test(value));
    assert.equal(names.length, 3);
  });

  it('is not shown once the hover is not wanted any more', async () => {
    const document = await vscode.workspace.openTextDocument({
      content: 'evil term',
      language: 'markdown',
    });
    const cancelled = new vscode.CancellationTokenSource();
    const hover = provider.provideHover(document, new vscode.Position(0, 1), cancelled.token);
    cancelled.cancel();
    assert.equal(await hover, undefined);
  });
});
