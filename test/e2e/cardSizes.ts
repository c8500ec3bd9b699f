import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/lib/paths.mjs';
import type { Term } from '../../src/core/model';
import { waitFor } from '../support/waitFor';
import type { Workbench } from './workbench';

/** How high the card of a term is, in CSS pixels. */
export interface CardSize {
  readonly name: string;
  /** All that it says. */
  readonly content: number;
  /** What of it the editor shows without scrolling. */
  readonly shown: number;
}

/** A term, as far as a note has to name it. */
export type NamedTerm = Pick<Term, 'name' | 'near' | 'definition'>;

/** The terms of the built-in library, in its order. */
export function packTerms(): readonly NamedTerm[] {
  const text = readFileSync(join(root, 'data', 'nato-ip4', 'terms.json'), 'utf8');
  return (JSON.parse(text) as { readonly terms: readonly NamedTerm[] }).terms;
}

/** A note that begins a line with each name, and has beside it what tells that the term is meant. */
export function noteOfTerms(terms: readonly NamedTerm[]): string {
  return terms.map(({ name, near = [] }) => `${name} | ${near[0] ?? ''}\n\n`).join('');
}

/** Measures the cards in the active editor, which shows `noteOfTerms(terms)`. */
export async function measureCards(
  desk: Workbench,
  terms: readonly NamedTerm[],
): Promise<readonly CardSize[]> {
  const sizes: CardSize[] = [];
  // Within the name, which may begin with a quotation mark.
  await desk.press('Control+Home ArrowRight');
  for (const { name } of terms) {
    sizes.push({ name, ...(await measureCard(desk, name)) });
    await desk.press('ArrowDown ArrowDown');
  }
  return sizes;
}

/** Measures the card on the word at the caret. */
async function measureCard(desk: Workbench, name: string): Promise<Omit<CardSize, 'name'>> {
  const hover = desk.page.locator('.monaco-editor .monaco-hover:visible');
  const card = hover.filter({ hasText: name }).locator('.monaco-hover-content').first();
  await waitFor(`the card on ${name}`, async () => {
    await desk.press('Control+K Control+I');
    return card.waitFor({ timeout: 3_000 }).then(
      () => true,
      () => false,
    );
  });
  const size = await card.evaluate(({ scrollHeight, clientHeight }) => ({
    content: scrollHeight,
    shown: clientHeight,
  }));
  await desk.press('Escape');
  await hover.waitFor({ state: 'hidden' });
  return size;
}
