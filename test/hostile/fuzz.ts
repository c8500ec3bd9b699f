import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CRAFTED } from './crafted';
import { isDocument, KINDS, type FuzzKind } from './kinds';
import { mutate } from './mutations';
import { randomFrom } from './random';
import { HostileReader } from './reader';
import { seedsOf } from './seeds';
import { TEXT_SEEDS } from './textSeeds';
import { TextThread } from './textThread';
import type { ReadResponse } from './protocol';

/** What must not happen: no answer in time, the end of what reads, a document that breaks its promises. */
export const FAILURES = ['hang', 'crash', 'unsound'];

export interface FuzzOptions {
  readonly formats: readonly FuzzKind[];
  /** Mutated files a format, besides all that are crafted. */
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
  readonly format: FuzzKind;
  readonly files: number;
  /** How often each thing happened. */
  readonly outcomes: Readonly<Record<string, number>>;
  readonly slowest: { readonly ms: number; readonly name: string };
  readonly failures: readonly FuzzFailure[];
  /** How often each reason was given for a problem, the most frequent first. */
  readonly reasons: readonly (readonly [reason: string, count: number])[];
}

export interface FuzzFailure {
  readonly outcome: string;
  readonly detail: string;
  readonly file: string;
}

/** Spoils well-formed files, has each read, and tells what came of it, format by format. */
export async function* fuzz(options: FuzzOptions): AsyncGenerator<FuzzReport> {
  const documents = new HostileReader(options.bundles);
  const texts = new TextThread(join(options.bundles, 'textReader.js'));
  const read = (kind: FuzzKind, bytes: Uint8Array, path: string): Promise<ReadResponse> =>
    isDocument(kind) ? documents.read(bytes, path) : texts.read({ kind, bytes, path });
  try {
    for (const format of options.formats) {
      yield await fuzzFormat(format, options, read);
    }
  } finally {
    documents.dispose();
    await texts.end();
  }
}

async function fuzzFormat(
  format: FuzzKind,
  { files, first, seed, keep }: FuzzOptions,
  readAs: (kind: FuzzKind, bytes: Uint8Array, path: string) => Promise<ReadResponse>,
): Promise<FuzzReport> {
  const outcomes: Record<string, number> = {};
  const reasons = new Map<string, number>();
  const failures: FuzzFailure[] = [];
  let slowest = { ms: 0, name: '' };
  let read = 0;
  for (const { name, bytes } of await filesOf(format, { files, first, seed })) {
    const made = await bytes();
    const path = `${format}-${name}.${KINDS[format]}`;
    const start = performance.now();
    const { outcome, detail = '' } = await readAs(format, made, path);
    const ms = performance.now() - start;
    slowest = ms > slowest.ms ? { ms, name } : slowest;
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    read += 1;
    if (FAILURES.includes(outcome)) {
      const file = join(keep, path);
      await mkdir(keep, { recursive: true });
      await writeFile(file, made);
      failures.push({ outcome, detail, file });
    } else if (detail !== '') {
      // Numbers in them are places, and differ from file to file.
      const reason = detail.replace(/\d+/g, 'N');
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    }
  }
  return {
    format,
    files: read,
    outcomes,
    slowest,
    failures,
    reasons: [...reasons].sort(([, one], [, other]) => other - one),
  };
}

interface FuzzFile {
  readonly name: string;
  readonly bytes: () => Uint8Array | Promise<Uint8Array>;
}

/** Those that are crafted, unless single files are asked for, then those that are spoilt. */
async function filesOf(
  format: FuzzKind,
  { files, first, seed }: Pick<FuzzOptions, 'files' | 'first' | 'seed'>,
): Promise<readonly FuzzFile[]> {
  const seeds = isDocument(format)
    ? await seedsOf(format)
    : [new TextEncoder().encode(TEXT_SEEDS[format])];
  const spoilt = Array.from({ length: files }, (_, index): FuzzFile => {
    const number = first + index;
    // Far apart, so that no two seeds share their files.
    const random = randomFrom(Math.imul(seed, 0x9e3779b1) + number);
    return { name: `${seed}-${number}`, bytes: () => mutate(format, random.pick(seeds), random) };
  });
  return first > 0 ? spoilt : [...(CRAFTED[format] ?? []), ...spoilt];
}
