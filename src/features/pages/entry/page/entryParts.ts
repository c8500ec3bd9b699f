import { entryTitle, type Catalog } from '../../../../core/packs/catalog';
import { pageOfEntry } from '../../../../core/packs/entryPage';
import { excerptsByRootTopic } from '../../../../core/packs/topicGroups';
import type { EntryKind, EntryTypes, Event, Excerpt, Partner, Topic } from '../../../../core/model';
import type { Localizer } from '../../../../core/localizer';
import {
  type PageBlock,
  inBrackets,
  joinedWords,
  link,
  list,
  phrase,
  textRun,
  proseList,
  section,
  type Words,
} from './pageModel';

/** Writes what pages of several kinds say of entries: links to them, lists of them. */
export class EntryParts {
  constructor(
    private readonly catalog: Catalog,
    private readonly l10n: Localizer,
  ) {}

  aliases(aliases: readonly string[] = []): Words {
    return phrase(this.l10n.t('Also: {0}'), textRun(aliases.join(', ')));
  }

  /** Topics with the topic above: "Practical cooperation › Cyber defence (likely)". */
  topics(ids: readonly string[]): readonly PageBlock[] {
    return list(
      this.existing('topic', ids).map((topic) => {
        const parent = this.catalog.get('topic', topic.parent ?? '');
        return joinedWords(
          [parent ? this.link('topic', parent) : [], this.topicLink(topic)],
          ' › ',
        );
      }),
    );
  }

  topicLink(topic: Topic): Words {
    return joinedWords(
      [this.link('topic', topic), inBrackets(textRun(topic.qualifier ?? ''))],
      ' ',
    );
  }

  /** @param partner whose page it is; what concerns it only as a member of a group is told apart */
  events(events: readonly Event[], partner?: Partner): readonly PageBlock[] {
    const { catalog, l10n } = this;
    return list(
      events.map((event) => {
        const isAsGroup = partner !== undefined && catalog.isAsGroup(event, partner.id);
        return joinedWords(
          [
            phrase(`{0}: {1}`, textRun(event.date.text), this.link('event', event)),
            isAsGroup ? inBrackets(textRun(l10n.t('as a group'))) : [],
          ],
          ' ',
        );
      }),
    );
  }

  /** Excerpts under the first-level topics that they belong to. */
  byTopic(title: string, all: readonly Excerpt[]): readonly PageBlock[] {
    return section(
      title,
      excerptsByRootTopic(this.catalog, all).flatMap(({ topic, excerpts }) =>
        section(
          topic ? topic.name : this.l10n.t('No topic'),
          list(excerpts.map((excerpt) => this.excerptLink(excerpt))),
          2,
        ),
      ),
    );
  }

  /** Excerpts with their text, so that a page reads as a whole. */
  digests(excerpts: readonly Excerpt[]): readonly PageBlock[] {
    return proseList(
      excerpts.map((excerpt) => ({
        words: this.excerptLink(excerpt),
        body: textRun(excerpt.text),
      })),
    );
  }

  excerptLink(excerpt: Excerpt): Words {
    return joinedWords([this.link('excerpt', excerpt), inBrackets(textRun(excerpt.locator))], ' ');
  }

  links(kind: EntryKind, ids: readonly string[]): readonly PageBlock[] {
    return list(this.existing(kind, ids).map((entry) => this.link(kind, entry)));
  }

  link<K extends EntryKind>(kind: K, entry: EntryTypes[K]): Words {
    return link(entryTitle(kind, entry), { kind: 'entry', page: pageOfEntry(kind, entry) });
  }

  existing<K extends EntryKind>(kind: K, ids: readonly string[]): readonly EntryTypes[K][] {
    return [...new Set(ids)]
      .map((id) => this.catalog.get(kind, id))
      .filter((entry) => entry !== undefined);
  }
}
