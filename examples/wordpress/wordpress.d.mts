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

/** Starts a WordPress in `folder`, with the plugin of the file `zip` installed and active. */
export function startWordPress(folder: string, zip: string, port?: number): Promise<WordPress>;

/** The plugin in dist/, which the build makes. */
export function builtPlugin(): string;
