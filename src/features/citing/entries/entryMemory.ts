import * as vscode from 'vscode';
import { DisposableStore } from '../../../util/dispose';

const ADDED_KEY = 'citing.addedEntries';
const DECLINED_KEY = 'citing.declinedSources';
/** Older ones are forgotten. */
const MOST_REMEMBERED = 500;

/** Which entries we have written, and which sources nobody wants to be asked about. */
export class EntryMemory extends DisposableStore {
  private readonly changed = this._register(new vscode.EventEmitter<void>());
  /** Fired when an entry is remembered. */
  readonly onDidChange = this.changed.event;

  private readonly asked = new Set<string>();

  constructor(private readonly state: Pick<vscode.Memento, 'get' | 'update'>) {
    super();
  }

  /** The entries that we have written, by `nameOfEntry`. */
  get added(): ReadonlySet<string> {
    return new Set(this.list(ADDED_KEY));
  }

  async rememberAdded(file: vscode.Uri, citekey: string): Promise<void> {
    await this.remember(ADDED_KEY, nameOfEntry(file, citekey));
    this.changed.fire();
  }

  hasDeclined(source: string): boolean {
    return this.list(DECLINED_KEY).includes(source);
  }

  rememberDeclined(source: string): Promise<void> {
    return this.remember(DECLINED_KEY, source);
  }

  /** Whether nobody has been asked about a source since the start; from now on somebody has. */
  mayAsk(source: string): boolean {
    const isNew = !this.asked.has(source) && !this.hasDeclined(source);
    this.asked.add(source);
    return isNew;
  }

  /** What another hand has left there is passed over. */
  private list(key: string): readonly string[] {
    const stored: unknown = this.state.get(key);
    return Array.isArray(stored) ? stored.filter((one) => typeof one === 'string') : [];
  }

  private async remember(key: string, name: string): Promise<void> {
    const others = this.list(key).filter((one) => one !== name);
    await this.state.update(key, [name, ...others].slice(0, MOST_REMEMBERED));
  }
}

/** What an entry is remembered by. */
export function nameOfEntry(file: vscode.Uri, citekey: string): string {
  return `${file.toString()} ${citekey}`;
}
