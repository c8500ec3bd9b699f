import { planExport, type ExportFormat } from '../../src/core/export/exportNote';
import { Note } from '../../src/core/note/note';
import { median } from '../../src/util/median';
import { timed, type Measurement } from './measurement';

/** Words of a brief of 20 pages. */
const PAGES = 20;
const WORDS_A_PAGE = 450;
const RUNS = 7;

/** Measures the export of a brief of 20 pages in plain Node; prints its figures as JSON. */
async function main(): Promise<void> {
  const text = briefOf(PAGES * WORDS_A_PAGE);
  const measurements: Measurement[] = [];
  for (const format of ['word', 'html'] as const) {
    const first = await timed(() => exported(text, format));
    const times: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      times.push((await timed(() => exported(text, format))).ms);
    }
    measurements.push(
      {
        name: `export: a brief of ${PAGES} pages to ${format}, first`,
        value: first.ms,
        unit: 'ms',
      },
      {
        name: `export: a brief of ${PAGES} pages to ${format}, median`,
        value: median(times),
        unit: 'ms',
      },
      { name: `export: ${format} file`, value: first.result.length / 1024, unit: 'KB' },
    );
  }
  process.stdout.write(JSON.stringify(measurements));
}

async function exported(text: string, format: ExportFormat): Promise<Uint8Array> {
  const plan = await planExport(
    new Note(text, 'markdown'),
    format,
    {
      form: 'notes',
      language: 'en-GB',
      referencesTitle: 'References',
      findEntry: (citekey) => ({
        type: 'report',
        title: `The Report of ${citekey}: How It Was Written`,
        author: [{ family: 'Varga', given: 'Ines' }],
        issued: { 'date-parts': [[2024, 7, 9]] },
        publisher: 'Harbour Institute',
      }),
    },
    { picture: () => Promise.resolve('missing'), reference: () => Promise.resolve(undefined) },
  );
  if (typeof plan === 'string') {
    throw new Error(plan);
  }
  return plan.write();
}

/** Headings, paragraphs with emphasis, a citation and a footnote each, lists and tables. */
function briefOf(words: number): string {
  const parts: string[] = ['---\ntitle: A Brief\n---'];
  const notes: string[] = [];
  for (let count = 0, at = 0; count < words; at += 1) {
    if (at % 6 === 0) {
      parts.push(`## Section ${at / 6 + 1}`);
    }
    const sentences = Array.from(
      { length: 5 },
      (_, index) =>
        `The keeper of lamp ${at}.${index} writes in the *book of the harbour* that the tide has turned before the **third** bell`,
    );
    parts.push(`${sentences.join('. ')} [@source${at % 30}, p. ${at}][^n${at}].`);
    notes.push(`[^n${at}]: So the council in its minutes; but see [@source${(at * 7) % 30}].`);
    if (at % 8 === 4) {
      parts.push('| Lamp | Lit |\n| --- | ---: |\n| East | dusk |\n| West | dusk |');
      parts.push('1. One\n2. Two\n   - three\n   - four');
    }
    count += 115;
  }
  return [...parts, ...notes].join('\n\n');
}

void main();
