// Lets the built page ask for the weights at once, by a link, and for the engine, by a small script that
// knows which of the two builds the browser can run (web/page/early.ts). tests/web/page/house.test.ts and
// tools/audit/usable.mjs hold it.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin, type Rollup } from 'vite';

export function early(root: string): Plugin {
  let isPage = false;
  return {
    name: 'sourcelight:early',
    apply: 'build',
    configResolved(config) {
      isPage = config.root === root;
    },
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const page = bundle['index.html'];
        if (!isPage || page?.type !== 'asset') return;
        const script = await makeScript(root, bundle);
        const hash = createHash('sha256').update(script).digest('hex').slice(0, 8);
        const fileName = `assets/early-${hash}.js`;
        this.emitFile({ type: 'asset', fileName, source: script });
        const tag = `<script async fetchpriority="high" src="./${fileName}"></script>`;
        const model = assetLike(bundle, join(root, 'core/models/en.slm'));
        const link = `<link rel="preload" as="fetch" crossorigin fetchpriority="low" href="${model}">`;
        const html = String(page.source);
        page.source = html.replace(
          /(\s*)<script type="module"/,
          (found, indent: string) => indent + tag + indent + link + found,
        );
        if (page.source === html) throw new Error('index.html has no script to stand before');
      },
    },
  };
}

async function makeScript(root: string, bundle: Rollup.OutputBundle): Promise<string> {
  const simd = assetLike(bundle, join(root, 'build/wasm/sourcelight.wasm'));
  const scalar = assetLike(bundle, join(root, 'build/wasm/scalar/sourcelight.wasm'));
  const result = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    define: { ENGINE_FILES: JSON.stringify({ simd, scalar }) },
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rollupOptions: { input: join(root, 'web/page/early.ts'), output: { format: 'iife' } },
    },
  });
  return (result as Rollup.RollupOutput).output[0].code;
}

function assetLike(bundle: Rollup.OutputBundle, path: string): string {
  const bytes = readFileSync(path);
  const found = Object.values(bundle).find(
    (file) => file.type === 'asset' && bytes.equals(Buffer.from(file.source)),
  );
  if (!found) throw new Error(`the page was built without ${path}`);
  return `./${found.fileName}`;
}
