/** @typedef {import('../../test/bench/layout').LayoutRow} LayoutRow */

/** A file of which fewer in a hundred sentences are read right is named at the end. */
const GOOD = 90;
const MOST_NAMED = 20;

/**
 * One line a file, totals, and the worst by name.
 * @param {readonly LayoutRow[]} rows
 */
export function layoutReport(rows) {
  const width = Math.max(...rows.map(({ file }) => file.length), 'all files'.length);
  const measured = rows.filter(({ sentences }) => sentences > 0);
  const worst = measured
    .filter((row) => shareOf(row) < GOOD)
    .sort((a, b) => shareOf(a) - shareOf(b))
    .slice(0, MOST_NAMED);
  return [
    `${'file'.padEnd(width)} sentences   found  on page       %  left out %`,
    ...rows.map((row) => lineOf(row.file, row, width)),
    lineOf('all files', sumOf(rows), width),
    '',
    `${measured.length} of ${rows.length} files have sentences to measure by; under ${GOOD} in 100:` +
      (worst.length === 0 ? ' none' : ''),
    ...worst.map((row) => lineOf(row.file, row, width)),
  ].join('\n');
}

/** @typedef {Pick<LayoutRow, 'sentences' | 'found' | 'onPage' | 'leftOut' | 'problem'>} LayoutFigures */

/**
 * @param {string} name
 * @param {LayoutFigures} figures
 * @param {number} width
 */
function lineOf(name, figures, width) {
  const { sentences, found, onPage, leftOut, problem } = figures;
  const all = sentences + leftOut;
  const left = all === 0 ? '' : ((100 * leftOut) / all).toFixed(1);
  const share = sentences === 0 ? '' : shareOf(figures).toFixed(1);
  return [
    name.padEnd(width),
    String(sentences).padStart(9),
    String(found).padStart(7),
    String(onPage).padStart(8),
    share.padStart(7),
    left.padStart(11),
    problem === undefined ? '' : ` ${problem}`,
  ]
    .join(' ')
    .trimEnd();
}

/**
 * Of a hundred sentences, those that are found on their page.
 * @param {Pick<LayoutRow, 'sentences' | 'onPage'>} row
 */
function shareOf({ sentences, onPage }) {
  return (100 * onPage) / sentences;
}

/**
 * @param {readonly LayoutRow[]} rows
 * @returns {LayoutFigures}
 */
function sumOf(rows) {
  const sum = { sentences: 0, found: 0, onPage: 0, leftOut: 0 };
  for (const row of rows) {
    sum.sentences += row.sentences;
    sum.found += row.found;
    sum.onPage += row.onPage;
    sum.leftOut += row.leftOut;
  }
  return sum;
}
