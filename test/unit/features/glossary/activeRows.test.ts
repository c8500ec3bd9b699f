import assert from 'node:assert/strict';
import { parseGlossary } from '../../../../src/core/glossary/parse';
import { activeRows } from '../../../../src/features/glossary/activeRows';
import { glossaryChoices } from '../../../../src/features/glossary/glossaryChoices';
import type { LoadedGlossary, Relation } from '../../../../src/workspace/glossaries/glossaries';
import { english } from '../../../support/localizer';

const uriOf = (path: string) =>
  ({ path: `/${path}`, toString: () => `file:///${path}` }) as LoadedGlossary['uri'];

/** A glossary with a context for each of `names`, each with a term. */
function glossary(path: string, names: readonly string[], paths: readonly string[] = []) {
  const contexts = names.map((name) => ({ name, paths, terms: [{ name: `Lamp of ${name}` }] }));
  const parsed = parseGlossary(JSON.stringify({ contexts }));
  const loaded: LoadedGlossary = {
    uri: uriOf(path),
    path,
    glossary: parsed,
    contexts: parsed.contexts.map((context) => ({
      uri: uriOf(path),
      context,
      label: context.name ?? '',
      terms: [],
    })),
    problems: parsed.problems,
  };
  return loaded;
}

function relations(loaded: LoadedGlossary, reason: Relation['reason']): readonly Relation[] {
  const isActive = ['named', 'folder', 'workspace'].includes(reason);
  return loaded.contexts.map((context) => ({ glossary: loaded, context, reason, isActive }));
}

/** The rows as lines, a heading with a dash before it. */
function shown(all: readonly Relation[], glossaries: readonly LoadedGlossary[] = []) {
  return activeRows(glossaryChoices(all, glossaries, english), english).map((row) =>
    row.kind === 'heading' ? `- ${row.label}` : `${row.label}: ${row.description ?? row.detail}`,
  );
}

describe('the glossaries of a note', () => {
  it('are told with why they hold and why not, the library last among those that do', () => {
    const named = glossary('notes/harbour.glossary.yml', ['Harbour', 'Quay']);
    assert.deepEqual(
      shown([
        ...relations(named, 'named'),
        ...relations(glossary('notes/nato/a.glossary.yml', ['A']), 'folder'),
        ...relations(glossary('team.glossary.yml', ['Team']), 'folder'),
        ...relations(glossary('new.glossary.yml', ['New']), 'workspace'),
        ...relations(glossary('town/b.glossary.yml', ['Town']), 'elsewhere'),
        ...relations(glossary('c.glossary.yml', ['Sea'], ['sea/**', 'coast']), 'paths'),
      ]),
      [
        'Harbour: named in the front matter',
        'Quay: named in the front matter',
        'A: in the folder notes/nato/',
        'Team: in the workspace folder',
        'New: in the workspace folder',
        'IP4 Desk library: in every note',
        '- Do not apply here',
        'Town: only in the folder town/',
        'Sea: only in sea/**, coast',
      ],
    );
  });

  it('are told when they have no terms, or cannot be read', () => {
    const broken = { ...glossary('a/broken.glossary.yml', []), ...parsedProblems('contexts: "x') };
    assert.deepEqual(shown([], [glossary('empty.glossary.yml', []), broken]), [
      'IP4 Desk library: in every note',
      '- Do not apply here',
      'empty.glossary.yml: has no terms yet',
      'broken.glossary.yml: cannot be read',
    ]);
  });

  it('are offered to be made where there are none', () => {
    assert.deepEqual(shown([]), [
      'IP4 Desk library: in every note',
      'Create Glossary…: You have no glossaries of your own yet.',
    ]);
  });

  it('are each there once, with their number in the file that they stand in', () => {
    const shared = glossary('shared.glossary.yml', ['One', 'Two']);
    const importing = glossary('team.glossary.yml', ['Team']);
    const both = { ...importing, contexts: [...importing.contexts, ...shared.contexts] };
    const choices = glossaryChoices(
      [...relations(both, 'folder'), ...relations(shared, 'elsewhere')],
      [both, shared],
      english,
    );
    assert.deepEqual(
      choices.map(({ label, context, detail, isActive }) => [label, context, detail, isActive]),
      [
        ['Team', 0, 'team.glossary.yml', true],
        ['One', 0, 'imported by team.glossary.yml', true],
        ['Two', 1, 'imported by team.glossary.yml', true],
      ],
    );
  });
});

function parsedProblems(text: string): Pick<LoadedGlossary, 'problems'> {
  return { problems: parseGlossary(text).problems };
}
