import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DocumentFormat } from '../../src/core/library/document';
import { mutate } from './mutations';
import { randomFrom } from './random';
import { HostileReader } from './reader';
import { seedsOf } from './seeds';

export const FORMATS: Readonly<Record<DocumentFormat, string>> = {
  text: 'txt',
  markdown: 'md',
  html: 'html',
  pdf: 'pdf',
  word: 'docx',
};

/** What must not happen: no answer in time, the end of the process, a document that breaks its promises. */
export const FAILURES = ['hang', 'crash', 'unsound'];

export interface FuzzOptions {
  readonly formats: readonly DocumentFormat[];
  /** Mutated files a format. */
  readonly files: number;
  /** Another one makes other files. */
  readonly seed: number;
  /** The number of the first file: to have one file again, with `files: 1`. */
  readonly first: number;
  /** The folder of the bundles that read. */
  readonly bundles: string;
  /** Where files that fail are left. */
  readonly keep: string;
}

export interface FuzzReport {
  readonly format: DocumentFormat;
  readonly files: number;
  /** How often each thing happened. */
  readonly outcomes: Readonly<Record<string, number>>;
  readonly slowest: { readonly ms: number; readonly number: number };
  readonly failures: readonly FuzzFailure[];
  /** How often each reason was given for a problem, the most frequent first. */
  readonly reasons: readonly (readonly [reason: string, count: number])[];
}

export interface FuzzFailure {
  readonly number: number;
  readonly outcome: string;
  readonly detail: string;
  readonly file: string;
}

/** Spoils well-formed files, has each read, and tells what came of it, format by format. */
export async function* fuzz(options: FuzzOptions): AsyncGenerator<FuzzReport> {
  const reader = new HostileReader(options.bundles);
  try {
    for (const format of options.formats) {
      yield await fuzzFormat(format, options, reader);
    }
  } finally {
    reader.dispose();
  }
}

async function fuzzFormat(
  format: DocumentFormat,
  { files, first, seed, keep }: FuzzOptions,
  reader: HostileReader,
): Promise<FuzzReport> {
  const seeds = await seedsOf(format);
  const outcomes: Record<string, number> = {};
  const reasons = new Map<string, number>();
  const failures: FuzzFailure[] = [];
  let slowest = { ms: 0, number: first };
  for (let number = first; number < first + files; number += 1) {
    // Far apart, so that no two seeds share their files.
    const random = randomFrom(Math.imul(seed, 0x9e3779b1) + number);
    const bytes = mutate(format, random.pick(seeds), random);
    const path = `${format}-${seed}-${number}.${FORMATS[format]}`;
    const start = performance.now();
    const { outcome, detail = '' } = await reader.read(bytes, path);
    const ms = performance.now() - start;
    slowest = ms > slowest.ms ? { ms, number } : slowest;
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    if (FAILURES.includes(outcome)) {
      const file = join(keep, path);
      await mkdir(keep, { recursive: true });
      await writeFile(file, bytes);
      failures.push({ number, outcome, detail, file });
    } else if (detail !== '') {
      // Numbers in them are places, and differ from file to file.
      const reason = detail.replace(/\d+/g, 'N');
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    }
  }
  return {
    format,
    files,
    outcomes,
    slowest,
    failures,
    reasons: [...reasons].sort(([, one], [, other]) => other - one),
  };
}
