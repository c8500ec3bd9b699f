import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../../scripts/lib/paths.mjs';

/** Names of doors: what starts a bundle calls them, so that several bundles have one each. */
const DOORS: ReadonlySet<string> = new Set(['activate', 'listen']);

/** What is being renamed; to be empty. */
const KNOWN: ReadonlySet<string> = new Set(['NoteCitation', 'footnotesOf']);

const DECLARATION =
  /^export (?:declare )?(?:abstract )?(?:async )?(?:class|function\*?|const|let|interface|type|enum) (\w+)/gm;

/** The names that a bound has in more files than one say neither what it bounds nor its unit. */
const VAGUE = /^(?:export )?const (?:LONGEST|DEEPEST|LARGEST|LIMIT|MOST)\b/gm;

const src = join(root, 'src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.includes('.generated.'))
  .map((name) => name.replaceAll('\\', '/'));

describe('names', () => {
  it('that are exported stand for one thing', () => {
    const places = new Map<string, Set<string>>();
    for (const file of files) {
      for (const [, name = ''] of readFileSync(join(src, file), 'utf8').matchAll(DECLARATION)) {
        places.set(name, (places.get(name) ?? new Set()).add(file));
      }
    }
    const twice = [...places]
      .filter(([name, where]) => where.size > 1 && !DOORS.has(name) && !KNOWN.has(name))
      .map(([name, where]) => `${name}: ${[...where].join(', ')}`);
    assert.deepEqual(twice, []);
  });

  it('of bounds say what is bounded', () => {
    const vague = files
      // The notes' own room is being rebuilt.
      .filter((file) => !file.startsWith('core/note/') && !file.endsWith('documentHead.ts'))
      .filter((file) => readFileSync(join(src, file), 'utf8').match(VAGUE) !== null);
    assert.deepEqual(vague, []);
  });
});
