import type { Localizer } from '../localizer';
import type { ExportProblem } from './documentTree';
import type { ExportRefusal } from './exportNote';

/** What will be another in the file than in the note, in a sentence. */
export function exportProblemMessage({ kind, subject }: ExportProblem, l10n: Localizer): string {
  switch (kind) {
    case 'unknownCitekey':
      return l10n.t('No bibliography of this note has “{0}”. It stays as it is written.', subject);
    case 'citationStyle':
      return l10n.t(
        'The citation style “{0}” is not applied: sources are cited as Chicago has it.',
        subject,
      );
    case 'missingPicture':
      return l10n.t(
        'The picture “{0}” is not there. Its description stands in its place.',
        subject,
      );
    case 'refusedPicture':
      return l10n.t(
        'The picture “{0}” lies outside the folder. Its description stands in its place.',
        subject,
      );
    case 'webPicture':
      return l10n.t(
        'The picture “{0}” is on the web, and nothing is fetched. Its description stands in its place.',
        subject,
      );
    case 'pictureFormat':
      return l10n.t(
        'The picture “{0}” is in a format that cannot be put in, or too large. Its description stands in its place.',
        subject,
      );
    case 'wideTable':
      return l10n.t('This table has {0} columns, which are narrow on a page.', subject);
    case 'gridTable':
      return l10n.t(
        'A table drawn with lines is not read as a table. Its text stays as it is written.',
      );
    case 'html':
      return l10n.t('Of this HTML, only the words are kept.');
    case 'rawText':
      return l10n.t('Raw text for another format is left out.');
    case 'codeCell':
      return l10n.t('This code is not run. It stays as it is written.');
    case 'shortcode':
      return l10n.t('The shortcode {0} is left out.', subject);
    case 'formula':
      return l10n.t('This formula stays as it is written.');
    case 'footnoteWithoutText':
      return l10n.t('The footnote {0} has no text. Its mark stays as it is written.', subject);
    case 'footnoteWithoutMark':
      return l10n.t('No mark leads to the footnote {0}. It is left out.', subject);
    case 'footnoteInFootnote':
      return l10n.t(
        'The footnote {0} is marked within a footnote. Its text stands there in parentheses.',
        subject,
      );
    case 'tooComplex':
      return l10n.t('This part has more markup than can be read. Its text stays as it is written.');
    case 'missingReference':
      return l10n.t(
        'The reference document “{0}” is not there. Built-in styles are used.',
        subject,
      );
    case 'refusedReference':
      return l10n.t(
        'The reference document “{0}” lies outside the folder. Built-in styles are used.',
        subject,
      );
    case 'referenceFormat':
      return l10n.t(
        'The reference document “{0}” is no Word file (.docx). Built-in styles are used.',
        subject,
      );
  }
}

/** Why nothing can be made of a note, in a sentence. */
export function exportRefusalMessage(why: ExportRefusal, l10n: Localizer): string {
  switch (why) {
    case 'language':
      return l10n.t('Only notes in Markdown and Quarto can be exported so far.');
    case 'tooLong':
      return l10n.t(
        'This note is too long to be exported: it has more than 2 million characters. Split it into several.',
      );
    case 'empty':
      return l10n.t('There is nothing in this note to export.');
  }
}
