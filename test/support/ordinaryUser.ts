import { chown } from 'node:fs/promises';
import { getegid, geteuid, platform, setegid, seteuid } from 'node:process';

/** The user and the group of nobody in particular. */
const NOBODY = 65534;

/** Whether files can be kept from this process by their permissions, be it as another user. */
export const HAS_PERMISSIONS = platform !== 'win32';

function isRoot(): boolean {
  return geteuid?.() === 0;
}

/** Gives files to the user as whom `asOrdinaryUser` does its work. */
export async function giveToOrdinaryUser(...paths: readonly string[]): Promise<void> {
  if (isRoot()) {
    for (const path of paths) {
      await chown(path, NOBODY, NOBODY);
    }
  }
}

/** Does some work as a user whom permissions hold back: root may read and write everything. */
export async function asOrdinaryUser<T>(work: () => Promise<T>): Promise<T> {
  if (!isRoot()) {
    return work();
  }
  const [user, group] = [geteuid?.() ?? 0, getegid?.() ?? 0];
  setegid?.(NOBODY);
  seteuid?.(NOBODY);
  try {
    return await work();
  } finally {
    seteuid?.(user);
    setegid?.(group);
  }
}
