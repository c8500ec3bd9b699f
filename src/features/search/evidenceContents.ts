import * as vscode from 'vscode';
import type { Deps } from '../../workspace/deps';
import { PER_SOURCE, type FoundRows, type PaletteContents } from './paletteContents';
import { QueryPassages } from './queryPassages';
import { rowsOver } from './searchContents';
import { oneLine } from './lines';

/** What comes behind so many bears on the sentence by chance. */
const MOST_EVIDENCE = 20;

/** What bears on a sentence; what is typed narrows it. */
export class EvidenceContents implements PaletteContents {
  readonly remembersQueries = false;

  constructor(
    private readonly deps: Pick<Deps, 'desk' | 'library' | 'searcher'>,
    private readonly sentence: string,
  ) {}

  async prepare(query: string, caret: number): Promise<() => FoundRows> {
    const [catalog, searcher] = await Promise.all([this.deps.desk.catalog(), this.deps.searcher()]);
    return () => {
      const options = { query, limit: MOST_EVIDENCE };
      const response = searcher.findEvidence(this.sentence, { ...options, perSource: PER_SOURCE });
      const completions = searcher.completeFilter(query, caret);
      return {
        rows: rowsOver(catalog, this.deps.library).results(query, response, completions, [], {
          type: 'note',
          icon: 'info',
          label:
            query.trim() === ''
              ? vscode.l10n.t('Nothing bears on this sentence')
              : vscode.l10n.t('Nothing that bears on this sentence has “{0}”', oneLine(query)),
          detail: vscode.l10n.t(
            'Neither the built-in library nor a source has enough of its words. Select another part of it, or search.',
          ),
        }),
        passages: new QueryPassages(response, MOST_EVIDENCE, () =>
          searcher.findEvidence(this.sentence, options),
        ),
      };
    };
  }
}
