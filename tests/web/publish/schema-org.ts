// The vocabulary of schema.org as schema-dts (Google, Apache-2.0) publishes it, and what is wrong with a
// piece of JSON-LD by it: a type or a property that is not in it, a value of a type that a property does
// not take.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { JsonObject, JsonValue } from '../../../web/publish/index.ts';

interface Type {
  readonly parent: string | null;
  /** The types that each property takes. */
  readonly properties: ReadonlyMap<string, readonly string[]>;
}

export type Vocabulary = ReadonlyMap<string, Type>;

export function readVocabulary(): Vocabulary {
  const file = createRequire(import.meta.url).resolve('schema-dts').replace(/schema\.\w+$/, 'schema.d.ts');
  const found = new Map<string, Type>();
  for (const [, name = '', parent = '', body = ''] of readFileSync(file, 'utf8').matchAll(
    /^interface (\w+)Base extends (?:Partial<IdReference>|(\w+)Base)[^{]*\{\n([^]*?)^\}/gm,
  )) {
    const properties = [...body.matchAll(/^ {4}"(\w+)"\?: SchemaValue<([^,]+),/gm)];
    found.set(name, {
      parent: parent || null,
      properties: new Map(properties.map(([, property = '', ranges = '']) => [property, ranges.split('|').map((range) => range.trim())])),
    });
  }
  return found;
}

const scalars = ['Text', 'URL', 'Date', 'DateTime', 'Number', 'Boolean'];

/** The faults of `data`, each with the place that it has there; [] if there are none. */
export function faultsOf(data: JsonObject, vocabulary: Vocabulary, at = ''): string[] {
  const type = typeof data['@type'] === 'string' ? data['@type'] : '';
  if (!type) return typeof data['@id'] === 'string' && Object.keys(data).length === 1 ? [] : [`${at}: an object without a type`];
  if (!vocabulary.has(type)) return [`${at}: ${type} is no type`];
  return Object.entries(data).flatMap(([property, value]) => {
    if (property.startsWith('@')) return [];
    const ranges = rangesOf(type, property, vocabulary);
    if (!ranges) return [`${at}${type}.${property} is no property`];
    const values = Array.isArray(value) ? (value as readonly JsonValue[]) : [value];
    return values.flatMap((one) => faultsOfValue(one, ranges, vocabulary, `${at}${type}.${property}/`));
  });
}

function faultsOfValue(value: JsonValue, ranges: readonly string[], vocabulary: Vocabulary, at: string): string[] {
  if (typeof value !== 'object') {
    return ranges.some((range) => scalars.includes(range)) ? [] : [`${at}: ${JSON.stringify(value)} is no ${ranges.join(' or ')}`];
  }
  const object = value as JsonObject;
  const type = object['@type'];
  const fits = typeof type !== 'string' || ranges.some((range) => isA(type, range, vocabulary));
  return [...(fits ? [] : [`${at}: ${String(type)} is no ${ranges.join(' or ')}`]), ...faultsOf(object, vocabulary, at)];
}

function isA(type: string, other: string, vocabulary: Vocabulary): boolean {
  for (let name: string | null = type; name; name = vocabulary.get(name)?.parent ?? null) if (name === other) return true;
  return false;
}

function rangesOf(type: string, property: string, vocabulary: Vocabulary): readonly string[] | null {
  for (let name: string | null = type; name; name = vocabulary.get(name)?.parent ?? null) {
    const ranges = vocabulary.get(name)?.properties.get(property);
    if (ranges) return ranges;
  }
  return null;
}
