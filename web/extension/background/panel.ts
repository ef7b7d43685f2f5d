// Chromium has side panels, Firefox a sidebar. Both open only at once on a click, before anything is
// awaited.
interface Sidebar {
  open(): Promise<void>;
}

declare const browser: { readonly sidebarAction?: Sidebar } | undefined;

export function openPanel({ windowId }: chrome.tabs.Tab): void {
  const opening = 'sidePanel' in chrome
    ? chrome.sidePanel.open({ windowId })
    : typeof browser === 'undefined' ? undefined : browser.sidebarAction?.open();
  // Without it, the page's own card tells who says what.
  opening?.catch(() => {});
}
