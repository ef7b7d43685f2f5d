// The script of the WordPress plugin: a sidebar in the block editor, which marks the post while it
// is open. What reads and shows is fetched when it is opened first. tests/embed/wordpress hold it.
import type { HostOptions } from '../../host/index.ts';
import type { SourceLight } from '../../widget/source-light.ts';
import type { Component, WpWithSidebars } from './wp.ts';

declare global {
  interface Window {
    readonly wp?: WpWithSidebars;
    /** The newsroom's settings, as the plugin's PHP has them; "": none. */
    readonly sourcelightSettings?: string;
  }
}

const name = 'sourcelight';
const title = 'Sourcelight';

/** Adds the sidebar. */
export function registerSidebar(wp: WpWithSidebars, settings: string): void {
  const { createElement } = wp.element;
  const { PluginSidebar, PluginSidebarMoreMenuItem }: WpWithSidebars['editor'] = { ...wp.editPost, ...wp.editor };
  if (!PluginSidebar || !PluginSidebarMoreMenuItem) throw new Error('This WordPress has no sidebars for plugins.');
  const icon = makeIcon(wp);
  const Panel = makePanel(wp, settings);
  wp.plugins.registerPlugin(name, {
    icon,
    render: () => [
      createElement(PluginSidebarMoreMenuItem, { key: 'menu', target: name, icon }, title),
      createElement(PluginSidebar, { key: 'sidebar', name, title, icon }, createElement(Panel, null)),
    ],
  });
}

/** There while the sidebar is open: marks come with it, and go with it. */
function makePanel(wp: WpWithSidebars, settings: string): Component {
  const { createElement, useLayoutEffect, useRef, useState } = wp.element;
  return () => {
    const panel = useRef<SourceLight>(null);
    const [problem, setProblem] = useState('');
    useLayoutEffect(() => {
      const leaving = new AbortController();
      const onProblem = (reason: unknown): void => setProblem(reason instanceof Error ? reason.message : '');
      const language = document.documentElement.lang;
      attach(wp, { panel: panel.current, settings: settings || null, language, onProblem }, leaving.signal).catch(onProblem);
      return () => leaving.abort();
    }, []);
    return createElement(
      'div',
      { style: { padding: '12px' } },
      problem && createElement(wp.components.Notice, { status: 'warning', isDismissible: false }, problem),
      // Nothing is kept in the browser: who deletes the plugin has deleted all of it.
      createElement('source-light', { ref: panel, panel: '', manual: '', private: '' }),
    );
  };
}

async function attach(wp: WpWithSidebars, options: HostOptions, leaving: AbortSignal): Promise<void> {
  const [{ attachToBlockEditor }] = await Promise.all([import('./index.ts'), import('../../widget/index.ts')]);
  if (leaving.aborted) return;
  const attached = attachToBlockEditor(wp, options);
  leaving.addEventListener('abort', () => attached.destroy());
}

/** Quotation marks over a broken line, as on the page. */
function makeIcon({ element: { createElement } }: WpWithSidebars): unknown {
  return createElement(
    'svg',
    { viewBox: '0 0 32 32', width: 24, height: 24 },
    createElement('path', { d: 'M7 7h7v7l-3 5H7l2-5H7zm11 0h7v7l-3 5h-4l2-5h-2z' }),
    createElement('path', { d: 'M6 25h20', stroke: 'currentColor', strokeWidth: 3, strokeDasharray: '9 2.5' }),
  );
}

if (window.wp?.plugins) registerSidebar(window.wp, window.sourcelightSettings ?? '');
