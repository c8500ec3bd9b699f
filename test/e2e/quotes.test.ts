import assert from 'node:assert/strict';
import { waitFor } from '../support/waitFor';
import { useWorkbench } from './setup';
import type { ThemeName } from './workbench';

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

const NOTE = `# Brief on the lamps

Duties are plain. “The keeper shall light both lamps at dusk” [@skerryholm], and
nobody has asked for more.

The costs are not: “The council paid in smoked herring, and the keeper has counted
every barrel since” [@skerryholm].

A rumour has it that “the lamps were sold to a passing ship in winter” [@skerryholm].

Elsewhere: “the tide turns twice a day in every bay” [@reed1999, p. 4].
`;

for (const theme of ['light', 'dark'] as const satisfies readonly ThemeName[]) {
  describe(`checking quotations, ${theme}`, () => {
    const desk = useWorkbench({
      theme,
      settings: { 'ip4Desk.checks.enabled': false },
      files: {
        'lamps.md': NOTE,
        'references.bib': BIBLIOGRAPHY,
        'sources/skerryholm.md': SOURCE,
      },
    });

    const message = () =>
      desk().page.locator('.notifications-toasts .notification-list-item', {
        hasText: /\d quotations/,
      });

    it('tells at a command what was found', async () => {
      await desk().openSidebar();
      await waitFor('the source to be read', async () => {
        const row = desk().row('Sources', 'The harbour lights of Skerryholm');
        return /passages?/.test((await row.getAttribute('aria-label')) ?? '');
      });
      await desk().press('Control+Shift+E');
      await desk().openNote('lamps.md');
      await waitFor('the verdicts', async () => {
        await desk().runCommand('IP4 Desk: Check Quotations in This Note');
        return message()
          .getByText('1 altered, 1 not found')
          .first()
          .waitFor({ timeout: 10_000 })
          .then(
            () => true,
            () => false,
          );
      });
      assert.match(
        await message().first().innerText(),
        /3 of 4 quotations need attention: 1 altered, 1 not found, 1 source missing\./,
      );
      await desk().editor.locator('.squiggly-warning').first().waitFor();
      await desk().screenshot(`quotes-checked-${theme}`);
    });

    it('says so of the active note in the status bar', async () => {
      const status = desk().page.locator('.monaco-hover:visible', {
        hasText: '1 of 4 quotations verbatim',
      });
      await waitFor('the status', async () => {
        await desk().page.mouse.move(640, 400);
        await desk().page.locator('[id="status.languageStatus"]').hover();
        return status.waitFor({ timeout: 5_000 }).then(
          () => true,
          () => false,
        );
      });
      await status.getByText('Show Report').waitFor();
      await desk().screenshot(`quotes-status-${theme}`);
      await desk().page.mouse.move(640, 400);
    });

    it('says in a report what each quotation is', async () => {
      await message().getByRole('button', { name: 'Show Report' }).click();
      await desk().line('Quotations, checked on').waitFor();
      await desk().line('not found').waitFor();
      await desk().screenshot(`quotes-report-${theme}`);
      await desk().press('Control+Shift+V');
      const preview = desk().page.frameLocator('iframe.webview').frameLocator('iframe');
      await preview.getByText('smoked', { exact: true }).first().waitFor();
      await desk().screenshot(`quotes-report-preview-${theme}`);
    });

    it('says of the words what the source has', async () => {
      await desk().runCommand('View: Close All Editors in Group');
      const dialog = desk().page.locator('.monaco-dialog-box');
      await dialog.getByRole('button', { name: /Don.t Save/ }).click();
      await desk().tab('lamps.md').click();
      const card = desk().page.locator('.monaco-editor .monaco-hover:visible', {
        hasText: 'The source has “dried” where you have “smoked”',
      });
      await waitFor('the problem at the word', async () => {
        await desk().pointAt('smoked');
        return card.waitFor({ timeout: 5_000 }).then(
          () => true,
          () => false,
        );
      });
      await desk().screenshot(`quotes-hover-${theme}`);
    });

    it('takes the source’s wording by a quick fix', async () => {
      await desk().page.mouse.move(0, 0);
      await desk().line('The costs are not').click();
      await desk().press('Home');
      for (let word = 0; word < 8; word++) {
        await desk().press('Control+ArrowRight');
      }
      const menu = desk().page.locator('.action-widget:visible');
      const fix = menu.getByText('Write “dried” as the source does');
      await waitFor('the quick fix', async () => {
        await desk().press('Control+.');
        return fix.waitFor({ timeout: 3_000 }).then(
          () => true,
          async () => {
            await desk().press('Escape');
            await desk().press('Control+ArrowRight');
            return false;
          },
        );
      });
      await desk().screenshot(`quotes-quick-fix-${theme}`);
      await fix.click();
      await desk().line('paid in dried herring').waitFor();
    });

    it('says in the problems what was checked before that', async () => {
      await desk().runCommand('Problems: Focus on Problems View');
      const problem = desk().page.locator('.markers-panel-container', {
        hasText: 'Outdated: ',
      });
      await problem.waitFor();
      await desk().screenshot(`quotes-stale-${theme}`);
      await desk().runCommand('IP4 Desk: Clear Quotation Results');
      await waitFor('the results to go', async () => (await problem.count()) === 0);
    });
  });
}
