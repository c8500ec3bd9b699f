import assert from 'node:assert/strict';
import { formatCitation } from '../../../../src/core/citation/plainCitation';
import type { Source, SourceId } from '../../../../src/core/model';

const source = (fields: Partial<Source>): Source => ({
  id: 'any' as SourceId,
  type: 'interview',
  label: 'Talk about partners',
  ...fields,
});

const issued = (...parts: number[][]): Source['issued'] & object => ({ 'date-parts': parts });
const galic = { family: 'Galic', given: 'Mirna' };
const doe = { family: 'Doe', given: 'Jane' };
const publisher = 'United States Institute of Peace';

describe('formatCitation', () => {
  const cases: readonly (readonly [fields: Partial<Source>, locator: string, expected: string])[] =
    [
      [
        { author: [galic], genre: 'question and answer', publisher, issued: issued([2024]) },
        '3.3',
        'Mirna Galic, question and answer, United States Institute of Peace, 2024, para. 3.3',
      ],
      [
        { author: [galic], title: 'NATO and the IP4', genre: 'interview', publisher },
        '3.3',
        'Mirna Galic, “NATO and the IP4,” interview, United States Institute of Peace, para. 3.3',
      ],
      [
        { author: [galic], interviewer: [doe], genre: 'interview', publisher },
        '',
        'Mirna Galic, interview by Jane Doe, United States Institute of Peace',
      ],
      [{ author: [galic] }, '', 'Mirna Galic, Talk about partners'],
      [
        {
          author: [
            { family: '山田', given: '太郎' },
            { family: 'Yamada', given: 'Hana' },
          ],
        },
        '',
        '山田太郎 and Hana Yamada, Talk about partners',
      ],
      [{}, '', 'Talk about partners'],
      [{ genre: 'interview' }, '2', 'Talk about partners, 2'],
      [
        {
          type: 'article-journal',
          author: [doe],
          title: 'Lamps',
          publisher: 'Pier Press',
          container: { title: 'Journal of Light', volume: '12', issue: '3', page: '45–67' },
          issued: issued([2021, 7]),
        },
        'p. 46',
        'Jane Doe, “Lamps,” Journal of Light 12, no. 3 (July 2021), p. 46',
      ],
      [
        {
          type: 'article-newspaper',
          title: 'Lamps',
          container: { title: 'The Tide' },
          issued: issued([2021, 7, 9]),
        },
        '',
        '“Lamps,” The Tide, July 9, 2021',
      ],
      [
        {
          type: 'chapter',
          title: 'Lamps',
          container: { title: 'Lights of the North', page: '1–9' },
          publisher: 'Pier Press',
          issued: issued([2020]),
        },
        '',
        '“Lamps,” in Lights of the North, Pier Press, 2020',
      ],
      [
        {
          type: 'chapter',
          author: [galic],
          title: 'Lamps',
          container: { title: 'Lights of the North' },
          editor: [doe, { family: 'Roe', given: 'Jo' }],
          edition: '2',
          issued: issued([2020]),
        },
        'p. 3',
        'Mirna Galic, “Lamps,” in Lights of the North, ed. Jane Doe and Jo Roe, 2nd ed., 2020, p. 3',
      ],
      [
        { type: 'chapter', title: 'Lamps', container: { title: 'Lights' }, editor: [doe] },
        '',
        '“Lamps,” in Lights, ed. Jane Doe',
      ],
      [
        { type: 'book', title: 'Lights of the North', editor: [doe], edition: '1' },
        '',
        'Jane Doe, ed., Lights of the North',
      ],
      [
        { type: 'book', title: 'Lights', editor: [doe, galic], edition: 'Revised edition' },
        '',
        'Jane Doe and Mirna Galic, eds., Lights, rev. ed.',
      ],
      [
        {
          type: 'book',
          title: 'Lights',
          author: [galic],
          editor: [doe],
          translator: [{ literal: 'Lamp Circle' }],
          edition: '12th ed.',
        },
        '',
        'Mirna Galic, Lights, ed. Jane Doe, trans. Lamp Circle, 12th ed.',
      ],
      [{ type: 'book', title: 'Lights', translator: [doe] }, '', 'Jane Doe, trans., Lights'],
      [
        {
          type: 'article-journal',
          title: 'Lamps',
          editor: [doe],
          container: { title: 'Journal of Light' },
        },
        '',
        '“Lamps,” Journal of Light',
      ],
      [
        { type: 'webpage', title: 'Lamps', container: { title: 'NATO' }, publisher: 'NATO' },
        '',
        '“Lamps,” NATO',
      ],
      [{ title: 'Alone' }, '', '“Alone”'],
      [{ title: 'Alone' }, '1.2', '“Alone,” para. 1.2'],
      [
        { type: 'report', title: 'Strategic Concept', author: [{ literal: 'NATO' }] },
        'p. 5',
        'NATO, Strategic Concept, p. 5',
      ],
      [
        {
          type: 'report',
          title: 'Annual Report',
          author: [{ literal: 'NATO' }],
          publisher: 'NATO',
        },
        '',
        'NATO, Annual Report',
      ],
      [{ author: [galic, doe] }, '', 'Mirna Galic and Jane Doe, Talk about partners'],
      [
        { author: [galic, doe, { family: 'Plato' }] },
        '',
        'Mirna Galic, Jane Doe, and Plato, Talk about partners',
      ],
      [
        { author: [galic, doe, { family: 'Plato' }, { literal: 'NATO' }] },
        '',
        'Mirna Galic et al., Talk about partners',
      ],
      [{ issued: issued([2024, 7]) }, '', 'Talk about partners, July 2024'],
      [{ issued: issued([2024, 7, 9]) }, '4', 'Talk about partners, July 9, 2024, 4'],
      [{ issued: issued([2009], [2016]) }, '', 'Talk about partners, 2009–2016'],
    ];
  for (const [fields, locator, expected] of cases) {
    it(expected, () => {
      assert.equal(formatCitation(source(fields), locator), expected);
    });
  }

  it('leaves out the place when there is none', () => {
    assert.equal(formatCitation(source({})), 'Talk about partners');
  });
});
