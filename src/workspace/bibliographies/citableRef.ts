import * as vscode from 'vscode';
import type { EntryRef } from '../../core/model';
import type { SourceTarget } from '../targets';
import { isEntryRef } from '../../host/uris';

/** What can be cited: an entry of a pack, or a place in a document of the library. */
export type CitableRef = EntryRef | SourceTarget;

/** The type by which what is copied or dragged says what it is, beside its text. */
export const CITABLE_TYPE = 'application/vnd.ip4desk.citable';

/** Says what is being copied or dragged; says nothing when `refs` is empty. */
export function offerCitable(dataTransfer: vscode.DataTransfer, refs: readonly CitableRef[]): void {
  if (refs.length > 0) {
    dataTransfer.set(CITABLE_TYPE, new vscode.DataTransferItem(JSON.stringify(refs)));
  }
}

/** What has been copied or dragged; empty when nobody said. */
export async function offeredCitable(
  dataTransfer: vscode.DataTransfer,
): Promise<readonly CitableRef[]> {
  const text = await dataTransfer.get(CITABLE_TYPE)?.asString();
  if (text === undefined) {
    return [];
  }
  try {
    const refs: unknown = JSON.parse(text);
    return Array.isArray(refs) ? refs.filter(isCitableRef) : [];
  } catch {
    return [];
  }
}

/** Another extension may have written it. */
function isCitableRef(value: unknown): value is CitableRef {
  if (isEntryRef(value)) {
    return true;
  }
  const { source, passage, selection } = (value ?? {}) as Partial<Record<string, unknown>>;
  const { start, end } = (selection ?? {}) as Partial<Record<string, unknown>>;
  const isPlace = typeof start === 'number' && typeof end === 'number';
  return (
    typeof source === 'string' &&
    (passage === undefined || typeof passage === 'string') &&
    (selection === undefined || isPlace)
  );
}

/** What the nodes of a tree stand for, of those that can be cited. */
export function citableRefs(
  nodes: readonly {
    readonly ref?: unknown;
    readonly source?: unknown;
    readonly passage?: unknown;
  }[],
): readonly CitableRef[] {
  return nodes.flatMap(({ ref, source, passage }): readonly CitableRef[] => {
    if (isEntryRef(ref)) {
      return [{ kind: ref.kind, id: ref.id }];
    }
    return typeof source === 'string' && typeof passage === 'string' ? [{ source, passage }] : [];
  });
}
