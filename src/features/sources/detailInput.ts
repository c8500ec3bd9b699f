import {
  authorsText,
  DETAIL_FIELDS,
  issuedText,
  type DetailField,
  type SourceDetails,
} from '../../core/library/sourceDetails';
import type { DocumentMetadata } from '../../core/library/document';
import { issuedOf, personNames, shortText, urlOf } from '../../core/library/formats/metadata';
import type { Localizer } from '../../core/localizer';
import type { SourceStatements } from '../../workspace/library/library';

/** Who says what counts of a field. */
export type Speaker = 'bibliography' | 'user' | 'document' | 'nobody';

/** A field of a source as it is shown. */
export interface ShownField {
  readonly field: DetailField;
  readonly label: string;
  /** Empty when there is nothing. */
  readonly value: string;
  readonly speaker: Speaker;
}

/** The fields of a source, with what counts. */
export function shownFields(statements: SourceStatements, l10n: Localizer): readonly ShownField[] {
  return DETAIL_FIELDS.map((field) => ({
    field,
    label: fieldLabel(field, l10n),
    ...whatCounts(statements, field),
  }));
}

function fieldLabel(field: DetailField, l10n: Localizer): string {
  switch (field) {
    case 'title':
      return l10n.t('Title');
    case 'author':
      return l10n.t('Authors');
    case 'issued':
      return l10n.t('Date');
    case 'publisher':
      return l10n.t('Publisher');
    case 'URL':
      return l10n.t('Address');
  }
}

/** What a field says, as people type it; empty for nothing. */
export function fieldText(metadata: Partial<DocumentMetadata>, field: DetailField): string {
  switch (field) {
    case 'author':
      return authorsText(metadata.author ?? []);
    case 'issued':
      return metadata.issued === undefined ? '' : issuedText(metadata.issued);
    default:
      return metadata[field] ?? '';
  }
}

/** What is wrong with what was typed; `undefined` when nothing is. */
export function inputProblem(
  field: DetailField,
  typed: string,
  l10n: Localizer,
): string | undefined {
  if (typed.trim() === '' || valueOf(field, typed) !== undefined) {
    return undefined;
  }
  switch (field) {
    case 'issued':
      return l10n.t('Enter a year, a month or a day, such as 2024, 2024-07 or 2024-07-11.');
    case 'URL':
      return l10n.t('Enter an address that begins with http:// or https://.');
    default:
      return l10n.t('Enter no more than 500 characters.');
  }
}

/**
 * What the user says of a source once a field has been typed: what the document says itself is left
 * to it, and what is empty says that there is none.
 */
export function withInput(
  { details, document }: SourceStatements,
  field: DetailField,
  typed: string,
): SourceDetails {
  const isOwn = typed.trim() === fieldText(document, field);
  const value = typed.trim() === '' ? null : valueOf(field, typed);
  return Object.fromEntries([
    ...Object.entries(details).filter(([known]) => known !== field),
    ...(isOwn ? [] : [[field, value]]),
  ]) as SourceDetails;
}

function whatCounts(
  { bibliography, details, document }: SourceStatements,
  field: DetailField,
): Pick<ShownField, 'value' | 'speaker'> {
  if (bibliography[field] !== undefined) {
    return { value: fieldText(bibliography, field), speaker: 'bibliography' };
  }
  const said = details[field];
  if (said !== undefined) {
    return { value: said === null ? '' : fieldText({ [field]: said }, field), speaker: 'user' };
  }
  const value = fieldText(document, field);
  return { value, speaker: value === '' ? 'nobody' : 'document' };
}

function valueOf(field: DetailField, typed: string): DocumentMetadata[DetailField] {
  switch (field) {
    case 'author': {
      const names = personNames(typed);
      return names.length === 0 ? undefined : names;
    }
    case 'issued':
      return issuedOf(typed);
    case 'URL':
      return urlOf(typed);
    default:
      return shortText(typed);
  }
}
