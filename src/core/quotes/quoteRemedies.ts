import { withSingleMarks } from '../citation/singleMarks';
import type { Localizer } from '../localizer';
import type { Span, TextEdit } from '../model';
import type { Note } from '../note/note';
import { markEditing, restoreNegation, useSourceWording } from './fixes';
import { addLocator, correctLocator } from './locatorFix';
import { clipped, placeText, type QuoteNames } from './messages';
import {
  hasRemark,
  negationsOf,
  quotedPlaces,
  type Difference,
  type QuoteCheck,
  type QuotedPlace,
} from './quoteCheck';

/**
 * What can be done about a quotation: edits of its note, a citation of a place to be written behind it,
 * or a look at the place.
 */
export interface QuoteRemedy {
  readonly title: string;
  /** Whether there is no doubt that this is meant. */
  readonly isPreferred: boolean;
  readonly does:
    | { readonly edits: readonly TextEdit[] }
    | { readonly cites: QuotedPlace }
    | { readonly opens: QuotedPlace };
}

/**
 * The remedies for what was found of a quotation, the best first.
 * @param asked where in the note somebody asks, which of several differences is meant; absent for all
 */
export function quoteRemedies(
  note: Note,
  check: QuoteCheck,
  names: QuoteNames,
  l10n: Localizer,
  asked?: Span,
): readonly QuoteRemedy[] {
  const places = () => placeRemedies(check, names, l10n);
  switch (check.verdict) {
    case 'altered':
      return [
        ...wordingRemedies(note, check, l10n, asked),
        ...addedLocators(note, check, l10n),
        ...places(),
      ];
    case 'wrong place':
      return [...correctedLocators(note, check, l10n), ...places()];
    case 'verbatim':
      return [
        ...negationsOf(check).map((leftOut) =>
          edited(l10n.t('Restore “{0}”', clipped(leftOut.word)), [restoreNegation(note, leftOut)]),
        ),
        ...(hasRemark(check, 'page of the file') ? correctedLocators(note, check, l10n) : []),
        ...addedLocators(note, check, l10n),
        ...places(),
      ];
    default:
      return places();
  }
}

/** The source's words, for the difference that is asked for and for all of the quotation; or owning up to it. */
function wordingRemedies(
  note: Note,
  { differences }: QuoteCheck,
  l10n: Localizer,
  asked: Span | undefined,
): readonly QuoteRemedy[] {
  const touched = differences.filter(
    ({ start, end }) => asked !== undefined && start <= asked.end && asked.start <= end,
  );
  const one =
    differences.length === 1 ? differences[0] : touched.length === 1 ? touched[0] : undefined;
  const remedies = [
    ...(one
      ? [
          edited(sourceTitle(one, l10n), useSourceWording(note, [one])),
          ...(one.kind === 'reordered'
            ? []
            : [edited(editingTitle(one, l10n), markEditing(note.text, [one]))]),
        ]
      : []),
    ...(differences.length > 1
      ? [
          edited(
            l10n.t('Use the Source’s Wording in This Quotation'),
            useSourceWording(note, differences),
          ),
          edited(
            l10n.t('Mark all that was edited in this quotation'),
            markEditing(note.text, differences),
          ),
        ]
      : []),
  ];
  return remedies.map((remedy, at) => ({ ...remedy, isPreferred: at === 0 }));
}

function correctedLocators(note: Note, check: QuoteCheck, l10n: Localizer): readonly QuoteRemedy[] {
  const edit = correctLocator(note, check);
  return edit === undefined
    ? []
    : [
        edited(
          l10n.t(
            'Correct “{0}” to “{1}”',
            withSingleMarks(check.citation?.locator ?? ''),
            withSingleMarks(edit.text),
          ),
          [edit],
          true,
        ),
      ];
}

function addedLocators(note: Note, check: QuoteCheck, l10n: Localizer): readonly QuoteRemedy[] {
  const edit = addLocator(note, check);
  const title = l10n.t('Add “{0}” to the citation', withSingleMarks(check.place?.printed ?? ''));
  return edit === undefined ? [] : [edited(title, [edit])];
}

/** For each place that the words may be from: the citation, where there is none, and the place itself. */
function placeRemedies(
  check: QuoteCheck,
  names: QuoteNames,
  l10n: Localizer,
): readonly QuoteRemedy[] {
  const places = quotedPlaces(check);
  const stands = check.verdict !== 'not found' && check.verdict !== 'cannot check';
  const mayCite = stands && check.citation === undefined;
  return [
    ...(mayCite
      ? places.map((place) => ({
          title: l10n.t('Add Citation: {0}', placeText(place, names, l10n)),
          // There is no doubt what is to be cited.
          isPreferred: hasRemark(check, 'uncited'),
          does: { cites: place },
        }))
      : []),
    ...places.map((place) => ({
      title: l10n.t('Open {0} beside', placeText(place, names, l10n)),
      isPreferred: false,
      does: { opens: place },
    })),
  ];
}

function sourceTitle({ kind, quoted, source }: Difference, l10n: Localizer): string {
  switch (kind) {
    case 'changed':
    case 'recased':
      return l10n.t('Write “{0}” as the source does', clipped(source));
    case 'reordered':
      return l10n.t('Use the Source’s Order');
    case 'dropped':
      return l10n.t('Add “{0}” as the source has it', clipped(source));
    case 'added':
      return l10n.t('Remove “{0}”, which the source does not have', clipped(quoted));
  }
}

function editingTitle({ kind, quoted }: Difference, l10n: Localizer): string {
  return kind === 'dropped'
    ? l10n.t('Mark the omission with “…”')
    : l10n.t('Mark “{0}” with brackets', clipped(quoted));
}

function edited(title: string, edits: readonly TextEdit[], isPreferred = false): QuoteRemedy {
  return { title, isPreferred, does: { edits } };
}
