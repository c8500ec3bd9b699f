/** The address of a link that runs a command of ours, in HTML; the page has to be allowed to. */
export function commandAddress(command: string, args: readonly unknown[]): string {
  return args.length === 0
    ? `command:${command}`
    : `command:${command}?${encodeURIComponent(JSON.stringify(args))}`;
}
