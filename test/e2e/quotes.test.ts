import assert from 'node:assert/strict';
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

const NOTE = `# Brief on the lamps

Duties are plain. “The keeper shall light both lamps at dusk” [@skerryholm], and
nobody has asked for more.

The costs are not: “The council paid in smoked herring, and the keeper has counted
every barrel since” [@skerryholm].

A rumour has it that “the lamps were sold to a passing ship in winter” [@skerryholm].

Elsewhere: “the tide turns twice a day in every bay” [@reed1999, p. 4].

Nobody says of whom it is that “paid in dried herring, and the keeper has counted every barrel since” here.

> The keeper shall light both lamps at dusk,
> and shall put them out again at first light.
>
> — [@skerryholm]
`;

describe('checking quotations', () => {
  const desk = useWorkbench({
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

  /** How many ticks there are beside the lines that can be seen. */
  const ticks = () =>
    desk().page.evaluate(
      () =>
        [...document.querySelectorAll('.margin *')].filter((element) =>
          getComputedStyle(element).backgroundImage.includes('verbatim-'),
        ).length,
    );

  const report = () => desk().page.frameLocator('iframe.webview').frameLocator('iframe');

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
      /4 of 6 quotations need attention: 1 altered, 1 not found, 1 source missing, 1 without citation\./,
    );
    await desk().editor.locator('.squiggly-warning').first().waitFor();
  });

  it('marks what is verbatim by a tick beside its first line', async () => {
    await waitFor('the ticks', async () => (await ticks()) === 2);
    await desk().screenshot('quotes-checked');
  });

  it('says where it stands on hover', async () => {
    const card = desk().page.locator('.monaco-editor .monaco-hover:visible', {
      hasText: /Verbatim at 0\.1|Verbatim at 1\.1/,
    });
    await waitFor('the card', async () => {
      await desk().pointAt('both lamps at dusk” [');
      return card.waitFor({ timeout: 5_000 }).then(
        () => true,
        () => false,
      );
    });
    await card.getByText('Open', { exact: true }).waitFor();
    await desk().screenshot('quotes-verbatim');
    await desk().page.mouse.move(0, 0);
  });

  it('says so of the active note in the status bar', async () => {
    const status = desk().page.locator('.monaco-hover:visible', {
      hasText: '3 of 6 quotations verbatim',
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
    await desk().screenshot('quotes-status');
    await desk().page.mouse.move(640, 400);
  });

  it('says in a report what each quotation is, worst first', async () => {
    await desk().runCommand('IP4 Desk: Show Quotation Report');
    await report().getByRole('heading', { name: 'Altered (1)' }).waitFor();
    assert.deepEqual(await report().getByRole('heading', { level: 2 }).allInnerTexts(), [
      'Altered (1)',
      'Not found (1)',
      'Source missing (1)',
      'Without citation (1)',
      'Verbatim (2)',
    ]);
    await report().getByText('smoked', { exact: true }).waitFor();
    await desk().screenshot('quotes-report');
    await report().getByText('Verbatim (2)').click();
    await report().getByText('put them out again').waitFor();
    await report().getByText('put them out again').scrollIntoViewIfNeeded();
    await desk().screenshot('quotes-report-end');
  });

  it('leads from there to the note, and by the keyboard to the source', async () => {
    await report().getByRole('link', { name: 'lamps.md, line 6' }).click();
    await desk().focusedEditor.locator('.view-line', { hasText: 'smoked herring' }).waitFor();
    const place = report()
      .getByRole('link', { name: /of The harbour lights of Skerryholm/ })
      .first();
    await place.focus();
    await desk().press('Enter');
    await desk()
      .tab(/The harbour lights of Skerryholm/)
      .waitFor();
    await desk().line('paid in dried herring').waitFor();
    await desk().screenshot('quotes-report-source');
  });

  it('is saved as Markdown where the user wants it', async () => {
    await desk().tab('Quotation Report').click();
    await desk().page.getByRole('button', { name: 'Save Quotation Report As…' }).click();
    await waitFor('the proposed name', async () => {
      const name = await desk().quickInputBox.inputValue();
      return name.endsWith('/lamps – quotation report.md');
    });
    await desk().quickInput.getByText('OK', { exact: true }).click();
    await desk()
      .page.getByRole('treeitem', { name: /lamps – quotation report\.md/ })
      .waitFor();
  });

  it('says of the words what the source has', async () => {
    await desk().tab('Quotation Report').click();
    await desk().runCommand('View: Close All Editors in Group');
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
    await desk().screenshot('quotes-hover');
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
    await desk().screenshot('quotes-quick-fix');
    await fix.click();
    await desk().line('paid in dried herring').waitFor();
  });

  it('takes the tick away from what is edited, and leaves the other where it is', async () => {
    await waitFor('the ticks', async () => (await ticks()) === 2);
    await desk().pointAt('both lamps at dusk');
    await desk().page.mouse.down();
    await desk().page.mouse.up();
    await desk().page.keyboard.type('x');
    await waitFor('one tick to go', async () => (await ticks()) === 1);
    await desk().screenshot('quotes-edited');
  });

  it('says in the problems what was checked before that', async () => {
    await desk().runCommand('Problems: Focus on Problems View');
    const problem = desk().page.locator('.markers-panel-container', {
      hasText: 'Outdated: ',
    });
    await problem.waitFor();
    await desk().screenshot('quotes-stale');
    await desk().runCommand('IP4 Desk: Clear Quotation Results');
    await waitFor('the results to go', async () => (await problem.count()) === 0);
    await waitFor('the ticks to go', async () => (await ticks()) === 0);
  });

  it('closes the report with the window, since nothing is known any more', async () => {
    await desk().tab('lamps.md').click();
    await desk().runCommand('IP4 Desk: Check Quotations in This Note');
    await waitFor('the ticks', async () => (await ticks()) === 2);
    await desk().runCommand('IP4 Desk: Show Quotation Report');
    await report().getByRole('heading', { level: 1 }).waitFor();
    await desk().runCommand('File: Save All');
    await desk().reload();
    await desk().tab('lamps.md').waitFor();
    assert.equal(await desk().tab('Quotation Report').count(), 0);
  });
});
