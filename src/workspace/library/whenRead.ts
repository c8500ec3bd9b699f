import type * as vscode from 'vscode';
import type { Library } from './library';

type Reading = Pick<
  Library,
  'start' | 'sources' | 'contents' | 'progress' | 'isPaused' | 'onDidChange' | 'onDidChangeContents'
>;

/**
 * Resolves once all that can be read of the library has been, and can be searched: at once when
 * reading is paused, or when the wait is cancelled. Never rejects.
 *
 * @param onProgress told now and then how many sources have been read of how many
 */
export async function whenRead(
  library: Reading,
  token: vscode.CancellationToken,
  onProgress?: (done: number, total: number) => void,
): Promise<void> {
  await library.start();
  await new Promise<void>((resolve) => {
    const listening: vscode.Disposable[] = [];
    const look = (): void => {
      if (token.isCancellationRequested || library.isPaused || isRead(library)) {
        listening.forEach((one) => void one.dispose());
        resolve();
      } else if (library.progress !== undefined) {
        onProgress?.(library.progress.done, library.progress.total);
      }
    };
    listening.push(
      library.onDidChange(look),
      library.onDidChangeContents(look),
      token.onCancellationRequested(look),
    );
    look();
  });
}

/** What tells how far a source is. */
export type SourceProgress = Pick<Library, 'get' | 'isPaused' | 'onDidChange'>;

/** Resolves once a source does not wait any more, or reading is paused. Never rejects. */
export function whenSourceRead(library: SourceProgress, id: string): Promise<void> {
  return new Promise((resolve) => {
    const isOver = (): boolean => {
      const kind = library.get(id)?.state.kind;
      return library.isPaused || !(kind === 'waiting' || kind === 'reading');
    };
    if (isOver()) {
      resolve();
      return;
    }
    const listening = library.onDidChange(() => {
      if (isOver()) {
        listening.dispose();
        resolve();
      }
    });
  });
}

/** A source that was just read is not in the index yet. */
function isRead({ sources, contents }: Pick<Library, 'sources' | 'contents'>): boolean {
  const searched = new Set(contents?.sources.map(({ id }) => id));
  return sources.every(({ id, state, passages }) => {
    switch (state.kind) {
      case 'waiting':
      case 'reading':
        return false;
      case 'ready':
        return passages === 0 || searched.has(id);
      default:
        return true;
    }
  });
}
