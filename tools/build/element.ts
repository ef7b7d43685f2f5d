// What follows from the manifest of <source-light> (web/package/custom-elements.json, Custom Elements
// Manifest 2.1.0): the tables of docs/widget.md and the types of examples/react and examples/vue.
// `./dev element` says which are not as it has them, --write writes them.
// tests/package/manifest.test.ts holds it, and the manifest to the element.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClassMethod, CustomElementDeclaration, CustomElementField, Package } from 'custom-elements-manifest';
import { root } from './package.ts';

export const manifestPath = join(root, 'web/package/custom-elements.json');

/** The manifest's only element; throws where there is none. */
export function readElement(text = readFileSync(manifestPath, 'utf8')): CustomElementDeclaration {
  const { modules } = JSON.parse(text) as Package;
  for (const declaration of modules.flatMap(({ declarations }) => declarations ?? [])) {
    if ('customElement' in declaration && declaration.kind === 'class') return declaration;
  }
  throw new Error(`${manifestPath} declares no element`);
}

/** Properties that pages read and set. */
export const fieldsOf = ({ members = [] }: CustomElementDeclaration): CustomElementField[] =>
  members.filter((member): member is CustomElementField => member.kind === 'field');

export const methodsOf = ({ members = [] }: CustomElementDeclaration): ClassMethod[] =>
  members.filter((member): member is ClassMethod => member.kind === 'method');

const code = (text: string): string => `\`${text.replaceAll('|', '\\|')}\``;
const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly string[]): string =>
  [row(...head), row(...head.map(() => '---')), ...rows].join('\n');

/** "selectClaim(claim, attribution?)". */
const callOf = ({ name, parameters = [] }: ClassMethod): string =>
  `${name}(${parameters.map((one) => one.name + (one.optional ? '?' : '')).join(', ')})`;

/** The tables of docs/widget.md by their names there, in Markdown. */
export function tablesOf(element: CustomElementDeclaration): Readonly<Record<string, string>> {
  const { attributes = [], events = [], slots = [], cssParts = [], cssProperties = [] } = element;
  const described = ({ name, description = '' }: { name: string; description?: string }): string =>
    row(code(name), description);
  const settable = fieldsOf(element).filter(({ attribute }) => !attribute);
  return {
    attributes: table(['attribute', 'what it does'], attributes.map(described)),
    properties: table(
      ['property', 'type', 'what it is'],
      settable.map(({ name, type, readonly, description = '' }) =>
        row(code(name), `${code(type?.text ?? '')}${readonly ? ', read only' : ''}`, description),
      ),
    ),
    methods: table(
      ['method', 'what it does'],
      methodsOf(element).map((method) => row(code(callOf(method)), method.description ?? '')),
    ),
    events: table(
      ['event', 'type', 'when'],
      events.map(({ name, type, description = '' }) => row(code(name), code(type.text), description)),
    ),
    slots: table(['slot', 'what stands in it'], slots.map(({ name, description = '' }) => row(name ? code(name) : 'without a name', description))),
    properties_of_style: table(['property', 'of'], cssProperties.map(described)),
    parts: table(['part', 'what it is'], cssParts.map(described)),
  };
}

const begin = (name: string): string => `<!-- ${name}: ./dev element --write -->`;
const end = (name: string): string => `<!-- end of ${name} -->`;

/** `text` with the tables that it has places for as they should be; throws where one has no place. */
export function withTables(text: string, tables: Readonly<Record<string, string>>): string {
  return Object.entries(tables).reduce((before, [name, made]) => {
    const [from, to] = [before.indexOf(begin(name)), before.indexOf(end(name))];
    if (from < 0 || to < from) throw new Error(`docs/widget.md has no place for the table of ${name}`);
    return `${before.slice(0, from)}${begin(name)}\n${made}\n${before.slice(to)}`;
  }, text);
}

const plain = (description = ''): string => description.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/\s+/g, ' ');

/** The properties and attributes of the element as members of an interface. */
function propsOf(element: CustomElementDeclaration): string[] {
  const fields = fieldsOf(element).filter(({ readonly }) => !readonly);
  const known = new Set([...fields.map(({ name }) => name), 'lang']);
  const alone = (element.attributes ?? []).filter(({ name }) => !known.has(name));
  return [
    ...fields.flatMap(({ name, description }) => [`  /** ${plain(description)} */`, `  ${name}?: SourceLight['${name}'];`]),
    ...alone.flatMap(({ name, type, description }) => [`  /** ${plain(description)} */`, `  ${name}?: ${type?.text ?? 'string'};`]),
  ];
}

const made = [
  '// Made by `./dev element --write` from custom-elements.json of the package: properties, attributes and',
  '// events of <source-light>, for',
];

/** Types for JSX of React 19, which sets properties and hears events of elements by itself. */
export function reactTypes(element: CustomElementDeclaration): string {
  const heard = (element.events ?? []).flatMap(({ name, description }) => {
    const member = name.includes('-') ? `'on${name}'` : `on${name}`;
    return [`  /** ${plain(description)} */`, `  ${member}?: (event: SourceLightEvents['${name}']) => void;`];
  });
  return [
    made[0], `${made[1] ?? ''} JSX of React 19.`,
    "import type { DetailedHTMLProps, HTMLAttributes } from 'react';",
    "import type { SourceLight, SourceLightEvents } from 'sourcelight/element';",
    '',
    'export interface SourceLightProps {', ...propsOf(element), ...heard, '}',
    '',
    'type Usual = Omit<DetailedHTMLProps<HTMLAttributes<SourceLight>, SourceLight>, keyof SourceLightProps>;',
    '',
    "declare module 'react' {",
    '  namespace JSX {',
    '    interface IntrinsicElements {',
    `      '${element.tagName ?? ''}': Usual & SourceLightProps;`,
    '    }', '  }', '}', '',
  ].join('\n');
}

/** Types for templates of Vue 3, as its guide "Vue and Web Components" has them. */
export function vueTypes(element: CustomElementDeclaration): string {
  return [
    made[0], `${made[1] ?? ''} templates of Vue 3.`,
    "import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';",
    "import type { SourceLight, SourceLightEvents } from 'sourcelight/element';",
    '',
    'export interface SourceLightProps {', ...propsOf(element), '}',
    '',
    'type Usual = Omit<HTMLAttributes, keyof SourceLightProps> & PublicProps;',
    'type Emit = EmitFn<{ [Name in keyof SourceLightEvents]: (event: SourceLightEvents[Name]) => void }>;',
    '',
    "declare module 'vue' {",
    '  interface GlobalComponents {',
    `    '${element.tagName ?? ''}': new () => SourceLight & { $props: Usual & SourceLightProps; $emit: Emit };`,
    '  }', '}', '',
  ].join('\n');
}

/** The files that follow from the manifest, by their paths, as they should be. */
export function filesOf(element: CustomElementDeclaration): Readonly<Record<string, string>> {
  const guide = readFileSync(join(root, 'docs/widget.md'), 'utf8');
  return {
    'docs/widget.md': withTables(guide, tablesOf(element)),
    'examples/react/source-light.d.ts': reactTypes(element),
    'examples/vue/source-light.d.ts': vueTypes(element),
  };
}

/** Gives 1 where a file is not as it should be, and was not written. */
export async function main(options: string[]): Promise<number> {
  let stale = 0;
  for (const [path, text] of Object.entries(filesOf(readElement()))) {
    const file = join(root, path);
    if (readFileSync(file, 'utf8') === text) continue;
    if (options.includes('--write')) writeFileSync(file, text);
    else stale = 1;
    console.log(options.includes('--write') ? `${path} is written.` : `${path} is not as the manifest has it.`);
  }
  return stale;
}
