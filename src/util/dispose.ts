/** Anything that holds a resource until it is told to let go. Structurally a `vscode.Disposable`. */
export interface Disposable {
  dispose(): unknown;
}

/**
 * Base class of objects that own others. Register at creation:
 * `this.changed = this._register(new EventEmitter())`.
 */
export abstract class DisposableStore implements Disposable {
  private readonly owned: Disposable[] = [];
  private disposed = false;

  /** Takes ownership of `thing`, and returns it. What comes after disposal is disposed of at once. */
  protected _register<T extends Disposable>(thing: T): T {
    if (this.disposed) {
      thing.dispose();
    } else {
      this.owned.push(thing);
    }
    return thing;
  }

  /** True once `dispose` has run: look again after every `await`. */
  protected get isDisposed(): boolean {
    return this.disposed;
  }

  /** Disposes of everything registered, last first. A second call does nothing. */
  dispose(): void {
    if (this.disposed) {
      return;
    }
    this.disposed = true;
    disposeAll(this.owned);
  }
}

/** Disposes of `things` in reverse order and empties the list. */
export function disposeAll(things: Disposable[]): void {
  while (things.length > 0) {
    things.pop()?.dispose();
  }
}

/** One Disposable for many, disposed of in reverse order. */
export function combined(...things: Disposable[]): Disposable {
  return { dispose: () => disposeAll(things) };
}
