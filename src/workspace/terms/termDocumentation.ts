import * as vscode from 'vscode';
import type { Catalog } from '../../core/packs/catalog';
import { provenanceText } from '../../core/citation/provenance';
import { deprecationText } from '../../core/terms/deprecationText';
import type { KnownTerm } from '../../core/terms/knownTerm';
import {
  emphasized,
  joined,
  type Markdown,
  compose,
  plainText,
} from '../../host/surfaces/markdown';

/**
 * What terms of one wording mean and where that is from, in the order given, as Markdown without
 * any trust: names, definitions and sources are the work of others.
 */
export function termDocumentation(terms: readonly KnownTerm[], catalog: Catalog): Markdown {
  return joined(
    terms.map((term) => describe(term, catalog)),
    '\n\n---\n\n',
  );
}

function describe(term: KnownTerm, catalog: Catalog): Markdown {
  const { name, abbreviation, definition, origin } = term;
  return joined(
    [
      joined([compose`**${plainText(name)}**`, plainText(abbreviation ?? '')], ' · '),
      plainText(definition),
      plainText(deprecationText(term, vscode.l10n) ?? ''),
      emphasized(plainText(provenanceText(origin, catalog, vscode.l10n))),
    ],
    '\n\n',
  );
}
