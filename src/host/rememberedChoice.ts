import * as vscode from 'vscode';
import { DisposableStore } from '../util/dispose';
import { type ContextKey, setContextKey } from './contextKeys';

/** How a view groups or sorts what it shows: remembered over sessions and told to `when` clauses. */
export class RememberedChoice<T extends string> extends DisposableStore {
  private readonly changed = this._register(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;
  private chosen: T | undefined;
  private usual: T;

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
    this.chosen = choices.find((choice) => choice === remembered);
    this.usual = choices[0];
    setContextKey(key, this.value);
  }

  get value(): T {
    return this.chosen ?? this.usual;
  }

  /** Says what holds, from the next look at `value` on, as long as the user has not chosen. */
  setUsual(usual: T): void {
    this.usual = usual;
    setContextKey(this.key, this.value);
  }

  set(value: T): void {
    const before = this.value;
    this.chosen = value;
    setContextKey(this.key, value);
    void this.state.update(this.key, value);
    if (value !== before) {
      this.changed.fire();
    }
  }
}
