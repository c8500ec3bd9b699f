import { DisposableStore, type Disposable } from './dispose';
import { lazy } from './lazy';

/** Something that is made when it is first asked for, and disposed of with this. */
export class Late<T extends Disposable> extends DisposableStore {
  /** Makes it at the first call; rejects when it cannot be made, and tries again at the next. */
  readonly get = lazy(async () => this._register(await this.make()));

  constructor(private readonly make: () => Promise<T>) {
    super();
  }
}
