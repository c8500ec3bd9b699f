import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { extractHtml } from '../../src/core/library/formats/html';
import type { Measurement } from './measurement';

/** What trafilatura's evaluation set says of a page: passages that are its text, and that are not. */
interface Annotation {
  readonly file: string;
  readonly with: readonly string[];
  readonly without: readonly string[];
}

const OPTIONS = { maxBytes: 100_000_000 };

/**
 * Measures what is found of web pages, as trafilatura's `evaluate.py` counts it. `pages.js FOLDER` of
 * its `tests`, where `evaldata.json` is; prints figures as JSON. Nothing of the set is ours to publish.
 */
async function main(folder: string): Promise<void> {
  const text = await readFile(join(folder, 'evaldata.json'), 'utf8');
  const annotations = Object.values(JSON.parse(text) as Record<string, Annotation>);
  const counts = { found: 0, missed: 0, noise: 0, silent: 0 };
  let pages = 0;
  for (const annotation of annotations) {
    const path = ['cache', 'eval']
      .map((name) => join(folder, name, annotation.file))
      .find((candidate) => existsSync(candidate));
    if (path === undefined) {
      continue;
    }
    const words = await wordsOf(path);
    pages++;
    for (const passage of annotation.with) {
      counts[words.includes(plain(passage)) ? 'found' : 'missed']++;
    }
    for (const passage of annotation.without) {
      counts[words.includes(plain(passage)) ? 'noise' : 'silent']++;
    }
  }
  process.stdout.write(JSON.stringify(measurementsOf(counts, pages)));
}

async function wordsOf(path: string): Promise<string> {
  const extraction = await extractHtml(await readFile(path), OPTIONS);
  const blocks = 'document' in extraction ? extraction.document.blocks : [];
  return plain(blocks.map((block) => block.text).join(' '));
}

function plain(text: string): string {
  return text
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

function measurementsOf(
  counts: { found: number; missed: number; noise: number; silent: number },
  pages: number,
): readonly Measurement[] {
  const { found, missed, noise, silent } = counts;
  const precision = found / (found + noise);
  const recall = found / (found + missed);
  const figure = (name: string, value: number): Measurement => ({
    name: `pages: ${name}`,
    value,
    unit: '',
  });
  return [
    figure('read', pages),
    figure('precision', precision),
    figure('recall', recall),
    figure('F', (2 * precision * recall) / (precision + recall)),
    figure('accuracy', (found + silent) / (found + missed + noise + silent)),
  ];
}

void main(process.argv[2] ?? '.');
