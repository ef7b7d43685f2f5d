// The little of WordPress's `wp` that is used here, by its shape: nothing of WordPress is imported,
// nor its types. tests/embed/wordpress hold it in a real WordPress.

/** What marking a post needs. */
export interface Wp {
  readonly data: {
    dispatch(store: 'core/block-editor'): { selectBlock(clientId: string, caret: null): unknown };
  };
}

export type Component = ((props: never) => unknown) | string;

/** What the sidebar is made with, besides. */
export interface WpWithSidebars extends Wp {
  readonly element: {
    createElement(type: Component, props: object | null, ...children: unknown[]): unknown;
    useLayoutEffect(effect: () => (() => void) | undefined, needs: readonly unknown[]): void;
    useRef<Value>(value: Value | null): { readonly current: Value | null };
    useState<Value>(value: Value): [Value, (value: Value) => void];
  };
  readonly components: { readonly Notice: Component };
  readonly plugins: {
    registerPlugin(name: string, settings: { render: () => unknown; icon: unknown }): unknown;
  };
  /** Since WordPress 6.6 sidebars are the editor's, before they were edit-post's. */
  readonly editor: Readonly<Record<string, Component>>;
  readonly editPost: Readonly<Record<string, Component>>;
}
