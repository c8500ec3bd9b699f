/** What the core needs from outside. The host implements these over VS Code; tests pass in-memory ones. */

/** Reads files by a path relative to a root that the implementation knows. */
export interface FileStore {
  /** The file's bytes, decoded as UTF-8. Rejects when the file cannot be read. */
  readText(path: string): Promise<string>;
}

/** Where diagnostics for the developer go; the `Log` of the host is one. */
export interface Logger {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}
