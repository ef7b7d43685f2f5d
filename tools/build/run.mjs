// Runs a tool that is written in TypeScript: node tools/build/run.mjs NAME [OPTION...] calls the
// function main() of tools/build/NAME.ts.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const [name, ...options] = process.argv.slice(2);
const file = fileURLToPath(new URL(`${name}.ts`, import.meta.url));
const { module } = await runnerImport(file, { configFile: false, logLevel: 'warn' });
process.exitCode = (await module.main(options)) ?? 0;
