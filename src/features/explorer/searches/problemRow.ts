import type { Localizer } from '../../../core/localizer';
import type { SearchProblem } from '../../../core/search/savedSearches';
import type { NodeSpec } from '../../../host/tree/treeNode';
import type { SearchList } from '../../../workspace/searches/savedSearches';

/** What of a file is left out, and what to do about it. */
export function problemRow(list: SearchList, l10n: Localizer): readonly NodeSpec[] {
  const { problems, failure, file } = list;
  if (problems.length === 0 && failure === undefined) {
    return [];
  }
  const label =
    problems.some(({ kind }) => kind !== 'search') || failure !== undefined
      ? l10n.t('The file of saved searches cannot be read')
      : problems.length === 1
        ? l10n.t('1 search is left out')
        : l10n.t('{0} searches are left out', problems.length);
  const name = file?.path.split('/').slice(-2).join('/') ?? '';
  const told =
    failure === undefined
      ? problems.slice(0, MOST_TOLD).map((one) => problemText(one, l10n))
      : [failure];
  return [
    {
      key: 'problems',
      label,
      description: name,
      icon: 'warning',
      iconColor: 'list.warningForeground',
      spoken: [label, name, told[0]].filter(Boolean).join(', '),
      context: [],
      ...(file && { opens: { uri: file, range: undefined } }),
      tooltip: () => [name, ...told].filter((text) => text !== ''),
    },
  ];
}

const MOST_TOLD = 10;

function problemText(problem: SearchProblem, l10n: Localizer): string {
  switch (problem.kind) {
    case 'syntax':
      return l10n.t(
        'Line {0}, column {1}: write {2} there.',
        problem.line,
        problem.column,
        problem.expected,
      );
    case 'list':
      return l10n.t('Write an object with a list of searches: {0}', '{"searches": []}');
    case 'search': {
      const place = `searches[${problem.at}]${problem.field === undefined ? '' : `.${problem.field}`}`;
      switch (problem.why) {
        case 'type':
          return problem.field === undefined
            ? l10n.t('{0} is no object. Write {1}.', place, '{"name": "…", "query": "…"}')
            : l10n.t('{0} is missing or no text. Write it in double quotation marks.', place);
        case 'empty':
          return l10n.t('{0} is empty. Fill it in, or remove the search.', place);
        case 'long':
          return l10n.t('{0} is too long. Shorten it.', place);
      }
    }
  }
}
