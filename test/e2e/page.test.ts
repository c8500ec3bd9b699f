import { useWorkbench } from './setup';

const EXCERPT = 'Informal mechanism, unlike NATO’s formalised partnership frameworks';
const NEXT = 'No demand seen in 2024 to formalise the IP4';

describe('page of an excerpt', () => {
  const desk = useWorkbench();

  before(async () => {
    await desk().openSidebar();
    await desk().toggle(desk().row('Topics', 'The IP4 grouping'));
    await desk().toggle(desk().row('Topics', 'Informality'));
  });

  beforeEach(async () => {
    await desk().row('Topics', EXCERPT).click();
    await desk().line(`# ${EXCERPT}`).waitFor();
  });

  it('leads to the next excerpt of the source and back', async () => {
    await desk().page.getByRole('button', { name: 'Next Excerpt in the Source' }).click();
    await desk().line(`# ${NEXT}`).waitFor();
    await desk().page.getByRole('button', { name: 'Previous Excerpt in the Source' }).click();
    await desk().line(`# ${EXCERPT}`).waitFor();
  });

  it('leads along its links', async () => {
    await desk().followLink('../topic/informality.md');
    await desk().line('# Informality').waitFor();
  });

  it('leads to its source, which says where it can be read and what rests on it', async () => {
    await desk().followLink('../source/usip');
    await desk().line('# Amid a Changing Global Order').waitFor();
    await desk().line('Address: <https://www.usip.org/').waitFor();
    await desk().screenshot('page-of-a-source');
  });

  it('is read-only', async () => {
    await desk().line(`# ${EXCERPT}`).click();
    await desk().press('x');
    await desk()
      .page.getByText(/are read-only/)
      .first()
      .waitFor();
  });

  it('has a preview', async () => {
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
    await desk().line(`# ${EXCERPT}`).waitFor();
  });
});
