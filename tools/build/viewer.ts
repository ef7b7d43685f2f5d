// The module "virtual:viewer": the viewer of web/viewer as text, to be laid into a file of its own
// by web/viewer/share.ts. tests/web/build/share.test.ts holds it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin, type Rollup } from 'vite';
import { hashSource, quietScript } from './inline.ts';
import { provenance } from './provenance.ts';

const virtual = 'virtual:viewer';
let made: Promise<string> | null = null;

/** The viewer as JSON (ViewerText of web/viewer/text.ts), made once a build. */
export const viewerJson = (root: string): Promise<string> => (made ??= makeJson(root));

export function viewer(root: string): Plugin {
  let isServing = false;
  return {
    name: 'sourcelight:viewer',
    configResolved: ({ command }) => void (isServing = command === 'serve'),
    resolveId: (source) => (source === virtual ? `\0${virtual}` : null),
    async load(id) {
      if (id !== `\0${virtual}`) return null;
      return `export default ${await (isServing ? makeJson(root) : viewerJson(root))};`;
    },
  };
}

async function makeJson(root: string): Promise<string> {
  const result = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    plugins: [staysOut(), provenance(root, 'viewer')],
    build: {
      write: false,
      target: 'es2022',
      assetsInlineLimit: 0,
      modulePreload: false,
      rollupOptions: {
        input: join(root, 'web/viewer/viewer.ts'),
        output: { inlineDynamicImports: true },
      },
    },
  });
  const { output } = result as Rollup.RollupOutput;
  const style = output.find(({ fileName }) => fileName.endsWith('.css'));
  if (output.length !== 2 || style?.type !== 'asset') {
    throw new Error(`the viewer names files: ${output.map(({ fileName }) => fileName).join(', ')}`);
  }
  const script = quietScript(output[0].code);
  const css = String(style.source);
  const icon = readFileSync(join(root, 'web/page/icon.svg')).toString('base64');
  return JSON.stringify({
    script,
    css,
    icon: `data:image/svg+xml;base64,${icon}`,
    scriptHash: hashSource(script),
    cssHash: hashSource(css),
  });
}

/**
 * What stands alone opens no other files: of what the widget loads when needed it has only the words,
 * the report and what corrects.
 * `named`: those that stay out, where not all but the words do.
 */
export function staysOut(named?: RegExp): Plugin {
  const nothing = '\0nothing';
  return {
    name: 'sourcelight:stays-out',
    enforce: 'pre',
    resolveDynamicImport: (specifier) =>
      typeof specifier === 'string' && (named ? named.test(specifier) : !/^\.\/\w+\/index\.ts$|\/review\/correct\.ts$|\.\/report-view\.ts$/.test(specifier)) ? nothing : null,
    load: (id) => (id === nothing ? 'export {};' : null),
  };
}
