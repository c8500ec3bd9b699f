import { defined } from '../../util/defined';
import type { GlossaryContext } from './glossary';
import { pathsRule, type PathsRule } from '../paths/pathsRule';
import {
  folderOf,
  GLOSSARY_ENDINGS,
  isGlossaryPath,
  isIn,
  pathBelow,
  placeKey,
  resolvePath,
  placeRoot,
  type Place,
} from '../paths/place';

/** Why a context does or does not hold in a note. */
export type Reason =
  /** The note's front matter names the glossary; the context's `paths` do not narrow it then. */
  | 'named'
  /** The note lies in the glossary's folder or below. */
  | 'folder'
  /** The note has no place (it is untitled), and the glossary lies directly in a workspace folder. */
  | 'workspace'
  /** The note lies somewhere else. */
  | 'elsewhere'
  /** It lies in the right folder, but none of the context's `paths` is its own. */
  | 'paths';

/** A note whose glossaries are asked for. */
export interface ScopedNote {
  /** `undefined` for one that lies nowhere yet. */
  readonly place: Place | undefined;
  /** The glossaries that its front matter names, as they are written there. */
  readonly named: readonly string[];
}

/** A glossary with its contexts and, after them, those that it imports. */
export interface ScopedGlossary {
  readonly uri: Place;
  readonly contexts: readonly { readonly context: GlossaryContext }[];
}

/** What a context is to a note. */
export interface ScopeRelation<G extends ScopedGlossary> {
  readonly glossary: G;
  readonly context: G['contexts'][number];
  readonly reason: Reason;
  readonly isActive: boolean;
}

/** Says which contexts hold in which notes. Keeps what it has made of the globs of contexts. */
export class GlossaryScope {
  private readonly rules = new WeakMap<GlossaryContext, PathsRule>();

  /** @param roots the workspace folders */
  constructor(private readonly roots: () => readonly Place[]) {}

  /**
   * What each context is to a note: the active ones first, nearest first (glossaries that the note
   * names, in its order, then those in the deepest folder), then the others. Imported contexts hold
   * where the glossary that imports them does, and their `paths` are relative to its folder. A
   * context that several glossaries have is there once: where it is nearest.
   *
   * @param glossaries in the order of those that are equally near, and of those that do not hold
   */
  relations<G extends ScopedGlossary>(
    note: ScopedNote,
    glossaries: readonly G[],
  ): readonly ScopeRelation<G>[] {
    const named = this.named(note, glossaries);
    const relations = glossaries.flatMap((glossary) =>
      glossary.contexts.map((context): ScopeRelation<G> => {
        const reason = named.includes(glossary)
          ? 'named'
          : this.reason(note.place, glossary.uri, context.context);
        const isActive = reason !== 'elsewhere' && reason !== 'paths';
        return { glossary, context, reason, isActive };
      }),
    );
    const active = relations
      .filter(({ isActive }) => isActive)
      .sort((one, other) => rank(one, named) - rank(other, named));
    return firstOfEach([...active, ...relations.filter(({ isActive }) => !isActive)]);
  }

  private named<G extends ScopedGlossary>(
    { place, named }: ScopedNote,
    glossaries: readonly G[],
  ): readonly G[] {
    if (named.length === 0) {
      return [];
    }
    const byPlace = new Map(glossaries.map((glossary) => [placeKey(glossary.uri), glossary]));
    const found = named.map((name) =>
      placesNamed(name, place, this.roots())
        .map((candidate) => byPlace.get(placeKey(candidate)))
        .find((glossary) => glossary !== undefined),
    );
    return [...new Set(found)].filter((glossary) => glossary !== undefined);
  }

  private reason(note: Place | undefined, glossary: Place, context: GlossaryContext): Reason {
    const folder = folderOf(glossary);
    const root = placeRoot(this.roots(), glossary);
    if (note === undefined) {
      if (root?.path !== folder.path) {
        return 'elsewhere';
      }
      return context.paths.length === 0 ? 'workspace' : 'paths';
    }
    if (!isIn(folder, note)) {
      return 'elsewhere';
    }
    // From the name of the workspace folder on: what lies above differs from desk to desk.
    const above = folderOf(root ?? folder).path;
    const covers =
      context.paths.length === 0 ||
      this.rule(context)(
        defined(pathBelow(above, note.path)),
        defined(pathBelow(above, folder.path)),
      );
    return covers ? 'folder' : 'paths';
  }

  private rule(context: GlossaryContext): PathsRule {
    const rule = this.rules.get(context) ?? pathsRule(context.paths);
    this.rules.set(context, rule);
    return rule;
  }
}

/**
 * The places that a name in a note's front matter may mean, the likeliest first: relative to the
 * note's folder, to its workspace folder, then to the others; in each as it is written, then with
 * the endings of glossaries. A slash before the name leaves out the note's folder.
 *
 * @param roots the workspace folders
 */
export function placesNamed(
  name: string,
  note: Place | undefined,
  roots: readonly Place[],
): readonly Place[] {
  const isFromRoot = /^[\\/]/.test(name);
  const root = note && placeRoot(roots, note);
  const folders = [
    ...(note && !isFromRoot ? [folderOf(note)] : []),
    ...(root ? [root] : []),
    ...roots.filter((other) => other !== root),
  ];
  const endings = isGlossaryPath(name) ? [''] : ['', ...GLOSSARY_ENDINGS];
  return folders.flatMap((folder) =>
    endings.map((ending) => resolvePath(folder, `./${name}${ending}`)),
  );
}

/** Less is nearer: what is named comes before all that lies anywhere. */
function rank<G extends ScopedGlossary>(
  { glossary, reason }: ScopeRelation<G>,
  named: readonly G[],
): number {
  switch (reason) {
    case 'named':
      return named.indexOf(glossary) - Number.MAX_SAFE_INTEGER;
    case 'workspace':
      return 0;
    default:
      return -glossary.uri.path.split('/').length;
  }
}

function firstOfEach<G extends ScopedGlossary>(
  relations: readonly ScopeRelation<G>[],
): readonly ScopeRelation<G>[] {
  const seen = new Set<GlossaryContext>();
  return relations.filter(({ context: { context } }) => {
    const isNew = !seen.has(context);
    seen.add(context);
    return isNew;
  });
}
