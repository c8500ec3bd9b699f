import * as vscode from 'vscode';
import type { ReadyItem, ReadyKind } from '../../core/ready/readyItem';
import { readyMessage, readyTitle } from '../../core/ready/readyMessage';
import { readyRemedies, type ReadyRemedy } from '../../core/ready/readyRemedies';
import { Commands } from '../../host/ids';
import { TextLines } from '../../host/textLines';
import type { Log } from '../../host/surfaces/log';
import { updateNodes, type NodeSpec, type TreeNode } from '../../host/tree/treeNode';
import { TreeProvider } from '../../host/tree/treeProvider';
import type { ReadyNote } from './readyNote';

/** Something that is left, in its note. */
export interface ReadyPlace {
  readonly note: ReadyNote;
  readonly item: ReadyItem;
}

const ICONS: Readonly<Record<ReadyKind, string>> = {
  'altered quotation': 'diff',
  'misplaced quotation': 'location',
  'unfound quotation': 'search-stop',
  'remarked quotation': 'warning',
  'unknown citekey': 'key',
  footnote: 'note',
  'uncited quotation': 'quote',
  claim: 'question',
  'incomplete entry': 'book',
  'unverifiable quotation': 'circle-slash',
  'recased quotation': 'case-sensitive',
  acronym: 'symbol-text',
  term: 'symbol-string',
};

/** What would be wrong in print. */
const GRAVE: ReadonlySet<ReadyKind> = new Set<ReadyKind>([
  'altered quotation',
  'misplaced quotation',
  'unfound quotation',
  'remarked quotation',
  'unknown citekey',
  'footnote',
]);

/** What is left of notes: a list for one note, and one for each of several. */
export class ReadyTree extends TreeProvider {
  private nodes: readonly TreeNode[] = [];
  private readonly places = new WeakMap<NodeSpec, ReadyPlace>();

  constructor(
    log: Log,
    private readonly notes: () => readonly ReadyNote[],
    /** Whether the notes are shown although there is but one. */
    private readonly isGrouped: () => boolean,
  ) {
    super(log);
  }

  /** What a row stands for; `undefined` for a note. */
  placeOf({ spec }: TreeNode): ReadyPlace | undefined {
    return this.places.get(spec);
  }

  /** The rows that stand for something, in their order, as they are now. */
  rows(): readonly TreeNode[] {
    return this.roots().flatMap((node) => (node.isBranch ? node.children : [node]));
  }

  protected roots(): readonly TreeNode[] {
    return this.nodes;
  }

  protected override forgetRoots(): void {
    const notes = this.notes().filter(({ items }) => items.length > 0);
    const specs = this.isGrouped()
      ? notes.map((note) => this.groupSpec(note))
      : notes.flatMap((note) => this.itemSpecs(note));
    this.nodes = updateNodes(this.nodes, specs);
  }

  protected commandOf(node: TreeNode): vscode.Command | undefined {
    return this.places.has(node.spec)
      ? {
          command: Commands.openReadyItem,
          title: vscode.l10n.t('Go to Text'),
          arguments: [node],
        }
      : undefined;
  }

  private groupSpec(note: ReadyNote): NodeSpec {
    const count = String(note.items.length);
    return {
      key: note.uri.toString(),
      label: note.label,
      description: count,
      spoken: leftText(note.items.length, note.label),
      icon: 'file',
      context: [],
      isOpen: true,
      children: () => this.itemSpecs(note),
    };
  }

  private itemSpecs(note: ReadyNote): readonly NodeSpec[] {
    const lines = new TextLines(note.note.text);
    const keys = new Map<string, number>();
    return note.items.map((item) => {
      const title = readyTitle(item, note.names, vscode.l10n);
      const message = readyMessage(item, note.names, vscode.l10n);
      const line = vscode.l10n.t('line {0}', lines.position(item.start).line + 1);
      const preferred = preferredOf(remediesOf({ note, item }));
      const same = (keys.get(title) ?? 0) + 1;
      keys.set(title, same);
      const spec: NodeSpec = {
        key: `${title}#${same}`,
        label: title,
        description: `${line} · ${message}`,
        icon: ICONS[item.kind],
        iconColor: GRAVE.has(item.kind)
          ? 'problemsWarningIcon.foreground'
          : 'problemsInfoIcon.foreground',
        spoken: [`${title}, ${line}`, message, preferred?.title].filter(Boolean).join('. '),
        context: [
          'ready',
          ...(preferred ? ['fixable'] : []),
          ...(item.about === 'finding' ? ['ignorable'] : []),
        ],
        tooltip: () => [
          message,
          ...(preferred ? [vscode.l10n.t('Fix: {0}', preferred.title)] : []),
        ],
      };
      this.places.set(spec, { note, item });
      return spec;
    });
  }
}

export function remediesOf({ note, item }: ReadyPlace): readonly ReadyRemedy[] {
  return readyRemedies(note.note, item, note.names, vscode.l10n);
}

export function preferredOf(remedies: readonly ReadyRemedy[]): ReadyRemedy | undefined {
  return remedies.find(({ isPreferred }) => isPreferred);
}

/** "brief.md: 5 left" */
export function leftText(count: number, label: string): string {
  return vscode.l10n.t('{0}: {1} left', label, count);
}
