/**
 * Asks `probe` again and again until it gives something other than `undefined` and `false`.
 * For what happens elsewhere and cannot be awaited; where there is an event, await the event.
 * @param what named in the error when it does not come about
 * @param timeout milliseconds after which it is given up
 */
export async function waitFor<T>(
  what: string,
  probe: () => T | Promise<T>,
  timeout = 30_000,
): Promise<Exclude<T, undefined | false>> {
  const deadline = Date.now() + timeout;
  for (;;) {
    const found = await probe();
    if (found !== undefined && found !== false) {
      return found as Exclude<T, undefined | false>;
    }
    if (Date.now() > deadline) {
      throw new Error(`Waited ${timeout} ms in vain for ${what}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
