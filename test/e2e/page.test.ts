import assert from 'node:assert/strict';
import { useWorkbench } from './setup';
import { TALL } from './workbench';

const EXCERPT = 'Informal mechanism, unlike NATO’s formalised partnership frameworks';
const NEXT = 'No demand seen in 2024 to formalise the IP4';

describe('page of an excerpt', () => {
  const desk = useWorkbench({ viewport: TALL });

  before(async () => {
    await desk().openSidebar();
    await desk().toggle(desk().row('Topics', 'The IP4 grouping'));
    await desk().toggle(desk().row('Topics', 'Informality'));
  });

  beforeEach(async () => {
    await desk().row('Topics', EXCERPT).click();
    await desk().pageTitle(EXCERPT).waitFor();
  });

  it('leads to the next excerpt of the source and back', async () => {
    await desk().page.getByRole('button', { name: 'Next Excerpt in the Source' }).click();
    await desk().pageTitle(NEXT).waitFor();
    await desk().page.getByRole('button', { name: 'Previous Excerpt in the Source' }).click();
    await desk().pageTitle(EXCERPT).waitFor();
  });

  it('bears its title on its tab, and shows no id of its address', async () => {
    await desk().tab(EXCERPT.slice(0, 40)).waitFor();
    const breadcrumbs = desk().page.locator('.breadcrumbs-control').first();
    await breadcrumbs.getByText('IP4 Desk').waitFor();
    assert.doesNotMatch(await breadcrumbs.innerText(), /informal-unlike|\.md/);
  });

  it('leads along its links by the keyboard', async () => {
    await desk().pageTitle(EXCERPT).click();
    await desk().press('Control+Home');
    // The caret at the link of the source, which is the only one on its line.
    await desk()
      .line('Source: ')
      .click({ position: { x: 2, y: 4 } });
    await desk().press('Enter');
    await desk().pageTitle('Amid a Changing Global Order').waitFor();
    await desk().press('Control+Alt+-');
    await desk().pageTitle(EXCERPT).waitFor();
  });

  it('leads along its links by the pointer', async () => {
    await desk().followLink('Informality');
    await desk().pageTitle('Informality').waitFor();
  });

  it('leads to its source, which says where it can be read and what rests on it', async () => {
    await desk().followLink('Amid a Changing Global Order');
    await desk().pageTitle('Amid a Changing Global Order').waitFor();
    await desk().line('Address: https://www.usip.org/').waitFor();
    await desk().screenshot('page-of-a-source');
  });

  it('is read-only', async () => {
    await desk().pageTitle(EXCERPT).click();
    await desk().press('x');
    await desk()
      .page.getByText(/are read-only/)
      .first()
      .waitFor();
  });

  it('can be had as Markdown, with a preview', async () => {
    await desk().runCommand('IP4 Desk: Open as Markdown');
    await desk().line(`# ${EXCERPT}`).click();
    await desk().press('Control+K v');
    const preview = desk().page.frameLocator('iframe.webview').frameLocator('iframe');
    await preview.getByRole('heading', { name: EXCERPT }).waitFor();
    await desk()
      // Another tab may be one that the editor calls a preview.
      .tab(/^Preview /)
      .getByRole('button', { name: /^Close/ })
      .click();
  });

  it('is found in the sidebar', async () => {
    await desk().runCommand('IP4 Desk: Reveal in Partners');
    await desk().view('Partners').locator('.monaco-list-row.selected').waitFor();
  });

  it('is still there when the window is opened anew', async () => {
    await desk().reload();
    await desk().pageTitle(EXCERPT).waitFor();
  });
});
