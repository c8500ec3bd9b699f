import * as vscode from 'vscode';
import type { Catalog } from '../../core/catalog/catalog';
import { citePlaces } from '../../core/citation/citePlaces';
import type { KnownTerm, TermOrigin } from '../../core/terms/knownTerm';
import { plainText } from '../trustedMarkdown';

const PARAGRAPH = '\n\n';
const RULE = `${PARAGRAPH}---${PARAGRAPH}`;

/**
 * What terms of one wording mean and where that is from, in the order given, as Markdown without
 * any trust: names, definitions and sources are the work of others.
 */
export function termDocumentation(
  terms: readonly KnownTerm[],
  catalog: Catalog,
): vscode.MarkdownString {
  return new vscode.MarkdownString(terms.map((term) => describe(term, catalog)).join(RULE));
}

function describe(term: KnownTerm, catalog: Catalog): string {
  const { name, abbreviation, definition, origin } = term;
  const source = plainText(provenance(origin, catalog));
  return [
    `**${plainText(name)}**${abbreviation === undefined ? '' : ` · ${plainText(abbreviation)}`}`,
    plainText(definition),
    plainText(advice(term)),
    source === '' ? '' : `_${source}_`,
  ]
    .filter((paragraph) => paragraph !== '')
    .join(PARAGRAPH);
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
  return kind === 'general' ? vscode.l10n.t('General knowledge') : citePlaces(catalog, citations);
}
