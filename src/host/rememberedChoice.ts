import * as vscode from 'vscode';
import { DisposableStore } from '../util/dispose';
import { type ContextKey, setContextKey } from './contextKeys';

/** How a view groups or sorts what it shows: remembered over sessions and told to `when` clauses. */
export class RememberedChoice<T extends string> extends DisposableStore {
  private readonly changed = this._register(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;
  private current: T;

  /**
   * @param key where it is remembered, and the context key.
   * @param choices what there is; the first holds until the user has chosen.
   */
  constructor(
    private readonly key: ContextKey,
    choices: readonly [T, ...T[]],
    private readonly state: vscode.Memento,
  ) {
    super();
    const remembered = state.get<string>(key);
    this.current = choices.find((choice) => choice === remembered) ?? choices[0];
    setContextKey(key, this.current);
  }

  get value(): T {
    return this.current;
  }

  set(value: T): void {
    if (value === this.current) {
      return;
    }
    this.current = value;
    setContextKey(this.key, value);
    void this.state.update(this.key, value);
    this.changed.fire();
  }
}
