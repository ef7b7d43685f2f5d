// The panels that show a page, each at the other end of a port. tests/extension hold it.
import { panelPort, type PageToPanel, type PanelToPage } from '../messages.ts';

export class Panels {
  readonly #ports = new Set<chrome.runtime.Port>();

  /** `first`: what a panel is told when it comes; `told`: what one of them wants. */
  constructor(first: () => readonly PageToPanel[], told: (message: PanelToPage) => void) {
    chrome.runtime.onConnect.addListener((port) => {
      if (port.name !== panelPort) return;
      this.#ports.add(port);
      port.onDisconnect.addListener(() => this.#ports.delete(port));
      port.onMessage.addListener(told);
      for (const message of first()) port.postMessage(message);
    });
  }

  get any(): boolean {
    return this.#ports.size > 0;
  }

  tell(message: PageToPanel): void {
    for (const port of this.#ports) port.postMessage(message);
  }
}
