import assert from 'node:assert/strict';
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

  it('reveals the term in the sidebar', async () => {
    const card = await desk().showHover('ICI', INITIATIVE);
    await card.getByRole('link', { name: 'Reveal' }).click();
    await desk()
      .view('Terms')
      .locator('.monaco-list-row.selected', { hasText: INITIATIVE })
      .waitFor();
  });
});
