import assert from 'node:assert/strict';
import { withEdits } from '../../../../src/core/checks/fixes';
import type { SourceId } from '../../../../src/core/model';
import { addLocator, correctLocator, locatorLike } from '../../../../src/core/quotes/locatorFix';
import { markedNote, place, SOURCE } from './markedNote';
import { Note } from '../../../../src/core/note/note';

describe('a place in the form of another', () => {
  for (const [written, locator, expected] of [
    ['p. 12', 'p. 14', 'p. 14'],
    ['p.12', 'p. 14', 'p.14'],
    ['p.~12', 'p. 14', 'p.~14'],
    ['p. 12', 'pp. 14–15', 'pp. 14–15'],
    ['pp. 12-13', 'pp. 14–15', 'pp. 14-15'],
    ['pp. 12--13', 'p. 14', 'p. 14'],
    ['Pages 12–13', 'p. 14', 'Page 14'],
    ['S. 12', 'p. 14', 'S. 14'],
    ['pág. 12', 'p. 14', 'pág. 14'],
    ['págs. 12–13', 'p. 14', 'pág. 14'],
    ['pg. 12', 'p. 14', 'pg. 14'],
    ['at 12', 'p. 14', 'at 14'],
    ['12頁', 'p. 14', '14頁'],
    ['p. 12', 'p. A-3', 'p. A-3'],
    ['pp. 12--13', 'pp. A-3–A-4', 'pp. A-3--A-4'],
    ['12', 'p. xiv', 'xiv'],
    ['12--13', 'pp. 14–15', '14--15'],
    ['12', 'para. 3', undefined],
    ['§ 2.1', 'para. 3', '§ 3'],
    ['§ 2', 'paras. 3–5', '§§ 3–5'],
    ['para. 2.1', 'para. 3', 'para. 3'],
    ['para. 2.1', 'p. 14', undefined],
    ['p. 12', 'para. 3', undefined],
    ['sec. 2', 'p. 14', undefined],
    ['para. 2.1', 'under “Oil”', undefined],
    ['2', 'under “Oil”', undefined],
    ['under “Wicks”', 'p. 14', undefined],
    ['under “Wicks”', 'para. 3', undefined],
  ] as const) {
    it(`${locator} like ${written}`, () => assert.equal(locatorLike(written, locator), expected));
  }
});

describe('correcting the place that a citation names', () => {
  it('leaves the rest of it', () => {
    const { text, check } = markedNote(
      '“the old lamp keeper sleeps” ‹[see @lamps, «p. 12», and more]›',
    );
    const edit = correctLocator(new Note(text, 'markdown'), { ...check, place: place('p. 14') });
    assert.ok(edit);
    assert.equal(
      withEdits(text, [edit]),
      '“the old lamp keeper sleeps” [see @lamps, p. 14, and more]',
    );
  });

  it('leaves the section before the page', () => {
    const { text, check } = markedNote('“the old lamp keeper sleeps” ‹[@lamps, «sec. 2, p. 12»]›');
    const note = new Note(text, 'markdown');
    const corrected = (printed: string) => {
      const edit = correctLocator(note, { ...check, place: place(printed) });
      return edit && withEdits(text, [edit]).slice('“the old lamp keeper sleeps” '.length);
    };
    assert.equal(corrected('p. 14'), '[@lamps, sec. 2, p. 14]');
    assert.equal(corrected('under “Oil”'), '[@lamps, under “Oil”]');
  });

  it('is left alone where it names no place, or another source is meant', () => {
    const without = markedNote('“the old lamp keeper sleeps” ‹[@lamps]›');
    assert.equal(
      correctLocator(new Note(without.text, 'markdown'), {
        ...without.check,
        place: place('p. 14'),
      }),
      undefined,
    );
    const { text, check } = markedNote('“the old lamp keeper sleeps” ‹[@lamps, «p. 12»]›');
    const note = new Note(text, 'markdown');
    assert.equal(correctLocator(note, { ...check, place: place('') }), undefined);
    const elsewhere = { ...place('p. 14'), source: 'tides' as SourceId };
    assert.equal(correctLocator(note, { ...check, place: elsewhere }), undefined);
  });
});

describe('a heading in place of another place', () => {
  for (const [marked, language, expected] of [
    ['‹[@lamps, «§ 3.2»]›', 'markdown', '[@lamps, under “Oil, \\[net\\]\\; \\*”]'],
    ['‹[@lamps, «under “Wicks”»]›', 'markdown', '[@lamps, under “Oil, \\[net\\]\\; \\*”]'],
    ['‹\\autocite[«3.2»]›', 'latex', '\\autocite[{under \\enquote{Oil, [net]; *}}]'],
  ] as const) {
    it(marked, () => {
      const { text, check } = markedNote(`“the old lamp keeper sleeps” ${marked}`);
      const found = { ...place('3.4'), printed: 'under “Oil, [net]; *”' };
      const edit = correctLocator(new Note(text, language), { ...check, place: found });
      assert.equal(edit && withEdits(text, [edit]), `“the old lamp keeper sleeps” ${expected}`);
    });
  }

  it('is not there where the source prints nothing', () => {
    const { text, check } = markedNote('“the old lamp keeper sleeps” ‹[@lamps, «§ 3.2»]›');
    const found = { ...place('3.4'), printed: '' };
    assert.equal(correctLocator(new Note(text, 'markdown'), { ...check, place: found }), undefined);
  });
});

describe('adding the place that a citation does not name', () => {
  for (const [marked, language, locator, expected] of [
    ['‹[@lamps]›', 'markdown', 'p. 14', '[@lamps, p. 14]'],
    ['‹[see @lamps and more]›', 'markdown', 'para. 3', '[see @lamps, para. 3 and more]'],
    ['‹[@lamps]›', 'markdown', 'under “Oil”', '[@lamps, under “Oil”]'],
    ['‹@lamps›', 'quarto', 'pp. 14–15', '@lamps [pp. 14–15]'],
    ['‹\\autocite[]›', 'latex', 'p. 14', undefined],
    ['‹[@lamps; @tides]›', 'markdown', 'p. 14', undefined],
    ['‹(Mallow 2001)›', 'markdown', 'p. 14', undefined],
  ] as const) {
    it(`${marked}, ${locator}`, () => {
      const { text, check } = markedNote(`“the old lamp keeper sleeps” ${marked}`);
      const edit = addLocator(new Note(text, language), { ...check, place: place(locator) });
      assert.equal(
        edit && withEdits(text, [edit]),
        expected && `“the old lamp keeper sleeps” ${expected}`,
      );
    });
  }

  for (const [cited, locator, expected] of [
    ['\\autocite{lamps}', 'p. 14', '\\autocite[14]{lamps}'],
    ['\\autocite{lamps}', 'pp. 14–15', '\\autocite[14--15]{lamps}'],
    ['\\autocite[see][]{lamps}', 'p. 14', '\\autocite[see][14]{lamps}'],
    ['\\autocite{lamps}', 'para. 3', '\\autocite[para.~3]{lamps}'],
    ['\\autocite{lamps}', 'under “Oil”', '\\autocite[under \\enquote{Oil}]{lamps}'],
  ] as const) {
    it(`${cited}, ${locator}`, () => {
      const citation = { span: { start: 0, end: cited.length }, sources: [SOURCE] };
      const edit = addLocator(new Note(cited, 'latex'), { citation, place: place(locator) });
      assert.equal(edit && withEdits(cited, [edit]), expected);
    });
  }
});
