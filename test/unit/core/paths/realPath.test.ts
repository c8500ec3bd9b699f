import assert from 'node:assert/strict';
import fc from 'fast-check';
import { comparablePath, leadsBack, liesIn, liesInAny } from '../../../../src/core/paths/realPath';

const name = fc.stringMatching(/^[a-zA-Z0-9 ._é-]{1,8}$/).filter((one) => !/^\.{1,2}$/.test(one));
const path = fc.array(name, { minLength: 1, maxLength: 6 }).map((names) => `/${names.join('/')}`);

describe('real paths', () => {
  it('tells what lies in a folder from what lies beside it', () => {
    assert.ok(liesIn('/a/b', '/a/b'));
    assert.ok(liesIn('/a/b', '/a/b/c'));
    assert.ok(!liesIn('/a/b', '/a/bc'));
    assert.ok(!liesIn('/a/b', '/a'));
    assert.ok(!liesIn('/a/b', '/A/b/c'), 'letter case counts: real paths have one spelling');
    assert.ok(liesIn('/', '/etc/passwd'));
    assert.ok(liesInAny(['/x', '/a'], '/a/b') && !liesInAny([], '/a'));
  });

  it('compares the paths of Windows', () => {
    const windows = (one: string) => comparablePath(one, true);
    assert.equal(windows('C:\\Notes\\'), 'c:/Notes');
    assert.equal(windows('/c:/Notes'), 'c:/Notes');
    assert.equal(windows('\\\\?\\C:\\Notes'), 'c:/Notes');
    assert.equal(windows('\\\\?\\UNC\\server\\share\\x'), '//server/share/x');
    assert.equal(windows('\\\\server\\share\\x'), '//server/share/x');
    assert.ok(liesIn(windows('C:\\Notes'), windows('c:\\Notes\\sources')));
    assert.ok(!liesIn(windows('C:\\Notes'), windows('D:\\Notes\\sources')));
    assert.ok(liesIn(windows('C:\\'), windows('C:\\Windows')));
    assert.ok(!liesIn(windows('\\\\server\\share'), windows('\\\\server\\share2\\x')));
  });

  it('leaves the backslashes of other systems alone, where they are letters of names', () => {
    assert.equal(comparablePath('/a\\b/', false), '/a\\b');
    assert.equal(comparablePath('/', false), '/');
  });

  it('holds for all paths', () => {
    fc.assert(
      fc.property(path, path, name, (folder, other, child) => {
        assert.ok(liesIn(folder, `${folder}/${child}`));
        assert.ok(!liesIn(`${folder}/${child}`, folder));
        assert.ok(!liesIn(folder, `${folder}${child}`), 'a longer name is another name');
        assert.ok(liesIn('/', other));
        assert.equal(comparablePath(`${folder}//`, false), folder);
        // Two folders that lie in each other are one.
        assert.equal(liesIn(folder, other) && liesIn(other, folder), folder === other);
      }),
    );
  });

  it('finds links that lead back, however many there are in between', () => {
    assert.ok(leadsBack('/w', ['/w/sources']));
    assert.ok(leadsBack('/', ['/w/sources']));
    assert.ok(leadsBack('/w/a', ['/w/a', '/w/b']));
    assert.ok(!leadsBack('/w/c', ['/w/a', '/w/b']));
    assert.ok(!leadsBack('/w/sources/deeper', ['/w/sources']));
  });
});
