import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../../scripts/lib/paths.mjs';
import { Commands, PDF_EDITOR, PdfCommands } from '../../../../src/host/ids';

interface MenuItem {
  readonly command: string;
  readonly when: string;
  readonly group: string;
}
interface KeyBinding {
  readonly command: string;
  readonly key: string;
  readonly mac?: string;
  readonly when?: string;
}

const { menus, keybindings } = (
  JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly contributes: {
      readonly menus: Readonly<Record<string, readonly MenuItem[]>>;
      readonly keybindings: readonly KeyBinding[];
    };
  }
).contributes;

/** What commands do, in the order in which menus have it; what is none of these comes behind. */
const ORDER: readonly (readonly string[])[] = [
  [Commands.insertQuotation, Commands.insertBlockQuotation, Commands.insertCitation],
  [Commands.copyText, Commands.copyWithCitation],
  [
    Commands.openEntry,
    Commands.openSource,
    Commands.openGlossaryEntry,
    Commands.openAsMarkdown,
    Commands.openEntryToSide,
    Commands.openOriginal,
  ],
  [
    Commands.searchWithin,
    Commands.searchInSource,
    Commands.showMentions,
    Commands.searchSelection,
    Commands.defineSelection,
    Commands.findEvidence,
    Commands.openPreviousHit,
  ],
  [
    Commands.revealInSidebar,
    Commands.revealInSources,
    Commands.revealInTopics,
    Commands.revealInPartners,
    Commands.revealInTerms,
    Commands.revealInTimeline,
  ],
];

/** The items of a menu as the editor sorts them, without its icons. */
function listed(menu: string): readonly MenuItem[] {
  return [...(menus[menu] ?? [])]
    .filter(({ group }) => !/^(?:inline|navigation)/.test(group))
    .sort((a, b) => {
      const [groupA = '', orderA = '0'] = a.group.split('@');
      const [groupB = '', orderB = '0'] = b.group.split('@');
      return groupA.localeCompare(groupB) || Number(orderA) - Number(orderB);
    });
}

function rankOf(command: string): number {
  const rank = ORDER.findIndex((commands) => commands.includes(command));
  return rank === -1 ? ORDER.length : rank;
}

describe('the menus', () => {
  for (const menu of ['view/item/context', 'editor/context', 'editor/title']) {
    it(`insert, copy, open, search and reveal in this order: ${menu}`, () => {
      const ranks = listed(menu).map(({ command }) => rankOf(command));
      assert.ok(ranks.length > 5);
      assert.deepEqual(
        ranks,
        [...ranks].sort((a, b) => a - b),
      );
    });
  }

  it('offer what is done with a selection only where there is one', () => {
    const commands: readonly string[] = [
      Commands.searchSelection,
      Commands.defineSelection,
      Commands.addToGlossary,
    ];
    const items = (menus['editor/context'] ?? []).filter(({ command }) =>
      commands.includes(command),
    );
    assert.deepEqual(new Set(items.map(({ command }) => command)), new Set(commands));
    for (const { command, when } of items) {
      for (const alternative of when.split('||')) {
        assert.match(alternative, /editorHasSelection/, command);
      }
    }
  });

  it('have three icons at most in each title', () => {
    for (const item of [...(menus['view/title'] ?? []), ...(menus['editor/title'] ?? [])]) {
      const [group = '', order] = item.group.split('@');
      // Items of the same number take each other's place.
      assert.ok(group !== 'navigation' || /^[123]$/.test(order ?? ''), JSON.stringify(item));
    }
  });

  it('show no key at two commands of one view of the sidebar', () => {
    const commands = new Set(listed('view/item/context').map(({ command }) => command));
    const keys = keybindings.filter(({ command, when = '' }) => {
      return commands.has(command) && when.includes('focusedView');
    });
    assert.ok(keys.length > 2);
    const places = keys.map(({ key, when = '' }) => {
      const [view = ''] = /focusedView \S+ \S+/.exec(when) ?? [];
      return `${key} ${view}`;
    });
    assert.equal(new Set(places).size, keys.length);
  });
});

describe('the keys', () => {
  const commandsOf = (key: string) =>
    new Set(keybindings.filter((one) => one.key === key).map(({ command }) => command));

  it('mean the same wherever a passage or an entry has the focus', () => {
    assert.deepEqual(
      commandsOf('ctrl+enter'),
      new Set([Commands.insertQuotation, Commands.insertHitQuotation]),
    );
    assert.deepEqual(
      commandsOf('ctrl+alt+enter'),
      new Set([Commands.openEntryToSide, Commands.openHitToSide]),
    );
  });

  it('insert from every page, and from every view', () => {
    const whens = keybindings
      .filter(({ key }) => key === 'ctrl+enter')
      .map(({ when = '' }) => when);
    assert.ok(whens.some((when) => when === 'editorTextFocus && resourceScheme == ip4desk'));
    assert.ok(whens.some((when) => when.startsWith('focusedView =~ /^ip4Desk\\./')));
  });

  it('have the command key on a Mac where others have Ctrl', () => {
    for (const { key, mac } of keybindings.filter((one) => one.key.includes('ctrl+'))) {
      assert.equal(mac, key.replaceAll('ctrl+', 'cmd+'));
    }
  });

  it('of the reader of PDFs hold there alone, and not where something is typed or listed', () => {
    const commands: ReadonlySet<string> = new Set(Object.values(PdfCommands));
    const own = keybindings.filter(({ command }) => commands.has(command));
    assert.ok(own.length >= 10);
    for (const { when = '' } of own) {
      assert.ok(
        when.startsWith(`activeCustomEditorId == '${PDF_EDITOR}' && !inputFocus && !listFocus`),
        when,
      );
    }
  });
});
