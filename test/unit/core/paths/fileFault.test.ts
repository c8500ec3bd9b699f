import assert from 'node:assert/strict';
import {
  describeFault,
  explainFileError,
  remedyForFault,
} from '../../../../src/host/fileFaultText';
import { faultOf, type FileFault } from '../../../../src/core/paths/fileFault';
import { english } from '../../../support/localizer';

/** As the editor makes them: Node's own words, within words of its own or not. */
const ERRORS: readonly (readonly [code: string, message: string, fault: FileFault | undefined])[] =
  [
    ['ENOENT', "ENOENT: no such file or directory, open '/a'", 'gone'],
    ['FileNotFound', "Unable to read file '/a' (Error: …)", 'gone'],
    ['EACCES', "EACCES: permission denied, open '/a'", 'permission'],
    ['NoPermissions', "EPERM: operation not permitted, open '/a'", 'permission'],
    ['EISDIR', 'EISDIR: illegal operation on a directory, read', 'isFolder'],
    ['FileNotADirectory', "ENOTDIR: not a directory, scandir '/a'", 'notFolder'],
    ['Unknown', "EMFILE: too many open files, open '/a'", 'tooManyOpen'],
    [
      'Unknown',
      "Unable to write file '/a' (Unknown (FileSystemError): Error: ENOSPC: no space left on device, write)",
      'diskFull',
    ],
    ['Unknown', "EROFS: read-only file system, open '/a'", 'readOnly'],
    ['Unknown', "EBUSY: resource busy or locked, open '/a'", 'busy'],
    ['Unknown', "ENAMETOOLONG: name too long, open '/a'", 'nameTooLong'],
    ['Unavailable', 'The connection is closed.', 'unreachable'],
    ['Unknown', "Something about '/EACCES: a' went wrong", undefined],
    ['', 'Invalid PDF structure.', undefined],
  ];

describe('a fault of the file system', () => {
  for (const [code, message, fault] of ERRORS) {
    it(`is known from ${code || 'no code'} and “${message}”`, () => {
      const error = Object.assign(new Error(message), code === '' ? {} : { code });
      assert.equal(faultOf(error), fault);
      const told = explainFileError(error, 'read', english);
      assert.equal(told === message, fault === undefined);
      if (fault !== undefined) {
        for (const text of [
          told,
          describeFault(fault, 'write', english),
          remedyForFault(fault, english),
        ]) {
          // No path, no name that only programmers know.
          assert.match(text, /^[A-Z][^/]*\.$/);
          assert.doesNotMatch(text, /\bE[A-Z]{3,}\b/);
        }
      }
    });
  }

  it('is none of what is no error', () => {
    for (const thrown of [undefined, null, 'EACCES: x', { code: 'EACCES' }, 7]) {
      assert.equal(faultOf(thrown), undefined);
    }
  });
});
