import type { ReadingRemark } from '../../../core/glossary/exchange/exchange';
import type { ImportPlan, ImportRemark } from '../../../core/glossary/exchange/importPlan';
import type { Localizer } from '../../../core/localizer';
import { escapeMarkdown } from '../../../util/markdownText';

/** What was imported, from where and into what. */
export interface Imported extends ImportPlan {
  /** For people. */
  readonly file: string;
  readonly glossary: string;
  /** What was refused when the file was read. */
  readonly reading: readonly ReadingRemark[];
}

/** More lines than these of one kind are only counted. */
const MOST_LINES = 200;

/** One sentence for a notification. */
export function importSummary({ added, remarks, reading }: Imported, l10n: Localizer): string {
  const refused =
    reading.filter(({ kind }) => kind === 'noName').length +
    reading
      .filter(({ kind }) => kind === 'moreRefused')
      .reduce((sum, { detail }) => sum + Number(detail), 0) +
    of(remarks, 'kept').length;
  return l10n.t(
    'Entries added: {0}, merged: {1}, unchanged: {2}, rejected: {3}.',
    added.length,
    of(remarks, 'merged').length + of(remarks, 'contradicts').length,
    of(remarks, 'known').length,
    refused,
  );
}

/** The whole account of an import, as Markdown. */
export function importReport(imported: Imported, l10n: Localizer): string {
  const { added, remarks, reading, file, glossary } = imported;
  const sections: readonly (readonly [title: string, lines: readonly string[]])[] = [
    [l10n.t('Added'), added.map(({ name }) => escapeMarkdown(name))],
    [
      l10n.t('Merged'),
      [...of(remarks, 'merged'), ...of(remarks, 'contradicts')].map((remark) =>
        mergedLine(remark, l10n),
      ),
    ],
    [l10n.t('Unchanged'), of(remarks, 'known').map((remark) => placed(remark, l10n))],
    [
      l10n.t('Rejected'),
      [
        ...of(remarks, 'kept').map((remark) =>
          l10n.t(
            '{0}: the glossary has an entry of this name with another “{1}”, which stays. Change it there by hand if the imported one is to hold.',
            placed(remark, l10n),
            escapeMarkdown(remark.detail),
          ),
        ),
        ...reading.filter(isRefusal).map((remark) => readingLine(remark, l10n)),
      ],
    ],
    [
      l10n.t('Skipped'),
      reading.filter((remark) => !isRefusal(remark)).map((remark) => readingLine(remark, l10n)),
    ],
  ];
  const parts = sections
    .filter(([, lines]) => lines.length > 0)
    .flatMap(([title, lines]) => [
      `## ${title} (${lines.length})`,
      [
        ...lines.slice(0, MOST_LINES).map((line) => `- ${line}`),
        ...(lines.length > MOST_LINES
          ? [`- ${l10n.t('And {0} more.', lines.length - MOST_LINES)}`]
          : []),
      ].join('\n'),
    ]);
  return `${[
    `# ${l10n.t('Import of {0} into {1}', escapeMarkdown(file), escapeMarkdown(glossary))}`,
    importSummary(imported, l10n),
    ...parts,
  ].join('\n\n')}\n`;
}

function of(remarks: readonly ImportRemark[], kind: ImportRemark['kind']) {
  return remarks.filter((remark) => remark.kind === kind);
}

function isRefusal({ kind }: ReadingRemark): boolean {
  return kind === 'noName' || kind === 'moreRefused' || kind === 'unreadable';
}

function placed({ name, place }: ImportRemark, l10n: Localizer): string {
  return l10n.t('{0} (row {1})', escapeMarkdown(name), place);
}

function mergedLine(remark: ImportRemark, l10n: Localizer): string {
  const where = placed(remark, l10n);
  return remark.kind === 'merged'
    ? where
    : l10n.t(
        '{0}: says something else of “{1}” than an earlier row, which counts.',
        where,
        escapeMarkdown(remark.detail),
      );
}

function readingLine({ kind, place, detail }: ReadingRemark, l10n: Localizer): string {
  const what = escapeMarkdown(detail);
  switch (kind) {
    case 'unreadable':
      return l10n.t('The file cannot be read: {0}', what);
    case 'noName':
      return l10n.t('Row {0} has no name. Give it one and import the file again.', place ?? 0);
    case 'unknownField':
      return l10n.t('“{0}”: a glossary has no field for it (row {1}).', what, place ?? 0);
    case 'badValue':
      return l10n.t('“{0}” is not allowed where it stands (row {1}).', what, place ?? 0);
    case 'noHeader':
      return l10n.t(
        'The first row names no column: the first column was taken for names, the second for definitions.',
      );
    case 'tooManyCells':
      return l10n.t('“{0}” stands beyond the last named column (row {1}).', what, place ?? 0);
    case 'moreRefused':
      return l10n.t('{0} more rows have no name.', what);
    case 'moreRemarks':
      return l10n.t('And {0} more.', what);
  }
}
