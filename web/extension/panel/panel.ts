// The panel beside a page: connects to the script in the tab that is looked at, follows to other tabs
// and pages, and shows what it knows. ?tab=ID stays with that tab. tests/extension hold it.
import { language, words } from '../words.ts';
import { onSettings, readSettings } from '../kept/settings.ts';
import { panelPort, refusedMark, type PageToPanel, type PanelToPage, type ToBackground, type ToPanel } from '../messages.ts';
import { PanelView } from './view.ts';

class Panel {
  readonly #view = new PanelView((message) => this.#port?.postMessage(message satisfies PanelToPage));
  readonly #fixed = Number(new URLSearchParams(location.search).get('tab')) || null;
  #window: number | null = null;
  #tab: number | null = null;
  #port: chrome.runtime.Port | null = null;

  async start(): Promise<void> {
    await this.#speak();
    onSettings(() => void this.#speak());
    chrome.runtime.onMessage.addListener((message: ToPanel | ToBackground, { tab }) => {
      if (message.type === 'here' && tab?.id === this.#tab) void this.#connect();
      if (message.type === 'refused' && message.tab === this.#tab) void this.#absent();
    });
    chrome.tabs.onUpdated.addListener((tab, { status }) => {
      if (tab === this.#tab && status === 'complete' && !this.#port) void this.#connect();
    });
    if (this.#fixed !== null) return this.#look(this.#fixed);
    const { id = chrome.windows.WINDOW_ID_CURRENT } = await chrome.windows.getCurrent();
    this.#window = id;
    chrome.tabs.onActivated.addListener(({ tabId, windowId }) => {
      if (windowId === this.#window) void this.#look(tabId);
    });
    const [tab] = await chrome.tabs.query({ active: true, windowId: id });
    if (tab?.id !== undefined) await this.#look(tab.id);
  }

  async #speak(): Promise<void> {
    const [catalogue, spoken, { statuses }] = await Promise.all([words(), language(), readSettings()]);
    this.#view.speak(catalogue.panel, spoken, statuses);
  }

  async #look(tab: number): Promise<void> {
    this.#tab = tab;
    const isPrivate = await chrome.tabs.get(tab).then(({ incognito }) => incognito, () => false);
    if (tab !== this.#tab) return;
    this.#view.isPrivate = isPrivate;
    await this.#connect();
  }

  async #connect(): Promise<void> {
    this.#port?.disconnect();
    this.#port = null;
    if (this.#tab === null) return;
    const port = chrome.tabs.connect(this.#tab, { name: panelPort, frameId: 0 });
    this.#port = port;
    port.onMessage.addListener((message: PageToPanel) => {
      if (port !== this.#port) return;
      if (message.type === 'page') this.#view.show(message.page);
      else this.#view.select(message.claim);
    });
    // The page has no script of ours, or was left for another.
    port.onDisconnect.addListener(() => {
      void chrome.runtime.lastError;
      if (port !== this.#port) return;
      this.#port = null;
      void this.#absent();
    });
  }

  /** There is nothing to be connected to: the button says why, if it was pressed. */
  async #absent(): Promise<void> {
    const tabId = this.#tab;
    if (tabId === null) return;
    const [text, title] = await Promise.all([chrome.action.getBadgeText({ tabId }), chrome.action.getTitle({ tabId })]).catch(() => ['', '']);
    if (tabId === this.#tab && !this.#port) this.#view.absent(text === refusedMark ? (title ?? null) : null);
  }
}

void new Panel().start();
