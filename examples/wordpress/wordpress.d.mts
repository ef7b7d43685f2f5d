/** Who can log in. */
export const login: { readonly user: string; readonly password: string };

export interface WordPress {
  readonly url: string;
  /** Opens the post in the editor, logged in. */
  readonly editor: string;
  /** Its id. */
  readonly post: number;
  /** What a script of this folder prints, which is run beside the server. */
  php(script: string, ...args: string[]): unknown;
  close(): Promise<void>;
}

/**
 * Starts the WordPress of that name, with the plugin of the file `zip` installed and active. What was
 * written in it earlier is there, unless it is to be `fresh`. Without `port` it takes a free one.
 */
export function startWordPress(
  name: string,
  zip: string,
  options?: { readonly fresh?: boolean; readonly port?: number },
): Promise<WordPress>;

/** The plugin in dist/, which the build makes. */
export function builtPlugin(): string;
