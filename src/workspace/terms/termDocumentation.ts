import * as vscode from 'vscode';
import type { Catalog } from '../../core/packs/catalog';
import { citePlaces } from '../../core/citation/citePlaces';
import type { KnownTerm, TermOrigin } from '../../core/terms/knownTerm';
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
  const source = plainText(provenance(origin, catalog));
  return joined(
    [
      joined([compose`**${plainText(name)}**`, plainText(abbreviation ?? '')], ' · '),
      plainText(definition),
      plainText(advice(term)),
      emphasized(source),
    ],
    '\n\n',
  );
}

function advice({ status, use }: KnownTerm): string {
  if (status !== 'deprecated') {
    return '';
  }
  return use === undefined
    ? vscode.l10n.t('Deprecated')
    : vscode.l10n.t('Deprecated: use “{0}”', use);
}

function provenance(origin: TermOrigin, catalog: Catalog): string {
  if (origin.kind === 'glossary') {
    return origin.label;
  }
  const { kind, citations } = origin.term.basis;
  return kind === 'general'
    ? vscode.l10n.t('Background (not from the source)')
    : citePlaces(catalog, citations);
}
