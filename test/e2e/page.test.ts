import { useWorkbench } from './setup';

const EXCERPT = 'Informal mechanism, unlike NATO’s formalised partnership frameworks';

describe('page of an entry', () => {
  const desk = useWorkbench();

  before(async () => {
    await desk().openSidebar();
    await desk().toggle(desk().row('Topics', 'The IP4 grouping'));
    await desk().toggle(desk().row('Topics', 'Informality'));
    await desk().row('Topics', EXCERPT).click();
    await desk().line(`# ${EXCERPT}`).waitFor();
  });

  it('goes to the next excerpt of the source and back', async () => {
    await desk()
      .page.getByRole('button', { name: /^Next Excerpt in the Source/ })
      .click();
    await desk().line('# No current demand to formalise the IP4').waitFor();
    await desk()
      .page.getByRole('button', { name: /^Previous Excerpt in the Source/ })
      .click();
    await desk().line(`# ${EXCERPT}`).waitFor();
  });

  it('leads along a link to another page', async () => {
    await desk().followLink('../topic/informality.md');
    await desk().line('# Informality').waitFor();
  });

  it('is read-only', async () => {
    await desk().line('# Informality').click();
    await desk().press('x');
    await desk()
      .page.getByText(/cannot be edited/)
      .first()
      .waitFor();
  });

  it('has a preview', async () => {
    await desk().press('Control+K v');
    const preview = desk().page.frameLocator('iframe.webview').frameLocator('iframe');
    await preview.getByRole('heading', { name: 'Informality', level: 1 }).waitFor();
    await desk()
      .tab('Preview informality')
      .getByRole('button', { name: /^Close/ })
      .click();
  });

  it('is still there when the window is opened anew', async () => {
    await desk().reload();
    await desk().line('# Informality').waitFor();
  });

  it('is found in the sidebar', async () => {
    await desk().runCommand('IP4 Desk: Reveal in Sidebar');
    await desk()
      .view('Topics')
      .locator('.monaco-list-row.selected', { hasText: 'Informality' })
      .waitFor();
  });
});
