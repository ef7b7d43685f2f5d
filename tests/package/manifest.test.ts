// The manifest of <source-light> names what the element has, and no more: attributes, properties, methods,
// events, slots, parts, custom properties; and what is made of it is as it should be. The element is looked
// at in the source and in Chromium.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import type { ClassMethod } from 'custom-elements-manifest';
import type { Browser, Page } from 'playwright-core';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fieldsOf, filesOf, manifestPath, methodsOf, readElement, withTables } from '../../tools/build/element.ts';
import { makePackage, packageFolder, root } from '../../tools/build/package.ts';
import { field } from '../web/support/article.ts';
import { article } from '../web/support/lock.ts';
import { launch, open, reportOf } from '../web/support/browser.ts';
import { serve, type Site } from '../web/support/serve.ts';

const element = readElement();
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const parse = (path: string): ts.SourceFile => ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest, true);
const namesOf = (items: readonly { name: string }[] = []): string[] => items.map(({ name }) => name).sort();
const plain = (text: string): string => text.replace(/\breadonly (?=\w+:)/g, '').replace(/\s+/g, ' ');

/** What the browser calls; nobody else does. */
const callbacks = ['connectedCallback', 'disconnectedCallback', 'attributeChangedCallback'];

interface Member {
  readonly kind: 'field' | 'method';
  readonly type: string;
  readonly isReadonly: boolean;
}

/** The public members of the class as its source declares them, by name. */
function declaredMembers(): Record<string, Member> {
  const found: Record<string, Member> = {};
  const hidden = ts.ModifierFlags.Protected | ts.ModifierFlags.Private | ts.ModifierFlags.Static;
  const visit = (node: ts.Node): void => {
    if (!ts.isClassDeclaration(node) || node.name?.text !== 'SourceLight') return ts.forEachChild(node, visit);
    const setters = new Set(node.members.filter(ts.isSetAccessor).map((one) => one.name.getText()));
    for (const member of node.members) {
      const name = member.name?.getText() ?? '';
      if (!name || name.startsWith('#') || callbacks.includes(name)) continue;
      if (ts.getCombinedModifierFlags(member) & hidden) continue;
      if (ts.isMethodDeclaration(member)) found[name] = { kind: 'method', type: signatureOf(member), isReadonly: false };
      else if (ts.isGetAccessor(member)) {
        found[name] = { kind: 'field', type: member.type?.getText() ?? '', isReadonly: !setters.has(name) };
      } else if (ts.isPropertyDeclaration(member)) {
        const isReadonly = Boolean(ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Readonly);
        found[name] = { kind: 'field', type: member.type?.getText() ?? '', isReadonly };
      }
    }
  };
  visit(parse('web/widget/source-light.ts'));
  return found;
}

const signatureOf = ({ parameters, type }: ts.MethodDeclaration): string =>
  `(${parameters
    .map((one) => `${one.name.getText()}${one.questionToken || one.initializer ? '?' : ''}: ${one.type?.getText() ?? ''}`)
    .join(', ')}): ${type?.getText() ?? ''}`.replace(/: $/, ': void');

const toldSignature = ({ parameters = [], return: result }: ClassMethod): string =>
  `(${parameters
    .map(({ name, optional, type }) => `${name}${optional ? '?' : ''}: ${type?.text ?? ''}`)
    .join(', ')}): ${result?.type?.text ?? ''}`;

/** The events that the element has types for; `#emit` takes no others. */
function declaredEvents(): Record<string, string> {
  const found: Record<string, string> = {};
  parse('web/widget/events.ts').forEachChild((node) => {
    if (!ts.isInterfaceDeclaration(node)) return;
    for (const member of node.members) {
      if (!ts.isPropertySignature(member)) continue;
      found[member.name.getText().replace(/'/g, '')] = plain(member.type?.getText() ?? '');
    }
  });
  return found;
}

describe('The manifest', () => {
  test('keeps to the schema of Custom Elements Manifests', () => {
    const schema = JSON.parse(read('node_modules/custom-elements-manifest/schema.json')) as object;
    const validate = new Ajv({ strict: false }).compile(schema);
    expect(validate(JSON.parse(readFileSync(manifestPath, 'utf8'))), JSON.stringify(validate.errors)).toBe(true);
  });

  test('names the properties and methods of the class, with their types', () => {
    const told = Object.fromEntries([
      ...fieldsOf(element).map(({ name, type, readonly }): [string, Member] =>
        [name, { kind: 'field', type: type?.text ?? '', isReadonly: readonly ?? false }]),
      ...methodsOf(element).map((method): [string, Member] =>
        [method.name, { kind: 'method', type: toldSignature(method), isReadonly: false }]),
    ]);
    expect(told).toEqual(declaredMembers());
  });

  test('names the events that the class can fire, with their types', () => {
    const told = Object.fromEntries((element.events ?? []).map(({ name, type }) => [name, plain(type.text)]));
    expect(told).toEqual(declaredEvents());
  });

  test('names each attribute that the element asks for', () => {
    const sources = ['source-light.ts', 'index.ts'].map((file) => read(`web/widget/${file}`)).join('\n');
    const asked = [...sources.matchAll(/\bthis\.[gh]\w+Attribute\('([\w-]+)'\)|source-light\[([\w-]+)\]/g)];
    const names = new Set(asked.map(([, one, other]) => one ?? other));
    names.add('lang'); // of any element around it, too
    expect(namesOf(element.attributes)).toEqual([...names].sort());
  });

  test('describes everything', () => {
    const { attributes = [], members = [], events = [], slots = [], cssParts = [], cssProperties = [] } = element;
    const all = [...attributes, ...members, ...events, ...slots, ...cssParts, ...cssProperties];
    expect(all.filter(({ description }) => !description).map(({ name }) => name)).toEqual([]);
  });
});

describe('What is made of the manifest', () => {
  test.each(Object.entries(filesOf(element)))('%s is as it has it (else ./dev element --write)', (path, text) => {
    expect(read(path)).toBe(text);
  });

  test('a guide that lacks a place for a table is told of', () => {
    expect(() => withTables('# Guide', { events: '' })).toThrow('no place for the table of events');
  });

  test('the package has it, and says so', async () => {
    await makePackage();
    const { customElements } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as Record<string, string>;
    expect(readFileSync(join(packageFolder, customElements ?? ''), 'utf8')).toBe(readFileSync(manifestPath, 'utf8'));
    const { modules } = JSON.parse(readFileSync(manifestPath, 'utf8')) as { modules: { path: string }[] };
    for (const { path } of modules) expect(readdirSync(packageFolder)).toContain(path);
  }, 300_000);
});

const spanish =
  'El puente sobre el río estará cerrado durante nueve días, dijo la alcaldesa. Los vecinos se quejan de que nadie les avisó, ' +
  'y el ayuntamiento asegura que las obras son necesarias para la seguridad de todos los que cruzan cada mañana.';

const tabs = async (page: Page): Promise<{ name: string }[]> =>
  (await page.getByRole('tab').allTextContents()).map((text) => ({ name: text.replace(/\s*\d+$/, '') }));

describe('In Chromium the element', () => {
  let site: Site;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    site = await serve(join(root, 'dist'), '');
    browser = await launch();
    ({ page } = await open(browser, 'about:blank'));
    await page.route('**/newsroom', (route) =>
      route.fulfill({
        contentType: 'text/html; charset=utf-8',
        body: `<!doctype html><html lang="en"><title>Newsroom</title><link rel="icon" href="data:,">
          <script type="module" src="./source-light.js"></script><body><source-light editable private></source-light></body></html>`,
      }),
    );
    await page.goto(`${site.url}newsroom`);
    await page.evaluate(() => customElements.whenDefined('source-light'));
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  test('has the attributes, properties and methods', async () => {
    const { observed, missing, settable } = await page.evaluate(({ names }) => {
      const light = document.querySelector('source-light') as unknown as Record<string, unknown>;
      const made = customElements.get('source-light') as unknown as { observedAttributes: string[]; prototype: object };
      const setter = (name: string, from: object | null): boolean =>
        from !== null && (Boolean(Object.getOwnPropertyDescriptor(from, name)?.set) || setter(name, Object.getPrototypeOf(from) as object));
      return {
        observed: made.observedAttributes,
        missing: names.filter((name) => !(name in light)),
        settable: names.filter((name) => Object.hasOwn(light, name) || setter(name, made.prototype)),
      };
    }, { names: namesOf(element.members) });
    expect(namesOf(element.attributes)).toEqual(expect.arrayContaining(observed));
    expect(missing).toEqual([]);
    expect(settable).toEqual(namesOf(fieldsOf(element).filter(({ readonly }) => !readonly)));
  });

  test('reflects the properties that it says it does', async () => {
    for (const { name, attribute = '', reflects, type } of fieldsOf(element)) {
      if (!reflects) continue;
      const set = await page.evaluate(([property, named, value]) => {
        const light = document.createElement('source-light') as unknown as HTMLElement & Record<string, unknown>;
        light[property] = value;
        return light.getAttribute(named);
      }, [name, attribute, type?.text === 'boolean' ? true : 'courier.example'] as const);
      expect(set, name).toBe(type?.text === 'boolean' ? '' : 'courier.example');
    }
  });

  test('has the slots and custom properties, and no others', async () => {
    const { slots, properties } = await page.evaluate(() => {
      const shadow = document.querySelector('source-light')?.shadowRoot;
      const rules = (shadow?.adoptedStyleSheets ?? []).flatMap((sheet) => [...sheet.cssRules]);
      const hosts = rules.filter((rule): rule is CSSStyleRule => rule instanceof CSSStyleRule && /^:host\b/.test(rule.selectorText));
      return {
        slots: [...(shadow?.querySelectorAll('slot') ?? [])].map(({ name }) => name),
        properties: [...new Set(hosts.flatMap(({ style }) => [...style]).filter((name) => name.startsWith('--sl-')))],
      };
    });
    expect(['', ...slots].sort()).toEqual(namesOf(element.slots));
    expect(properties.sort()).toEqual(namesOf(element.cssProperties));
  });

  test('fires the events, and shows the parts', async () => {
    await page.evaluate((types) => {
      const fired = new Set<string>();
      for (const type of types) document.addEventListener(type, () => fired.add(type));
      Object.assign(window, { fired });
    }, namesOf(element.events));
    const parts = new Set<string>();
    const look = async (): Promise<void> => {
      const there = await page.evaluate(() =>
        [...(document.querySelector('source-light')?.shadowRoot?.querySelectorAll('[part]') ?? [])].flatMap(({ part }) => [...part]),
      );
      for (const part of there) parts.add(part);
    };
    await field(page).fill(article);
    await reportOf(page);
    for (const { name } of (await tabs(page)).reverse()) {
      await page.getByRole('tab', { name }).click();
      await look();
    }
    await page.getByRole('tabpanel').locator('.item').first().click();
    await page.getByRole('button', { name: 'Needs a source' }).click();
    await look();
    await page.evaluate(() => document.querySelector('source-light')?.reviews.correct(0, { status: 'none', source: null }));
    await page.waitForFunction(() => (window as unknown as { fired: Set<string> }).fired.has('correction')); // what corrects is fetched first
    await field(page).fill(spanish);
    await page.locator('source-light .problem:not([hidden])').waitFor();
    const fired = await page.evaluate(() => [...(window as unknown as { fired: Set<string> }).fired]);
    expect(fired.sort()).toEqual(namesOf(element.events));
    expect([...parts].sort()).toEqual(namesOf(element.cssParts));
  });
});
