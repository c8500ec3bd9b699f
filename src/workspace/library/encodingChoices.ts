import type * as vscode from 'vscode';
import { isObject, isString } from '../../util/shape';

/** Where the choices are kept, in the state of the editor. */
const KEY = 'ip4Desk.sourceEncodings';

/** The encodings that the user has chosen for sources, whatever their bytes say. */
export class EncodingChoices {
  constructor(private readonly state: Pick<vscode.Memento, 'get' | 'update'>) {}

  /** The one for a file; `undefined` for the one that its bytes tell. */
  of(file: vscode.Uri): string | undefined {
    const encoding = this.all()[file.toString()];
    return isString(encoding) ? encoding : undefined;
  }

  async set(file: vscode.Uri, encoding: string | undefined): Promise<void> {
    const { [file.toString()]: before, ...others } = this.all();
    if (before !== encoding) {
      await this.state.update(KEY, {
        ...others,
        ...(encoding !== undefined && { [file.toString()]: encoding }),
      });
    }
  }

  private all(): Readonly<Record<string, unknown>> {
    const stored = this.state.get<unknown>(KEY);
    return isObject(stored) ? stored : {};
  }
}
