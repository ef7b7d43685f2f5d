// Real Firefox with the extension as a temporary add-on. What a reader does with the browser itself
// (button, sidebar) is done in the browser's own window, through Marionette.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { Marionette } from './marionette.ts';
import type { Net } from './net.ts';
import type { Run, Visitor } from './visitor.ts';

const prefs = {
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.allow_hijacking_localhost': true,
  'network.proxy.no_proxies_on': '',
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'datareporting.policy.dataSubmissionEnabled': false,
  'toolkit.telemetry.enabled': false,
  'app.update.disabledForTesting': true,
  'extensions.update.enabled': false,
  'extensions.background.idle.enabled': false,
  'browser.startup.page': 0,
  'browser.shell.checkDefaultBrowser': false,
  'dom.security.https_first': false,
};

/** At the head of what runs in the browser's own window. */
const extensionParts = `
  const { ExtensionParent } = ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs");
  const parts = ExtensionParent.apiManager.global;
  const policy = WebExtensionPolicy.getByID(arguments[0].addon);
  const extension = policy.extension;
  const action = parts.browserActionFor(extension);
  const given = arguments[0].given;
`;

export class Firefox implements Visitor {
  readonly name = 'Firefox';
  readonly net: Net;
  readonly #process: ChildProcess;
  readonly #profile: string;
  readonly #marionette: Marionette;
  readonly #addon: string;

  private constructor(net: Net, process: ChildProcess, profile: string, marionette: Marionette, addon: string) {
    this.net = net;
    this.#process = process;
    this.#profile = profile;
    this.#marionette = marionette;
    this.#addon = addon;
  }

  static async start(path: string, net: Net): Promise<Firefox> {
    const profile = mkdtempSync(join(tmpdir(), 'sourcelight-firefox-'));
    const port = await freePort();
    const all = { ...prefs, 'marionette.port': port, 'network.proxy.http_port': net.port, 'network.proxy.ssl_port': net.port };
    const lines = Object.entries(all).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`);
    writeFileSync(join(profile, 'user.js'), lines.join('\n'));
    const process_ = spawn(
      process.env['FIREFOX'] ?? '/usr/bin/firefox-esr',
      ['--headless', '--marionette', '--remote-allow-system-access', '--no-remote', '--profile', profile],
      { detached: true, stdio: 'ignore', env: { ...process.env, MOZ_HEADLESS_WIDTH: '1680', MOZ_HEADLESS_HEIGHT: '1050' } },
    );
    try {
      const marionette = await Marionette.connect(port);
      await marionette.send('WebDriver:NewSession', {});
      const { value } = (await marionette.send('Addon:Install', { path, temporary: true })) as { value: string };
      return new Firefox(net, process_, profile, marionette, value);
    } catch (reason) {
      end(process_);
      throw reason;
    }
  }

  async open(url: string): Promise<void> {
    await this.#marionette.send('WebDriver:Navigate', { url });
  }

  readonly run: Run = (run, given) => this.#script(`return (${run})(arguments[0])`, given);

  async press(): Promise<void> {
    await this.inBrowser('await action.triggerAction(window);');
  }

  button(): Promise<{ text: string; title: string }> {
    return this.inBrowser(`
      const get = (name) => action.action.getProperty(gBrowser.selectedTab, name);
      return { text: get("badgeText") ?? "", title: get("title") };`);
  }

  async click(x: number, y: number): Promise<void> {
    const id = 'mouse';
    const actions = [
      { type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 0, origin: 'viewport' },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ];
    await this.#marionette.send('WebDriver:PerformActions', {
      actions: [{ type: 'pointer', id, parameters: { pointerType: 'mouse' }, actions }],
    });
  }

  async key(name: 'Escape'): Promise<void> {
    const value = { Escape: '\uE00C' }[name];
    const actions = [{ type: 'keyDown', value }, { type: 'keyUp', value }];
    await this.#marionette.send('WebDriver:PerformActions', { actions: [{ type: 'key', id: 'keys', actions }] });
  }

  /** The number the extension knows the tab by. */
  tabId(): Promise<number> {
    return this.inBrowser('return parts.tabTracker.getId(gBrowser.selectedTab);');
  }

  // The sidebar's page runs in the extension's process, where a frame script reaches it.
  readonly inPanel: Run = (run, given) =>
    this.inBrowser(`
      for (let waited = 0; !SidebarController.isOpen && waited < 5000; waited += 50) {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      const panel = SidebarController.browser.contentDocument.getElementById("webext-panels-browser");
      const manager = panel.messageManager;
      const answer = new Promise((resolve) => {
        manager.addMessageListener("panel-answers", function hear({ data }) {
          manager.removeMessageListener("panel-answers", hear);
          resolve(data);
        });
      });
      manager.loadFrameScript("data:," + encodeURIComponent(given), false);
      const { value, problem } = await answer;
      if (problem) throw new Error(problem);
      return value;`, `
      (async () => {
        const answer = {};
        try {
          const box = Components.utils.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
          const json = await Components.utils.evalInSandbox(
            ${JSON.stringify(`(async () => JSON.stringify(await (${run})(${JSON.stringify(given)})))()`)}, box);
          answer.value = json === undefined ? undefined : JSON.parse(json);
        } catch (reason) {
          answer.problem = String(reason);
        }
        sendAsyncMessage("panel-answers", answer);
      })();`);

  async closePanel(): Promise<void> {
    const before = await this.run(() => innerWidth, null);
    const wasOpen = await this.inBrowser('const wasOpen = SidebarController.isOpen; SidebarController.hide(); return wasOpen;');
    // The page takes the room that it left, and its words move.
    if (wasOpen) await vi.waitUntil(async () => (await this.run(() => innerWidth, null)) > before, 5_000);
  }

  async stopBackground(): Promise<void> {
    await this.inBrowser('await extension.terminateBackground({ ignoreDevToolsAttached: true });');
  }

  async inExtension<Given, Gives>(path: string, run: (given: Given) => Gives | Promise<Gives>, given: Given): Promise<Gives> {
    const before = await this.#handles();
    const home = await this.#value('WebDriver:GetWindowHandle');
    await this.inBrowser(`
      const url = "moz-extension://" + policy.mozExtensionHostname + "/" + given;
      const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal();
      gBrowser.addTab(url, { triggeringPrincipal });`, path);
    const handle = (await this.#handles()).find((one) => !before.includes(one));
    await this.#marionette.send('WebDriver:SwitchToWindow', { handle, focus: false });
    try {
      // The tab's first, empty page may go away under the question.
      const isThere = (): Promise<boolean> => this.#script<boolean>(
        'return location.protocol === "moz-extension:" && document.readyState === "complete"', null).catch(() => false);
      await vi.waitUntil(isThere, { timeout: 15_000, interval: 20 });
      return await this.#script<Gives>(`return (${run})(arguments[0])`, given);
    } finally {
      await this.#marionette.send('WebDriver:CloseWindow');
      await this.#marionette.send('WebDriver:SwitchToWindow', { handle: home });
    }
  }

  commands(): Promise<Readonly<Record<string, string>>> {
    return this.inBrowser(`
      const commands = await extension.shortcuts.commands;
      return Object.fromEntries([...commands].map(([name, { shortcut }]) => [name, shortcut ?? ""]));`);
  }

  /** Runs `script` in the browser's own window, with `given`, `extension` and its `action` at hand. */
  async inBrowser<Gives>(script: string, given: unknown = null): Promise<Gives> {
    await this.#marionette.send('Marionette:SetContext', { value: 'chrome' });
    try {
      const whole = `return (async (...args) => { ${extensionParts} ${script} })(...arguments)`.replaceAll('arguments[0].', 'args[0].');
      return (await this.#value('WebDriver:ExecuteScript', { script: whole, args: [{ addon: this.#addon, given }] })) as Gives;
    } finally {
      await this.#marionette.send('Marionette:SetContext', { value: 'content' });
    }
  }

  async close(): Promise<void> {
    await this.#marionette.send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => {});
    this.#marionette.close();
    const gone = new Promise((resolve) => this.#process.once('exit', resolve));
    const late = setTimeout(() => end(this.#process), 5_000);
    if (this.#process.exitCode === null) await gone;
    clearTimeout(late);
    rmSync(this.#profile, { recursive: true, force: true });
  }

  // sandbox null: the page's own objects, not Firefox's views of them.
  #script<Gives>(script: string, given: unknown): Promise<Gives> {
    return this.#value('WebDriver:ExecuteScript', { script, args: [given], sandbox: null }) as Promise<Gives>;
  }

  async #handles(): Promise<readonly string[]> {
    return (await this.#marionette.send('WebDriver:GetWindowHandles')) as string[];
  }

  async #value(command: string, parameters: object = {}): Promise<unknown> {
    return ((await this.#marionette.send(command, parameters)) as { value: unknown }).value;
  }
}

function end({ pid }: ChildProcess): void {
  try {
    if (pid) process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
