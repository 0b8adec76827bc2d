import { type FieldRow, type FieldTable } from "../../src/adapters/iiko/menu/fields/field-table";
import { documentedSchema } from "./iiko-contract";

interface PlacedRow {
  readonly row: FieldRow;
  /** The same for all places where the same table occurs. */
  readonly key: string;
}

const numbers = new WeakMap<FieldTable, number>();
let last = 0;

function numberOf(table: FieldTable): number {
  const number = numbers.get(table) ?? (last += 1);
  numbers.set(table, number);
  return number;
}

/**
 * Every row of a table and of the tables inside it, by path. Formats are trees: no row leads back.
 */
export function rowsByPath(table: FieldTable, path = ""): Map<string, PlacedRow> {
  const rows = Object.entries(table.rows).flatMap(([name, row]): [string, PlacedRow][] => {
    const place = path === "" ? name : `${path}.${name}`;
    const own: [string, PlacedRow] = [place, { row, key: `${numberOf(table)}.${name}` }];
    if (row.use === "unneeded" || !row.inside) return [own];
    const { inside, reading } = row;
    const places = { fields: [place], "fields or list": [place, `${place}[]`] }[
      reading as string
    ] ?? [`${place}[]`];
    return [own, ...places.flatMap((each) => [...rowsByPath(inside, each)])];
  });
  return new Map(rows);
}

/** The row of a path, or that of the unneeded field that contains it. */
export function rowOf(rows: ReadonlyMap<string, PlacedRow>, path: string): PlacedRow | undefined {
  const parts = path.split(".");
  for (let length = parts.length; length > 0; length--) {
    const outer = parts.slice(0, length).join(".");
    const placed = rows.get(outer) ?? rows.get(outer.replace(/\[\]$/, ""));
    if (placed && (length === parts.length || placed.row.use === "unneeded")) return placed;
  }
  return undefined;
}

/** Every field of a JSON body, by its path. */
export function pathsIn(value: unknown, path = ""): string[] {
  if (Array.isArray(value))
    return [...new Set((value as unknown[]).flatMap((each) => pathsIn(each, `${path}[]`)))];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const place = path === "" ? name : `${path}.${name}`;
    return [place, ...pathsIn(inner, place)];
  });
}

/** Every field that iiko documents for a schema of its contract, by its path. */
export function documentedPaths(schema: string): string[] {
  return [...new Set(pathsOf(documentedSchema(schema), "", []))];
}

type Schema = Readonly<Record<string, unknown>>;

function pathsOf(schema: Schema, path: string, within: readonly string[]): string[] {
  const reference = schema["$ref"];
  if (typeof reference === "string") {
    const name = reference.split("/").at(-1)!;
    return within.includes(name) ? [] : pathsOf(documentedSchema(name), path, [...within, name]);
  }
  const variants = (["allOf", "oneOf", "anyOf"] as const).flatMap(
    (key) => (schema[key] ?? []) as Schema[],
  );
  const properties = Object.entries((schema["properties"] ?? {}) as Record<string, Schema>);
  return [
    ...variants.flatMap((variant) => pathsOf(variant, path, within)),
    ...(schema["items"] ? pathsOf(schema["items"] as Schema, `${path}[]`, within) : []),
    ...properties.flatMap(([name, property]) => {
      const place = path === "" ? name : `${path}.${name}`;
      return [place, ...pathsOf(property, place, within)];
    }),
  ];
}
