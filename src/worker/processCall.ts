import type { MemoryLimits } from './messages';
import type { Environment, ForkOptions } from './node';

/** What is asked of a process to be ours: the first of its arguments. */
export const EXTRACTOR_ROLE = 'ip4-desk-extractor';

/** What is known of the process that forks. */
export interface ProcessFacts {
  readonly execPath: string;
  readonly env: Environment;
}

/** What `fork` is given besides the bundle. */
export interface ProcessCall {
  readonly args: readonly string[];
  readonly options: ForkOptions;
}

/**
 * How the extractor is started as a process of its own.
 * @param watch the path of the bundle that watches its memory
 * @throws Error where it cannot be told what program is running
 */
export function processCall(
  { execPath, env }: ProcessFacts,
  { memoryMB, heapMB }: MemoryLimits,
  watch: string,
): ProcessCall {
  if (execPath === '') {
    throw new Error('The program that is running has no path.');
  }
  return {
    args: [EXTRACTOR_ROLE, String(memoryMB), watch],
    options: {
      execPath,
      // Instead of our own arguments, among them those of a debugger that is attached.
      execArgv: [`--max-old-space-size=${heapMB}`],
      env: extractorEnvironment(env),
      serialization: 'advanced',
      // What it writes is read, or it would wait for that; libraries warn of much.
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      detached: false,
      windowsHide: true,
    },
  };
}

/**
 * The present environment without what would make the process another: Node's options and all that
 * the editor tells its own processes. On the desktop the program is Electron's, which is to be Node.
 */
function extractorEnvironment(env: Environment): Environment {
  // Names are the same in any case on Windows.
  const kept = Object.entries(env).filter(
    ([name]) => !/^(?:NODE_OPTIONS|ELECTRON_RUN_AS_NODE|VSCODE_.*)$/i.test(name),
  );
  return { ...Object.fromEntries(kept), ELECTRON_RUN_AS_NODE: '1' };
}
