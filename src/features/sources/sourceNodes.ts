import type { SourceDocument } from '../../core/library/document';
import { SOURCE_ICONS } from '../../host/entryIcons';
import type { Library, LibrarySource, UnreadableFolder } from '../../workspace/library/library';
import type { Localizer } from '../../core/localizer';
import type { SourceProblem } from './acknowledgements';
import { sourceByline } from './sourceOrder';
import {
  describeFailure,
  describeState,
  isEncoded,
  nameFormat,
  problemOf,
  remedyFor,
  stateInRow,
} from './sourceState';
import type { Folder } from './folders';
import type { NodeSpec } from '../../host/tree/treeNode';

/** What of a document is made only when somebody looks at it. */
export interface DocumentDetails {
  /** What stands below it: its headings or pages, and its passages. */
  nodes(source: LibrarySource, document: SourceDocument): Promise<readonly NodeSpec[]>;
  /** @param document `undefined` while it has not been read */
  tooltip(source: LibrarySource, document: SourceDocument | undefined): Promise<readonly string[]>;
}

interface MadeNode {
  readonly spec: NodeSpec;
  readonly isAcknowledged: boolean;
}

/** Makes what the tree shows of folders and documents. */
export class SourceNodes {
  /** A source is another object when anything about it has changed, so that the same gives the same. */
  private readonly made = new WeakMap<LibrarySource, MadeNode>();

  /** @param isAcknowledged whether the user knows of a problem and does not want to be reminded of it */
  constructor(
    private readonly library: Pick<Library, 'document'>,
    private readonly l10n: Localizer,
    private readonly isAcknowledged: (problem: SourceProblem) => boolean,
    private readonly details: DocumentDetails,
  ) {}

  folder({ path, things }: Folder<LibrarySource>, children: () => readonly NodeSpec[]): NodeSpec {
    const count = things.length;
    return {
      key: `folder:${path}`,
      label: path,
      description: String(count),
      icon: 'folder',
      spoken:
        count === 1
          ? this.l10n.t('{0}, folder, 1 source', path)
          : this.l10n.t('{0}, folder, {1} sources', path, count),
      context: ['folder'],
      children,
    };
  }

  /** A folder of which nothing is known but that it cannot be read. */
  unreadable(folder: UnreadableFolder): NodeSpec {
    const { l10n } = this;
    const { path, problem } = folder;
    const isAcknowledged = this.isAcknowledged(folder);
    const description = describeFailure(problem, l10n);
    const remedy = remedyFor({ state: problem, format: 'text' }, l10n);
    return {
      key: `unreadable:${path}`,
      label: path,
      description,
      icon: 'error',
      iconColor: isAcknowledged ? 'disabledForeground' : 'list.errorForeground',
      spoken: l10n.t('{0}, folder, {1}', path, description),
      context: [UNREADABLE, 'problem', 'failed', ...(isAcknowledged ? [] : ['unacknowledged'])],
      tooltip: () => [
        [path, description].join('\n'),
        isAway(problem)
          ? l10n.t('What was read of this folder before can still be searched.')
          : l10n.t('Nothing in this folder can be searched.'),
        ...(remedy === undefined ? [] : [remedy]),
      ],
    };
  }

  source(source: LibrarySource): NodeSpec {
    const isAcknowledged = this.isAcknowledged(source);
    const before = this.made.get(source);
    if (before?.isAcknowledged === isAcknowledged) {
      return before.spec;
    }
    const spec = this.makeSource(source, isAcknowledged);
    this.made.set(source, { spec, isAcknowledged });
    return spec;
  }

  private makeSource(source: LibrarySource, isAcknowledged: boolean): NodeSpec {
    const { l10n } = this;
    const { id, title, format, state } = source;
    const byline = sourceByline(source);
    const facts = [byline, stateInRow(source, l10n)].filter(Boolean);
    // Who cannot rest a pointer on the row hears what the tooltip says of its state.
    const heard = [byline, describeState(source, l10n)].filter(Boolean);
    const problem = problemOf(state);
    return {
      key: `source:${id}`,
      label: title,
      ...(facts.length > 0 && { description: facts.join(' · ') }),
      ...iconOf(source, isAcknowledged),
      spoken: [l10n.t('{0}, {1} document', title, nameFormat(format, l10n)), ...heard].join(', '),
      context: [
        'source',
        'original',
        ...(state.kind === 'ready' ? ['readable'] : []),
        ...(problem === undefined ? [] : ['problem']),
        ...(problem === 'failed' ? ['failed'] : []),
        ...(problem !== undefined && !isAcknowledged ? ['unacknowledged'] : []),
        ...(isEncoded(format) ? ['encoded'] : []),
      ],
      source: id,
      tooltip: () => this.tooltipOf(source),
      ...(state.kind === 'ready' && {
        find: async () => ({ children: await this.passagesOf(source) }),
      }),
    };
  }

  private async passagesOf(source: LibrarySource): Promise<readonly NodeSpec[]> {
    const document = await this.library.document(source.id);
    return document === undefined ? [] : this.details.nodes(source, document);
  }

  private async tooltipOf(source: LibrarySource): Promise<readonly string[]> {
    const isReady = source.state.kind === 'ready';
    const document = isReady ? await this.library.document(source.id) : undefined;
    return this.details.tooltip(source, document);
  }
}

function iconOf(
  { state, format, isEncodingUncertain }: LibrarySource,
  isAcknowledged: boolean,
): Pick<NodeSpec, 'icon' | 'iconColor'> {
  const problem = problemOf(state);
  if (problem !== undefined) {
    const isFailed = problem === 'failed';
    const color = isFailed ? 'list.errorForeground' : 'list.warningForeground';
    return {
      icon: isFailed ? 'error' : 'warning',
      iconColor: isAcknowledged ? 'disabledForeground' : color,
    };
  }
  switch (state.kind) {
    case 'waiting':
      return { icon: SOURCE_ICONS[format], iconColor: 'disabledForeground' };
    case 'reading':
      return { icon: 'loading~spin' };
    default:
      return isEncodingUncertain
        ? { icon: 'warning', iconColor: 'list.warningForeground' }
        : { icon: SOURCE_ICONS[format] };
  }
}

/** Whether a folder is not there, as on a drive that is not connected. */
function isAway({ cause }: UnreadableFolder['problem']): boolean {
  return cause?.kind === 'file' && cause.fault === 'gone';
}

/** Says in a node's context that it is a folder that cannot be read. */
const UNREADABLE = 'unreadable';

/** Whether a node is a folder that cannot be read. */
export function isUnreadableNode({ context }: NodeSpec): boolean {
  return context.includes(UNREADABLE);
}

/** Whether a node is a document or a folder that cannot be searched. */
export function hasProblem({ context }: NodeSpec): boolean {
  return context.includes('problem');
}

/** Whether a node is a document itself, not a part of one. */
export function isSourceNode({ context }: NodeSpec): boolean {
  return context.includes('source');
}
