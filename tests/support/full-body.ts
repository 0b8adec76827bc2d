import { type FieldRow, type FieldTable } from "../../src/adapters/iiko/menu/fields/field-table";

type Body = Record<string, unknown>;

/**
 * A body that contains every field of a table once; fields that decide how it is read are given by
 * name.
 */
export function fullBody({ rows }: FieldTable, overrides: Body): Body {
  return Object.fromEntries(
    Object.entries(rows).map(([name, row]) => [
      name,
      Object.hasOwn(overrides, name) ? overrides[name] : valueOf(row, overrides),
    ]),
  );
}

function valueOf(row: FieldRow, overrides: Body): unknown {
  if (row.use === "unneeded") return { left: "aside" };
  const inside = row.inside ? fullBody(row.inside, overrides) : {};
  switch (row.reading) {
    case "number":
      return 1;
    case "flag":
      return true;
    case "ids":
      return ["an-id"];
    case "fields":
      return inside;
    case "list":
    case "fields or list":
      return [inside];
    case "text":
    case "id":
    case "any":
      return "an-id";
  }
}
