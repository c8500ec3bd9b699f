import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { analystLibrary, report } from '../support/analystLibrary';
import { waitFor } from '../support/waitFor';
import { useWorkbench } from './setup';
import { TALL, THEMES } from './workbench';

const REPORTS = 40;

describe('a library of forty reports', () => {
  const desk = useWorkbench({ viewport: TALL, files: analystLibrary(REPORTS) });

  before(async () => {
    await desk().openNote('brief.md');
    await desk().line('bilateral relations, it does').click();
    await desk().press('End');
    await desk().openSidebar();
    await desk().row('Partners', 'passages of your sources').waitFor();
    await desk().page.locator('.statusbar').getByText('indexed').waitFor({ state: 'hidden' });
  });

  it('is counted beside what is built in', async () => {
    await desk().row('Partners', 'passages of your sources').waitFor();
    const japan = await desk().row('Partners', 'Japan, partner').getAttribute('aria-label');
    assert.match(japan ?? '', /^Japan, partner, \d+ excerpts, \d+ passages of your sources$/);
    await desk().screenshot('own-counts-light');
  });

  it('is listed by document below a partner, and cited by one key', async () => {
    await desk().toggle(desk().row('Partners', 'Japan, partner'));
    await desk().toggle(desk().row('Partners', 'From your sources'));
    const document = desk().row('Partners', ', source, ');
    await document.waitFor();
    await desk().toggle(document);
    const passage = desk().row('Partners', ', passage, at ');
    await passage.waitFor();
    await desk().screenshot('own-documents-light');
    await passage.click();
    await desk().line('Japan').waitFor();
    await desk().press('Control+0');
    await passage.click();
    await desk().press('Control+Enter');
    await desk().tab('brief.md').and(desk().page.locator('[aria-selected="true"]')).waitFor();
    await desk().line('[^1]').waitFor();
  });

  it('tells what is new, until somebody has looked', async () => {
    const { name, text } = report(REPORTS);
    await writeFile(join(desk().folder, name), text.replaceAll('Seoul', 'Tokyo, in Japan,'));
    const japan = desk().row('Partners', 'Japan, partner');
    const says = (words: RegExp) =>
      waitFor(`Japan to say ${words}`, async () =>
        words.test((await japan.getAttribute('aria-label')) ?? ''),
      );
    await desk().row('Topics', ' new').waitFor();
    await desk().screenshot('own-news-light');
    await desk().runCommand('IP4 Desk: Mark All as Read');
    await says(/sources$/);
  });

  it('keeps a search in a file of the folder, and counts what it finds', async () => {
    await desk().openPalette('Search');
    await desk().quickInputBox.fill('exercise partner:japan|south-korea');
    await desk().quickInputRows.filter({ hasText: 'Okinawa' }).first().waitFor();
    await desk().press('Control+S');
    await desk().quickInput.getByText('Name of the search').waitFor();
    await desk().quickInputBox.fill('Exercises with two partners');
    await desk().press('Enter');
    const file = join(desk().folder, '.ip4desk/searches.json');
    const text = await waitFor('the file', () => readFile(file, 'utf8').catch(() => false));
    await desk().runCommand('IP4 Desk: Focus on Saved Searches View');
    await desk().row('Saved Searches', 'passages of your sources').waitFor();
    assert.deepEqual(JSON.parse(String(text)), {
      searches: [
        { name: 'Exercises with two partners', query: 'exercise partner:japan|south-korea' },
      ],
    });
    await desk().toggle(desk().row('Saved Searches', 'Exercises with two partners'));
    await desk().toggle(desk().row('Saved Searches', 'From your sources'));
    await desk().row('Saved Searches', ', source, ').waitFor();
  });

  it('stands on the page of a topic, where each line is cited by one key', async () => {
    await desk().row('Topics', 'Practical cooperation').click();
    await desk().pageTitle('Practical cooperation').waitFor();
    await desk().line('Subtopics').click();
    const end = desk().line('documents; all are in the sidebar');
    await waitFor('what the sources say', async () => {
      await desk().press('Control+End');
      return end.isVisible();
    });
    await desk().screenshot('own-page-light');
    await desk().line('a list of telephone numbers').click();
    await desk().press('Control+Enter');
    await desk().line('[^2]').waitFor();
  });

  it('is listed by date in the chronology', async () => {
    await desk().runCommand('IP4 Desk: Focus on Chronology View');
    await desk().toggle(desk().row('Chronology', 'Your sources, 42 sources'));
    await desk().toggle(desk().row('Chronology', '2016, '));
    await desk().row('Chronology', ', source, ').waitFor();
  });

  it('looks the same in every theme', async () => {
    for (const [name, theme] of Object.entries(THEMES)) {
      const settings = JSON.stringify({ 'workbench.colorTheme': theme });
      await writeFile(join(desk().folder, '.vscode/settings.json'), settings);
      const kind = { light: 'vs', dark: 'vs-dark', 'high-contrast': 'hc-black' }[name];
      await desk().page.locator(`.monaco-workbench.${kind}`).waitFor();
      await desk().screenshot(`own-trees-${name}`);
    }
  });
});
