/**
 * Everything that a version has promised by a name: what settings, key bindings, open tabs and other
 * extensions may refer to. None of it may ever go.
 */
export interface Promises {
  readonly commands: readonly string[];
  /** Settings with what they accept, by their full ids. */
  readonly settings: Readonly<Record<string, SettingPromise>>;
  readonly views: readonly string[];
  readonly customEditors: readonly string[];
  readonly languages: readonly string[];
  readonly colors: readonly string[];
  readonly notebookRenderers: readonly string[];
}

/** What a setting accepts. */
export interface SettingPromise {
  readonly type: unknown;
  readonly enum?: readonly unknown[];
  readonly scope?: string;
}

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly configuration: Configuration | readonly Configuration[];
    readonly viewsContainers: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly customEditors: readonly { readonly viewType: string }[];
    readonly languages: readonly { readonly id: string }[];
    readonly colors: readonly { readonly id: string }[];
    readonly notebookRenderer: readonly { readonly id: string }[];
  };
}

interface Configuration {
  readonly properties: Readonly<Record<string, SettingPromise>>;
}

/** What a manifest promises. */
export function promisesOf(manifest: unknown): Promises {
  const { contributes } = manifest as Manifest;
  const settings = [contributes.configuration]
    .flat()
    .flatMap(({ properties }) => Object.entries(properties))
    .map(([id, { type, enum: values, scope }]): [string, SettingPromise] => [
      id,
      { type, ...(values && { enum: values }), ...(scope !== undefined && { scope }) },
    ]);
  return {
    commands: contributes.commands.map(({ command }) => command),
    settings: Object.fromEntries(settings),
    views: [contributes.viewsContainers, contributes.views].flatMap((places) =>
      Object.values(places).flatMap((list) => list.map(({ id }) => id)),
    ),
    customEditors: contributes.customEditors.map(({ viewType }) => viewType),
    languages: contributes.languages.map(({ id }) => id),
    colors: contributes.colors.map(({ id }) => id),
    notebookRenderers: contributes.notebookRenderer.map(({ id }) => id),
  };
}
