import assert from 'node:assert/strict';
import { decodeText } from '../../../../src/core/text/readText';
import { encodeText, encodeUtf16 } from '../../../support/encodeText';

const LANGUAGES: Readonly<Record<string, string>> = {
  Korean:
    '항만 위원회는 서쪽 방파제의 등불을 올해 두 번 세었고, 매번 작년보다 적다는 것을 알게 되었다. ' +
    '기름은 여객선에 팔렸으며, 그 선장들은 어둠이 자신들에게 어울린다고 말했다.',
  Japanese:
    '港湾局は今年、西の防波堤の灯りを二度数えたが、そのたびに前の年より少なかった。' +
    '油は渡し船に売られ、船長たちは暗いほうがよいと話していた。ランプの費用は町が払う。',
  'Simplified Chinese':
    '港务局今年两次清点了西防波堤的灯，每次都发现比前一年少。油被卖给了渡轮，船长们说黑暗很适合他们。' +
    '没有人知道冬天由谁来支付灯的费用。',
  'Traditional Chinese':
    '港務局今年兩次清點了西防波堤的燈，每次都發現比前一年少。油被賣給了渡輪，船長們說黑暗很適合他們。' +
    '沒有人知道冬天由誰來支付燈的費用。',
  Russian:
    'Управление порта дважды пересчитало фонари на западном молу и каждый раз находило их меньше, ' +
    'чем годом раньше. Масло продали паромам, а капитаны сказали, что темнота им по душе.',
  Polish:
    'Zarząd portu dwa razy policzył w tym roku latarnie na zachodnim molo i za każdym razem było ich ' +
    'mniej niż przedtem. Olej sprzedano promom, które płaciły z góry, a nikt się temu nie sprzeciwił.',
  Czech:
    'Správa přístavu letos dvakrát spočítala světla na západním molu a pokaždé jich našla méně než ' +
    'předtím. Olej prodali přívozům, které platily dopředu, a nikdo proti tomu nic nenamítal.',
  Hungarian:
    'A kikötő igazgatósága idén kétszer számolta meg a nyugati móló lámpáit, és mindig kevesebbet ' +
    'talált, mint előtte. Az olajat a kompoknak adták el, amelyek előre fizettek érte.',
  Greek:
    'Η διοίκηση του λιμανιού μέτρησε φέτος δύο φορές τα φώτα στον δυτικό μόλο και κάθε φορά βρήκε ' +
    'λιγότερα από πριν. Το λάδι πουλήθηκε στα πλοία, που πλήρωσαν από πριν.',
  German:
    'Die Hafenbehörde zählte dieses Jahr zweimal die Lichter auf der westlichen Mole und fand jedes ' +
    'Mal weniger als zuvor. Das Öl ging an die Fähren, die im Voraus zahlten; dafür dankte niemand.',
  French:
    'La capitainerie a compté deux fois cette année les lumières du môle occidental, et chaque fois ' +
    'elle en a trouvé moins qu’auparavant. L’huile a été vendue aux bacs, payée à l’avance.',
  English:
    'The “board” has counted its lamps twice this year – and found fewer each time. Nobody’s oil was ' +
    'left for the winter… The ferries paid in advance.',
};

/** Which languages an encoding is asked about. */
const ENCODED: readonly (readonly [string, ...string[]])[] = [
  ['euc-kr', 'Korean'],
  ['euc-jp', 'Japanese'],
  ['shift_jis', 'Japanese'],
  ['gb18030', 'Simplified Chinese'],
  ['big5', 'Traditional Chinese'],
  ['koi8-r', 'Russian'],
  ['windows-1251', 'Russian'],
  ['windows-1250', 'Polish', 'Czech', 'Hungarian'],
  ['iso-8859-2', 'Polish', 'Czech', 'Hungarian'],
  ['windows-1253', 'Greek'],
  ['windows-1252', 'German', 'French', 'English'],
  ['macintosh', 'German', 'French', 'English'],
];

describe('detecting an encoding', () => {
  for (const [encoding, ...languages] of ENCODED) {
    for (const language of languages) {
      const text = LANGUAGES[language] ?? '';

      it(`is sure of ${language} in ${encoding}`, async () => {
        const read = await decodeText(encodeText(text, encoding));
        assert.deepEqual([read.text, read.isEncodingUncertain], [text, undefined]);
      });

      it(`is right or unsure of any forty bytes of ${language} in ${encoding}`, async () => {
        const words = Array.from(text);
        for (let at = 0; at < words.length - 20; at += 7) {
          let part = words.slice(at, at + 40).join('');
          while (encodeText(part, encoding).length > 40) {
            part = Array.from(part).slice(0, -1).join('');
          }
          const read = await decodeText(encodeText(part, encoding));
          const shown = `${part} is ${read.text} in ${read.encoding}`;
          assert.ok(read.text === part || read.isEncodingUncertain, shown);
        }
      });
    }
  }

  for (const language of ['Korean', 'Japanese', 'Simplified Chinese', 'Russian', 'English']) {
    it(`knows ${language} in UTF-16 without a mark`, async () => {
      const text = LANGUAGES[language] ?? '';
      for (const [encoding, littleEndian] of [
        ['UTF-16LE', true],
        ['UTF-16BE', false],
      ] as const) {
        assert.deepEqual(await decodeText(encodeUtf16(text, littleEndian)), { text, encoding });
      }
    });
  }

  const around = (name: string): string =>
    `The board has counted its lamps twice this year, says ${name}, and found fewer each time.`;
  for (const [encoding, ...names] of [
    ['windows-1252', 'Jørgen', 'García', 'Müller', 'São Paulo'],
    ['windows-1250', 'Dvořák', 'Wałęsa', 'Milošević'],
    ['windows-1254', 'Erdoğan', 'Şahin'],
    ['windows-1251', 'Иванов', 'и'],
    ['koi8-r', 'Вестник'],
    ['macintosh', 'José', 'Müller'],
    ['euc-kr', '외교부'],
    ['euc-jp', '外務省'],
    ['shift_jis', '防衛白書'],
    ['gb18030', '外交部'],
    ['big5', '外交部'],
  ] as const) {
    it(`is right or unsure of names in English in ${encoding}`, async () => {
      for (const name of names) {
        const read = await decodeText(encodeText(around(name), encoding));
        const isRight = read.text === around(name);
        assert.ok(isRight || read.isEncodingUncertain, `${name}: ${read.text} in ${read.encoding}`);
      }
    });
  }

  it('takes valid UTF-8 for that, whatever is declared', async () => {
    const text = LANGUAGES['Simplified Chinese'] ?? '';
    const read = await decodeText(new TextEncoder().encode(text), { declared: 'gb2312' });
    assert.deepEqual(read, { text, encoding: 'UTF-8' });
  });

  it('believes a declaration that the bytes do not belie', async () => {
    const bytes = encodeText('Dvořák', 'iso-8859-2');
    const read = await decodeText(bytes, { declared: 'ISO-8859-2' });
    assert.deepEqual(read, { text: 'Dvořák', encoding: 'iso-8859-2' });
    const korean = LANGUAGES.Korean ?? '';
    const belied = await decodeText(encodeText(korean, 'euc-kr'), { declared: 'shift_jis' });
    assert.deepEqual(belied, { text: korean, encoding: 'euc-kr' });
  });

  it('does as the user says', async () => {
    const bytes = new TextEncoder().encode('Müller');
    const read = await decodeText(bytes, { chosen: 'windows-1252' });
    assert.deepEqual(read, { text: 'MÃ¼ller', encoding: 'windows-1252' });
  });

  it('knows Japanese mail', async () => {
    const bytes = Uint8Array.of(0x1b, 0x24, 0x42, 0x45, 0x74, 0x1b, 0x28, 0x42, 0x21);
    assert.deepEqual(await decodeText(bytes), { text: '灯!', encoding: 'iso-2022-jp' });
  });
});
