import * as vscode from 'vscode';
import type { PdfSettings } from '../../../viewer/messages';
import type { PdfPage } from './pdfHtml';

/** What the page of a PDF says. @param assets see `PdfSettings` */
export function pdfSettings(assets: string): PdfSettings {
  const { l10n } = vscode;
  return {
    assets,
    encrypted: l10n.t('This PDF is protected by a password and cannot be shown here.'),
    damaged: l10n.t('This file is damaged, or is not a PDF, and cannot be shown.'),
    empty: l10n.t('This file is empty: it has no bytes at all.'),
    unusable: l10n.t(
      'The viewer could not be started. Close this tab and open the file again; if that does not help, install the extension again.',
    ),
    damagedPage: l10n.t('This page is damaged and cannot be shown.'),
    total: l10n.t('of {0}'),
    position: l10n.t('({0} of {1})'),
    page: l10n.t('Page {0}'),
    link: l10n.t('Link within this file'),
    matches: l10n.t('{0} of {1}'),
    noMatches: l10n.t('No results'),
    noOutline: l10n.t('This file has no outline.'),
    marked: l10n.t('Page {0}, the passage is marked'),
    unmarked: l10n.t('Page {0}, the passage could not be marked'),
  };
}

/** What its buttons and fields are called. */
export function pdfLabels(): PdfPage['labels'] {
  const { l10n } = vscode;
  return {
    toolbar: l10n.t('Page and zoom'),
    page: l10n.t('Page, by its printed label or its number'),
    pages: l10n.t('Pages'),
    toggleSidebar: l10n.t('Outline and Pages'),
    sidebar: l10n.t('Outline and Pages'),
    outline: l10n.t('Outline'),
    thumbnails: l10n.t('Pages'),
    find: l10n.t('Find'),
    findBar: l10n.t('Find'),
    query: l10n.t('Find'),
    matchCase: l10n.t('Match Case'),
    wholeWords: l10n.t('Match Whole Word'),
    matchDiacritics: l10n.t('Match Accents'),
    findNext: l10n.t('Next Match'),
    findPrevious: l10n.t('Previous Match'),
    closeFind: l10n.t('Close'),
    goBack: l10n.t('Back'),
    nextPage: l10n.t('Next Page'),
    previousPage: l10n.t('Previous Page'),
    zoomIn: l10n.t('Zoom In'),
    zoomOut: l10n.t('Zoom Out'),
    fitWidth: l10n.t('Fit Width'),
    fitPage: l10n.t('Fit Page'),
    dark: l10n.t('Dark Pages'),
  };
}
