import assert from 'node:assert/strict';
import { joinLines, WordCounts } from '../../../../../src/core/library/formats/joinLines';

/** Lines as the paragraph that they were, in a text that has other lines as well. */
function joined(lines: readonly string[], ...others: readonly (readonly string[])[]): string {
  const words = new WordCounts();
  const broken = [lines, ...others].map((of) => of.map((text) => ({ text, endsSoft: false })));
  broken.forEach((of) => words.add(of));
  return joinLines(broken[0] ?? [], words);
}

describe('the end of a line within a word', () => {
  it('keeps its hyphen where the text has the compound, or a form of it, and not the word in one', () => {
    const lines = ['They spoke of co-', 'operation at sea.'];
    assert.equal(joined(lines), 'They spoke of cooperation at sea.');
    assert.equal(
      joined(lines, ['Our co-operation went on.']),
      'They spoke of co-operation at sea.',
    );
    assert.equal(joined(lines, ['A co-operative was made.']), 'They spoke of co-operation at sea.');
    assert.equal(
      joined(lines, ['A co-operative was made.'], ['Cooperation went on.']),
      'They spoke of cooperation at sea.',
    );
    assert.equal(
      joined(lines, ['A co-operative cooperates.']),
      'They spoke of cooperation at sea.',
    );
  });

  it('may have the sign for negation for its hyphen', () => {
    assert.equal(joined(['Die Sicher\u00ac', 'heit des Hafens']), 'Die Sicherheit des Hafens');
    assert.equal(joined(['p \u00ac', 'q and x\u00ac', 'Y']), 'p \u00ac q and x\u00ac Y');
  });
});

describe('the end of a line in Korean', () => {
  it('is within a word where the text has the word elsewhere, or two words where it has those', () => {
    const lines = ['등대지기는 남은 기', '름을 장부에 적는다.'];
    assert.equal(joined(lines), '등대지기는 남은 기 름을 장부에 적는다.');
    assert.equal(
      joined(lines, ['배가 기름을 싣고 온다.']),
      '등대지기는 남은 기름을 장부에 적는다.',
    );
    assert.equal(
      joined(['정부는 협력', '강화를 밝혔다.'], ['두 협력 강화를 함께 한다.']),
      '정부는 협력 강화를 밝혔다.',
    );
  });

  it('is within a word before what never stands alone, and where lines break words', () => {
    const lines = [
      '등대지기는 매일 밤 기름',
      '을 장부에 적는다. 어',
      '부가 온 날에는 종을 울린다.',
    ];
    const text = '등대지기는 매일 밤 기름을 장부에 적는다. 어부가 온 날에는 종을 울린다.';
    assert.equal(joined(lines), text);
    assert.equal(joined(['그들은 NATO', '와의 일을 말한다.']), '그들은 NATO와의 일을 말한다.');
    assert.equal(joined(['그들은 NATO', '가 온다고', '한다.']), '그들은 NATO가 온다고 한다.');
  });

  it('stands between words where lines break nowhere else', () => {
    const lines = [
      '등대지기는 매일 밤',
      '남은 기름을 장부에',
      '적는다. 안개가 낀',
      '날에는 종을 울린다.',
    ];
    assert.equal(joined(lines), lines.join(' '));
  });

  it('stands between sentences', () => {
    assert.equal(joined(['기름', '을 적는다.', '종을 울린다.']), '기름을 적는다. 종을 울린다.');
  });
});
