import assert from 'node:assert/strict';
import { waitFor } from '../support/waitFor';
import { type CardSize, measureCards, noteOfTerms, packTerms } from './cardSizes';
import { useWorkbench } from './setup';

const INITIATIVE = 'Istanbul Cooperation Initiative';

describe('hover card', () => {
  const desk = useWorkbench();

  before(async () => {
    await desk().openNote('brief.md');
  });

  it('defines a term that runs over the end of a line', async () => {
    const card = await desk().showHover('Istanbul Cooperation', INITIATIVE);
    assert.match(await card.innerText(), /^Istanbul Cooperation Initiative · ICI\s+NATO/);
  });

  it('defines a short form in the possessive', async () => {
    await desk().showHover("IP4's", 'Indo-Pacific Four');
  });

  it('opens the page of the term', async () => {
    const card = await desk().showHover('ICI', INITIATIVE);
    await card.getByRole('link', { name: 'Open' }).click();
    await desk().pageTitle(INITIATIVE).waitFor();
  });

  it('searches for the term', async () => {
    await desk().tab('brief.md').click();
    const card = await desk().showHover('ICI', INITIATIVE);
    await card.getByRole('link', { name: 'Search' }).click();
    await desk().quickInputRows.first().waitFor();
    await desk().press('Escape');
  });

  it('cites behind the word, and takes it back in one step', async () => {
    const card = await desk().showHover('ICI', INITIATIVE);
    await card.getByRole('link', { name: 'Cite' }).click();
    await desk().line('as the ICI[^1] is').waitFor();
    await desk().press('Control+z');
    await desk().line('as the ICI is').waitFor();
  });
});

describe('hover cards', () => {
  const all = packTerms();
  // All of them with IP4_DESK_ALL_CARDS; else the longest definitions and some others.
  const sample = [...all].sort((a, b) => b.definition.length - a.definition.length).slice(0, 8);
  const terms =
    process.env['IP4_DESK_ALL_CARDS'] === undefined
      ? [...sample, ...all.filter((_, at) => at % 16 === 0)]
      : all;
  const desk = useWorkbench({ files: { 'names.md': noteOfTerms(terms) } });

  it('are seen whole, nine of ten', async () => {
    await desk().openNote('names.md');
    const sizes = await measureCards(desk(), terms);
    const cut = sizes.filter(({ content, shown }) => content > shown + 1);
    assert.ok(cut.length <= terms.length / 10, `${cut.length} of ${terms.length}: ${name(cut)}`);
  }).timeout(600_000);
});

function name(sizes: readonly CardSize[]): string {
  return sizes.map((size) => `${size.name} (${size.content} of ${size.shown})`).join(', ');
}

describe('the lines under terms', () => {
  const desk = useWorkbench();

  /** How many underlined stretches stand in the line that holds `text`; undefined while it is drawn. */
  async function underlinesIn(text: string): Promise<number | undefined> {
    const box = await desk().line(text).boundingBox();
    return box === null
      ? undefined
      : desk().editor.evaluate(
          (editor, { y, height }) =>
            [...editor.querySelectorAll('.view-overlays .cdr')].filter((mark) => {
              const { top, bottom } = mark.getBoundingClientRect();
              const middle = (top + bottom) / 2;
              const isDotted = getComputedStyle(mark).borderBottomStyle === 'dotted';
              return isDotted && middle > y && middle < y + height;
            }).length,
          box,
        );
  }

  it('are under acronyms and frameworks, not under states, and not in quotations', async () => {
    await desk().openNote('brief.md');
    await waitFor('the lines', async () => (await underlinesIn('Mediterranean Dialogue')) === 2);
    assert.equal(await underlinesIn('Australia, Japan, New Zealand'), 1);
    assert.equal(await underlinesIn('Do not forget the Partnership'), 0);
    assert.equal(await underlinesIn('for Peace: readers'), 0);
    assert.equal(await underlinesIn('maritime security'), 0);
  });
});
