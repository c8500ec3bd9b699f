interface Disposable {
  dispose(): unknown;
}

type Api = Record<string, unknown>;

/**
 * Watches what code takes from parts of an API, `vscode.window` for instance, and does not give
 * back: whatever `register…`, `create…` or `on…` returns has to be disposed of.
 */
export class DisposalTracker {
  private readonly taken = new Map<Disposable, string>();

  constructor(...apis: readonly object[]) {
    apis.forEach((api) => this.watch(api as Api));
  }

  /** What has been taken and not been disposed of, by the name of what returned it. */
  get open(): readonly string[] {
    return [...this.taken.values()].sort();
  }

  private watch(api: Api): void {
    for (const name of Object.keys(api)) {
      // Properties that are computed are values, not sources of them.
      const isData = Object.getOwnPropertyDescriptor(api, name)?.writable === true;
      const value = isData ? api[name] : undefined;
      if (typeof value === 'function' && /^(register|create|on)[A-Z]/.test(name)) {
        api[name] = (...args: unknown[]) => this.track(name, value.apply(api, args));
      }
    }
  }

  private track(name: string, made: unknown): unknown {
    if (!isDisposable(made)) {
      return made;
    }
    // Some things are frozen: what is taken in their place has all that they have.
    const taken = Object.isFrozen(made) ? (Object.create(made) as Disposable) : made;
    this.taken.set(taken, name);
    const dispose = made.dispose.bind(made);
    const value = (): unknown => {
      this.taken.delete(taken);
      return dispose();
    };
    Object.defineProperty(taken, 'dispose', { value });
    return taken;
  }
}

function isDisposable(value: unknown): value is Disposable {
  return typeof value === 'object' && value !== null && 'dispose' in value;
}
