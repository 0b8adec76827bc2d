import { jsonText } from "../../sandbox/json-text";

const DEPTH = 20_000;

describe("The sandbox's output", () => {
  it("is JSON however deeply a planned answer is nested", () => {
    let deep: unknown = ["кебаб", null, { sum: 1.5, none: undefined }];
    for (let level = 0; level < DEPTH; level += 1) deep = level % 2 ? { deep } : [deep];
    const text = jsonText(deep);
    expect(text).toContain('["кебаб",null,{"sum":1.5}]');
    expect(text).toMatch(/^\{"deep":\[\{"deep":\[/);
    expect(text).toHaveLength(DEPTH * 5.5 + '["кебаб",null,{"sum":1.5}]'.length);
  });

  it("is null where nothing is planned", () => {
    expect(jsonText(undefined)).toBe("null");
  });
});
