import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { root } from './lib/paths.mjs';

// Takes the pictures of the walkthrough and of the README, or shows all that is to be looked at; see
// `npm run pictures -- --help`.

const program = spawn(
  process.execPath,
  ['--import=tsx', 'test/pictures/main.ts', ...process.argv.slice(2)],
  { cwd: root, stdio: 'inherit' },
);
const [code] = await once(program, 'exit');
process.exitCode = code ?? 1;
