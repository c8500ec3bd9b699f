import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  Colors,
  Commands,
  ContextKeys,
  NOTEBOOK_RENDERER,
  PDF_EDITOR,
  PdfCommands,
  QUOTATION_REPORT,
  SCHEME,
  Settings,
  SETTINGS_SECTION,
  Views,
} from '../../src/host/ids';
import { NOTE_LANGUAGES } from '../../src/core/note/languageIds';
import { isEntryRef, markdownUri } from '../../src/host/uris';
import { extension } from './extension';

/** The parts of `package.json` that share ids with the code. */
interface Manifest {
  readonly capabilities: {
    readonly untrustedWorkspaces: {
      readonly supported: unknown;
      readonly description: string;
      readonly restrictedConfigurations: readonly string[];
    };
  };
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly colors: readonly { readonly id: string }[];
    readonly commands: readonly { readonly command: string }[];
    readonly configuration: readonly { readonly properties: Readonly<Record<string, unknown>> }[];
    readonly keybindings: readonly CommandUse[];
    readonly menus: Readonly<Record<string, readonly MenuItem[]>>;
    readonly submenus: readonly { readonly id: string }[];
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly viewsContainers: Readonly<
      Record<'activitybar' | 'panel', readonly { readonly id: string }[]>
    >;
    readonly viewsWelcome: readonly { readonly view: string; readonly when?: string }[];
  };
}

interface CommandUse {
  readonly command: string;
  readonly when?: string;
  readonly group?: string;
}

type MenuItem =
  CommandUse | { readonly submenu: string; readonly when?: string; readonly group?: string };

/** What a workspace may decide that nobody trusts: how things look, and less than is done anyway. */
const HARMLESS_SETTINGS: readonly string[] = [
  Settings.hoverEnabled,
  Settings.hoverEvidence,
  Settings.termsDecorate,
  Settings.termsMarkedKinds,
  Settings.termsPreview,
  Settings.termsComplete,
  // Without `checks.enabled` these do nothing.
  Settings.checksAcronymBeforeExpansion,
  Settings.checksAcronymNeverUsed,
  Settings.checksAcronymUnknown,
  Settings.checksDeprecatedTerm,
  Settings.checksMixedVariants,
  Settings.checksFootnoteWithoutText,
  Settings.checksFootnoteWithoutMark,
  Settings.checksClaimWithoutSource,
  Settings.checksCommonAcronyms,
  // How a citation that the user asks for is written.
  Settings.citingStyle,
  Settings.citingLatexQuotes,
  Settings.citingBlockQuotationWords,
  // How a file is written that the user asks for.
  Settings.exportCitations,
  Settings.exportLanguage,
  // On unless somebody turns them off.
  Settings.citingCompleteCitekeys,
  Settings.citingCheckCitekeys,
  Settings.quotesMarkVerbatim,
];

const COMMANDS = [...Object.values(Commands), ...Object.values(PdfCommands)];

describe('manifest', () => {
  let text: string;
  let manifest: Manifest;
  let uses: readonly (MenuItem | CommandUse)[];

  before(async () => {
    text = await read('package.json');
    manifest = JSON.parse(text) as Manifest;
    const { menus, keybindings } = manifest.contributes;
    uses = [...Object.values(menus).flat(), ...keybindings];
  });

  it('declares the commands that the code knows', () => {
    const declared = manifest.contributes.commands.map(({ command }) => command);
    assertSame(declared, COMMANDS);
  });

  it('uses only declared commands in menus and keybindings', () => {
    assertWithin(
      uses.flatMap((use) => ('command' in use ? [use.command] : [])),
      COMMANDS,
    );
  });

  it('fills the submenus that it shows, and shows all that it has', () => {
    const { menus, submenus } = manifest.contributes;
    const declared = submenus.map(({ id }) => id);
    assertWithin(declared, Object.keys(menus));
    assertSame(
      uses.flatMap((use) => ('submenu' in use ? [use.submenu] : [])),
      declared,
    );
  });

  it('shows three icons at most beside the title of the Sources view', () => {
    const icons = (manifest.contributes.menus['view/title'] ?? [])
      .filter(({ when = '' }) => when.includes(`view == ${Views.sources}`))
      .filter(({ group = '' }) => group.startsWith('navigation'));
    // Of those that ask for an activity, one shows at a time.
    const places = new Set(icons.map(({ group }) => group));
    assert.ok(places.size <= 3, [...places].join(', '));
  });

  it('declares the views that the code knows', () => {
    const { views, viewsContainers, viewsWelcome } = manifest.contributes;
    const { container, readyContainer, ...ids } = Views;
    assertSame(
      viewsContainers.activitybar.map(({ id }) => id),
      [container],
    );
    assertSame(
      viewsContainers.panel.map(({ id }) => id),
      [readyContainer],
    );
    assertSame(Object.keys(views), [container, readyContainer]);
    assertSame(
      Object.values(views).flatMap((each) => each.map(({ id }) => id)),
      Object.values(ids),
    );
    assertSame(
      viewsWelcome.map(({ view }) => view),
      Object.values(ids),
    );
  });

  it('shows the welcome of an empty library only when there is one, not while it is loaded', () => {
    const { libraryEmpty, readyDone, searchesEmpty, sourcesEmpty, termsFiltered } = ContextKeys;
    for (const { view, when = '' } of manifest.contributes.viewsWelcome) {
      const [first] = when.split(' && ');
      assertWithin(
        [first ?? ''],
        view === Views.sources
          ? [sourcesEmpty]
          : view === Views.ready
            ? [readyDone]
            : view === Views.searches
              ? [searchesEmpty]
              : [libraryEmpty, termsFiltered],
      );
    }
  });

  it('offers walkthrough links that run a command of ours on an entry that exists', async () => {
    const texts = await read('package.nls.json');
    const links = [...texts.matchAll(/\(command:(ip4Desk\.\w+)(?:\?([^)]+))?\)/g)];
    assert.ok(links.length > 3, `${links.length} links`);
    for (const [, command = '', argument] of links) {
      assertWithin([command], COMMANDS);
      const ref: unknown = argument && JSON.parse(decodeURIComponent(argument));
      if (isEntryRef(ref)) {
        await vscode.workspace.fs.stat(markdownUri(ref));
      }
    }
  });

  it('declares the settings that the code knows', () => {
    assertSame(
      manifest.contributes.configuration.flatMap(({ properties }) => Object.keys(properties)),
      Object.values(Settings).map((setting) => `${SETTINGS_SECTION}.${setting}`),
    );
  });

  it('has each setting that widens what is read or written restricted', () => {
    const { supported, description, restrictedConfigurations } =
      manifest.capabilities.untrustedWorkspaces;
    // With `true` the list would mean nothing.
    assert.equal(supported, 'limited');
    assert.ok(description);
    // A new setting belongs to one of both.
    assertSame(
      [
        ...restrictedConfigurations,
        ...HARMLESS_SETTINGS.map((one) => `${SETTINGS_SECTION}.${one}`),
      ],
      Object.values(Settings).map((setting) => `${SETTINGS_SECTION}.${setting}`),
    );
  });

  it('declares the colours that the code knows', () => {
    assertSame(
      manifest.contributes.colors.map(({ id }) => id),
      Object.values(Colors),
    );
  });

  it('asks only for context keys that the code sets, and for all of them', () => {
    const others: readonly string[] = [
      ...manifest.contributes.submenus.map(({ id }) => id),
      ...COMMANDS,
      ...Object.values(Views),
      PDF_EDITOR,
      QUOTATION_REPORT,
    ];
    const keys = [...uses, ...manifest.contributes.viewsWelcome]
      .flatMap(({ when = '' }) => when.match(/\bip4Desk(\.\w+)+/g) ?? [])
      .filter((key) => !others.includes(key));
    assertSame(keys, Object.values(ContextKeys));
  });

  it('asks only for the scheme and the languages that the code knows', () => {
    const whens = uses.map(({ when = '' }) => when);
    const schemes = whens.flatMap((when) => matches(when, /resourceScheme == (\S+)/g));
    const languages = whens.flatMap((when) => matches(when, /editorLangId =~ \/\^\((.+?)\)\$\//g));
    assertSame(schemes, [SCHEME]);
    assertSame(
      languages.flatMap((alternatives) => alternatives.split('|')),
      NOTE_LANGUAGES,
    );
  });

  it('is activated by the note languages and the scheme, and by nothing else', () => {
    assertSame(manifest.activationEvents, [
      ...NOTE_LANGUAGES.map((language) => `onLanguage:${language}`),
      `onFileSystem:${SCHEME}`,
      // Glossaries are shown what is wrong in them.
      'onLanguage:yaml',
      'workspaceContains:**/*.glossary.{yml,yaml,json}',
      `onRenderer:${NOTEBOOK_RENDERER}`,
    ]);
  });

  it('has a text for every key that it uses, and uses every text', async () => {
    const used = matches(text, /"%([^%"]+)%"/g);
    const defined = Object.keys(JSON.parse(await read('package.nls.json')) as object);
    assertSame(used, defined);
  });
});

async function read(name: string): Promise<string> {
  const uri = vscode.Uri.joinPath(extension().extensionUri, name);
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

/** The first group of every match. */
function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap(([, group]) => group ?? []);
}

/** The same strings, whatever their order and however often. */
function assertSame(actual: readonly string[], expected: readonly string[]): void {
  assert.deepEqual([...new Set(actual)].sort(), [...new Set(expected)].sort());
}

function assertWithin(actual: readonly string[], allowed: readonly string[]): void {
  assert.deepEqual(
    actual.filter((value) => !allowed.includes(value)),
    [],
  );
}
