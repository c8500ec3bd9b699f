import * as vscode from 'vscode';
import type { CitedText, CitingForm } from '../../core/citation/citable';
import { loadPart } from '../../host/loadPart';
import type { Log } from '../../host/surfaces/log';
import { DisposableStore } from '../../util/dispose';
import { lazy } from '../../util/lazy';
import type { Library } from '../library/library';
import type { CitedEntryAdded, Citing, InsertOptions, PreparedCitation } from './citing';
import { LastNote } from './lastNote';
import type { NoteBibliographies } from './noteBibliographies';

/** Citing whose code is loaded when something is first cited; which note was written in last it knows before. */
export class LateCiting extends DisposableStore implements Citing {
  private readonly last = this._register(new LastNote());
  private readonly added = this._register(new vscode.EventEmitter<CitedEntryAdded>());
  readonly onDidAddEntry = this.added.event;

  private readonly loading = lazy(async () => {
    const { NoteCiting } = await loadPart(this.log, () => import('./noteCiting'));
    const citing = this._register(new NoteCiting(this.bibliographies, this.library, this.log));
    this._register(citing.onDidAddEntry((entry) => this.added.fire(entry)));
    return citing;
  });

  constructor(
    private readonly bibliographies: NoteBibliographies,
    private readonly library: Pick<Library, 'get'>,
    private readonly log: Log,
  ) {
    super();
  }

  get lastNote(): vscode.TextEditor | undefined {
    return this.last.editor;
  }

  async prepare(
    note: vscode.TextDocument,
    at: vscode.Position,
    cited: CitedText,
    form: CitingForm,
  ): Promise<PreparedCitation | undefined> {
    const citing = await this.loading();
    return citing.prepare(note, at, cited, form);
  }

  async insert(
    editor: vscode.TextEditor,
    cited: CitedText,
    form: CitingForm,
    options?: InsertOptions,
  ): Promise<boolean> {
    const citing = await this.loading();
    return citing.insert(editor, cited, form, options);
  }
}
