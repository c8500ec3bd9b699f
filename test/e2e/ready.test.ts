import { waitFor } from '../support/waitFor';
import { useWorkbench } from './setup';

const SOURCE = `# The harbour lights of Skerryholm

## Duties

The keeper shall light both lamps at dusk, and shall put them out again at first light.

## Costs

The council paid in dried herring, and the keeper has counted every barrel since.
`;

const BIBLIOGRAPHY = `@report{skerryholm,
  title = {The harbour lights of Skerryholm},
  author = {{Town Council of Skerryholm}},
  year = {2001},
  file = {sources/skerryholm.md},
}
`;

const NOTE = `---
title: Brief on the lamps
bibliography: references.bib
---

# Brief on the lamps

Duties are plain. “The keeper shall light both lamps at dusk” [@skerryholm], and nobody has
asked for more.

The costs are not: “The council paid in smoked herring, and the keeper has counted every barrel
since” [@skerryholm]. The town says the same [@skeryholm].

A rumour has it that “the lamps were sold to a passing ship in winter” [@skerryholm].

Nobody says of whom it is that “paid in dried herring, and the keeper has counted every barrel
since” here.

The harbour had 1,200 visitors in 2024, 14% more than the year before.

The QXZ has another view.[^1]
`;

for (const theme of ['light', 'dark'] as const) {
  describe(`ready to send, ${theme}`, () => {
    const desk = useWorkbench({
      theme,
      files: {
        'lamps.md': NOTE,
        'references.bib': BIBLIOGRAPHY,
        'sources/skerryholm.md': SOURCE,
      },
    });

    const panel = () => desk().page.locator('.part.panel');
    const rows = () => panel().getByRole('treeitem');
    const first = () => panel().getByRole('treeitem', { name: 'Altered' });

    it('lists what is left, worst first, in a view that was not there before', async () => {
      await desk().openSidebar();
      await waitFor('the source to be read', async () => {
        const row = desk().row('Sources', 'The harbour lights of Skerryholm');
        return /passages?/.test((await row.getAttribute('aria-label')) ?? '');
      });
      await desk().press('Control+Shift+E');
      await desk().openNote('lamps.md');
      await waitFor('the list', async () => {
        await desk().runCommand('IP4 Desk: Ready to Send');
        return first()
          .waitFor({ timeout: 10_000 })
          .then(
            () => true,
            () => false,
          );
      });
      await rows().nth(6).waitFor();
      await desk().screenshot(`ready-list-${theme}`);
    });

    it('goes to the text by a click, and offers the remedies', async () => {
      await first().click();
      await waitFor('the words to be selected', async () =>
        desk().editor.locator('.selected-text').first().isVisible(),
      );
      await desk().screenshot(`ready-open-${theme}`);
      await first().click({ button: 'right' });
      await desk()
        .page.locator('.monaco-menu')
        .getByRole('menuitem', { name: 'Fix' })
        .first()
        .waitFor();
      await desk().screenshot(`ready-menu-${theme}`);
      await desk().press('Escape');
    });

    it('mends row by row with one key, and says in the end that nothing is left', async () => {
      await desk().runCommand('Focus on Ready to Send View');
      await desk().press('Home Control+Period');
      await first().waitFor({ state: 'detached' });
      await desk().editor.getByText('paid in dried herring').first().waitFor();
      const note = desk().editor;
      await note.locator('.view-line').first().click();
      await desk().press('Control+A');
      await desk().page.keyboard.insertText(
        '“The keeper shall light both lamps at dusk” [@skerryholm] is plain.',
      );
      await panel().getByText('Nothing left: ready to send.').waitFor();
      await desk().screenshot(`ready-done-${theme}`);
    });
  });
}
