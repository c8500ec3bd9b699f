import { nodeProcess } from '../worker/node';

/**
 * A key as the editor names it, such as "Ctrl+Enter" or "⌘Enter".
 * @param modifier the key that is held, by its name elsewhere than on a Mac
 */
export function keyLabel(
  modifier: 'Ctrl' | 'Alt' | 'Ctrl+Shift' | 'Ctrl+Alt',
  key: string,
): string {
  const mac = { Ctrl: '⌘', Alt: '⌥', 'Ctrl+Shift': '⇧⌘', 'Ctrl+Alt': '⌥⌘' };
  return nodeProcess()?.platform === 'darwin' ? `${mac[modifier]}${key}` : `${modifier}+${key}`;
}
