import { countFaults } from "../../scripts/proof/tracking/count-faults";

const STORED = ["a", "b", "c", "d"];

function faults(told: string) {
  return countFaults(
    [...told].map((id) => ({ id })),
    STORED,
  );
}

describe("the tracking proof's fault counter", () => {
  it.each([
    ["everything", "abcd", { missed: 0, repeated: 0, wrong: 0 }],
    ["everything since the client came", "cd", { missed: 0, repeated: 0, wrong: 0 }],
    ["a gap", "abd", { missed: 1, repeated: 0, wrong: 0 }],
    ["the end missing", "abc", { missed: 1, repeated: 0, wrong: 0 }],
    ["something twice", "abbcd", { missed: 0, repeated: 1, wrong: 0 }],
    ["another order", "acbd", { missed: 0, repeated: 0, wrong: 2 }],
    ["something that never was", "abxcd", { missed: 0, repeated: 0, wrong: 3 }],
    ["nothing", "", { missed: 4, repeated: 0, wrong: 0 }],
  ])("recognises %s", (_, told, expected) => {
    expect(faults(told)).toEqual(expected);
  });
});
