import { readFileSync } from "node:fs";

import { Kind, parse, type SelectionSetNode } from "graphql";

import { namesInApi } from "../../src/services/branches/settings/names-in-api";
import { SETTINGS } from "../../src/services/branches/settings/settings-table";

const DOCUMENT = parse(readFileSync("console/src/branches/operations.graphql", "utf8"));

function fieldsOf(selections: SelectionSetNode | undefined, before = ""): string[] {
  return (selections?.selections ?? []).flatMap((one) =>
    one.kind === Kind.FIELD
      ? [before + one.name.value, ...fieldsOf(one.selectionSet, `${before}${one.name.value}.`)]
      : [],
  );
}

describe("the console's branch form", () => {
  it("asks for every setting", () => {
    const form = DOCUMENT.definitions.find(
      (one) => one.kind === Kind.OPERATION_DEFINITION && one.name?.value === "BranchForm",
    );
    const asked = new Set(
      form?.kind === Kind.OPERATION_DEFINITION ? fieldsOf(form.selectionSet) : [],
    );
    const shown = SETTINGS.filter(({ field }) => field.column !== null).map(
      ({ part, name, field }) => {
        const path = [part, namesInApi(name, field)[0].name].filter(Boolean).join(".");
        return field.shown === null ? `branch.${path}` : `branch.settings.${path}`;
      },
    );
    expect(shown.filter((path) => !asked.has(path))).toEqual([]);
    expect(shown.length).toBeGreaterThan(20);
  });
});
