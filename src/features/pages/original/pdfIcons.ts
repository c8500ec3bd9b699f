import { type Html, htmlOf } from '../../../host/surfaces/html';

/** Lines of icons in a square of 16, by the buttons that show them. */
const LINES: Readonly<Record<string, Html>> = {
  toggleSidebar: htmlOf`<path d="M2 3h12v10H2zM6 3v10"/>`,
  find: htmlOf`<path d="M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.3 10.3 14 14"/>`,
  goBack: htmlOf`<path d="M6 4 2.5 7.5 6 11M2.5 7.5H10a3.5 3.5 0 0 1 3.5 3.5v1"/>`,
  previousPage: htmlOf`<path d="m4 10 4-4 4 4"/>`,
  nextPage: htmlOf`<path d="m4 6 4 4 4-4"/>`,
  findPrevious: htmlOf`<path d="M8 13V3M4 7l4-4 4 4"/>`,
  findNext: htmlOf`<path d="M8 3v10M4 9l4 4 4-4"/>`,
  closeFind: htmlOf`<path d="m4 4 8 8M12 4l-8 8"/>`,
  zoomOut: htmlOf`<path d="M3 8h10"/>`,
  zoomIn: htmlOf`<path d="M3 8h10M8 3v10"/>`,
  fitWidth: htmlOf`<path d="M2 3v10M14 3v10M4.5 8h7M6.5 6l-2 2 2 2M9.5 6l2 2-2 2"/>`,
  fitPage: htmlOf`<path d="M4 2h8v12H4zM8 4.5v7M6.5 6 8 4.5 9.5 6M6.5 10 8 11.5 9.5 10"/>`,
  dark: htmlOf`<path d="M8 2.5a5.5 5.5 0 1 0 0 11z" fill="currentColor"/><path d="M8 2.5a5.5 5.5 0 1 1 0 11z"/>`,
};

/** What is written on buttons that have no icon. */
const LETTERS: Readonly<Record<string, string>> = {
  matchCase: 'Aa',
  wholeWords: '|ab|',
  matchDiacritics: 'ä',
};

/** What a button shows; its label says what it is called. */
export function pdfIcon(button: string): Html {
  const lines = LINES[button];
  return lines === undefined
    ? htmlOf`<span aria-hidden="true">${LETTERS[button] ?? ''}</span>`
    : htmlOf`<svg viewBox="0 0 16 16" aria-hidden="true">${lines}</svg>`;
}
