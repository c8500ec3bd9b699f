import type { Localizer } from '../../core/localizer';
import type { GlossaryChoice } from './glossaryChoices';

/** A row of the list of glossaries that hold in a note. */
export type ActiveRow =
  | { readonly kind: 'heading'; readonly label: string }
  | (RowText & { readonly kind: 'glossary'; readonly choice: GlossaryChoice })
  /** The shipped library. */
  | (RowText & { readonly kind: 'library' })
  /** Offered where the user has no glossary yet. */
  | (RowText & { readonly kind: 'create' });

interface RowText {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  /** The name of an icon of the editor. */
  readonly icon: string;
}

/** The glossaries that hold in a note, nearest first, the shipped library last; then those that do not. */
export function activeRows(
  choices: readonly GlossaryChoice[],
  localizer: Localizer,
): readonly ActiveRow[] {
  const row = (choice: GlossaryChoice): ActiveRow => {
    const { label, description, detail } = choice;
    return { kind: 'glossary', choice, label, description, detail, icon: 'book' };
  };
  const others = choices.filter(({ isActive }) => !isActive);
  return [
    ...choices.filter(({ isActive }) => isActive).map(row),
    {
      kind: 'library',
      label: localizer.t('IP4 Desk library'),
      description: localizer.t('in every note'),
      icon: 'library',
    },
    ...(others.length === 0
      ? []
      : [
          { kind: 'heading' as const, label: localizer.t('Do not apply here') },
          ...others.map(row),
        ]),
    ...(choices.length > 0
      ? []
      : [
          {
            kind: 'create' as const,
            label: localizer.t('Create Glossary…'),
            detail: localizer.t('You have no glossaries of your own yet.'),
            icon: 'new-file',
          },
        ]),
  ];
}
