import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import excerptsFile from '../../../../data/nato-ip4/excerpts.json';
import partnersFile from '../../../../data/nato-ip4/partners.json';
import type { Excerpt, Partner } from '../../../../src/core/model';
import { PLACE_WORDS } from '../../../../src/core/search/relatedWords';

// `reading.csv` beside this file is what a second reader filled in from the sources: of each claim the
// place, how sure its source is of it, whom it is about, and when. The pack must say the same.

const excerpts = excerptsFile.excerpts as unknown as readonly Excerpt[];
const partners = partnersFile.partners as unknown as readonly Partner[];

interface Row {
  readonly excerpt: string;
  readonly source: string;
  readonly locator: string;
  readonly modality: string;
  /** Ids of partners. */
  readonly actors: readonly string[];
  /** `start` or `start/end`. */
  readonly dates: readonly string[];
}

/** By modality, a word by which the text of an excerpt shows it. */
const SHOWN: Readonly<Record<string, RegExp>> = {
  // A plain statement needs no word; see below for those that it must not have.
  states: /^/,
  // What somebody is said to say; the account is theirs.
  says: /\b(says?|said|writes?|wrote|calls?|called|names?|lists|dates|cites|reports?|account|describes)\b/,
  agrees: /\bagree(d|s)\b/,
  aims: /\b(aims?|ambition)\b/,
  announces: /\bannounced\b/,
  appears: /\b(appears?|seems?)\b/,
  can: /\b(can|could)\b/,
  commits: /\b(commit(s|ted|ment)?|pledged)\b/,
  condemns: /\bcondemned\b/,
  could: /\bcould\b/,
  decides: /\bdecided\b/,
  expects: /\bexpected\b/,
  hopes: /\b(hope[sd]?|look forward)\b/,
  intends: /\b(meant|intended)\b/,
  likely: /\blikely\b/,
  may: /\b(may|might)\b/,
  might: /\bmight\b/,
  possible: /\bpossible\b/,
  potential: /\bpotential\b/,
  reaffirms: /\b(reaffirm(ed|s)?|acknowledge|recognise|share)\b/,
  recommends: /\b(prudent|step)\b/,
  signs: /\bsigned\b/,
  unclear: /\bunclear\b/,
  wants: /\b(want|would like)\b/,
  welcomes: /\bwelcomed\b/,
  will: /\bwill\b/,
  would: /\bwould\b/,
};

/** Words by which a plain statement would say less than its source, or what is only meant to come. */
const HEDGE =
  /\b(likely|could|may|might|perhaps|possibl[ey]|potential(ly)?|probably|seems?|appears?|unclear|hope[sd]?|aims?|expected|intend(s|ed)?|wants?|plan(s|ned)|will|suggest(s|ed)|recommend(s|ed)|should|agreed|announced|pledged)\b/;

const [header = '', ...lines] = readFileSync(new URL('reading.csv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n');
const rows = lines.map(rowOf);
const rowsById = new Map(rows.map((row) => [row.excerpt, row]));
const pairs = excerpts.flatMap((excerpt) => {
  const row = rowsById.get(excerpt.id);
  return row ? [{ excerpt, row }] : [];
});

function rowOf(line: string): Row {
  const cells = [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^",]*))/g)].map(
    ([, quoted, plain]) => quoted ?? plain ?? '',
  );
  const [excerpt = '', source = '', locator = '', modality = '', actors = '', dates = ''] = cells;
  assert.equal(cells.length, 6, line);
  return { excerpt, source, locator, modality, actors: listOf(actors), dates: listOf(dates) };
}

function listOf(cell: string): readonly string[] {
  return cell === '' ? [] : cell.split(';');
}

/** What an excerpt may call a partner. */
function namesOf(id: string): readonly string[] {
  const partner = partners.find((one) => one.id === id);
  assert.ok(partner, `${id} is no partner of the pack`);
  const names = [partner.name, ...(partner.aliases ?? [])];
  const words = PLACE_WORDS.find((ring) => ring[0] === partner.name.toLowerCase()) ?? [];
  return [...names, ...words].map((name) => name.toLowerCase());
}

/** The four by the names of the group. */
const GROUP =
  /\b(IP4|(the|all|other) four\b|Indo-Pacific (partner|leaders)|partner countr|the partners?\b)/;

function isNamed(id: string, { heading, text, partners: tagged }: Excerpt): boolean {
  const isOfTheFour = partners.some((one) => one.id === id && one.kind === 'partner');
  const words = `${heading} ${text}`;
  const members = partners.flatMap((one) => (tagged.includes(one.id) ? (one.members ?? []) : []));
  return (
    [...tagged, ...members].some((one) => one === id) ||
    (isOfTheFour && GROUP.test(words)) ||
    namesOf(id).some((name) => words.toLowerCase().includes(name))
  );
}

describe('the second reading of the shipped pack', () => {
  it('has a row for each excerpt and no other', () => {
    assert.equal(header, 'excerpt,source,locator,modality,actors,dates');
    assert.deepEqual(
      rows.map(({ excerpt }) => excerpt),
      excerpts.map(({ id }) => id),
    );
  });

  it('finds each claim at its place', () => {
    for (const { excerpt, row } of pairs) {
      assert.deepEqual([excerpt.source, excerpt.locator], [row.source, row.locator], excerpt.id);
    }
  });

  it('finds the same dates', () => {
    for (const { excerpt, row } of pairs) {
      const dates = excerpt.dates.map(({ start, end }) => (end ? `${start}/${end}` : start));
      assert.deepEqual([...dates].sort(), [...row.dates].sort(), excerpt.id);
    }
  });

  it('finds no actor that the pack passes over', () => {
    for (const { excerpt, row } of pairs) {
      const missing = row.actors.filter((actor) => !isNamed(actor, excerpt));
      assert.deepEqual(missing, [], excerpt.id);
    }
  });

  it('finds no claim more certain in the pack than in its source', () => {
    for (const { excerpt, row } of pairs) {
      const shown = SHOWN[row.modality];
      assert.ok(shown, `${excerpt.id}: ${row.modality} is no modality`);
      assert.match(excerpt.text, shown, `${excerpt.id}: ${row.modality}`);
    }
  });

  it('finds no claim less certain either', () => {
    for (const { excerpt, row } of pairs.filter((pair) => pair.row.modality === 'states')) {
      assert.doesNotMatch(excerpt.text, HEDGE, row.excerpt);
    }
  });
});
