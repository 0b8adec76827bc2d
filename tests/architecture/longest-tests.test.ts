import { existsSync } from "node:fs";

import longest from "../support/longest-tests.json";

it("The tests that start first exist", () => {
  expect(Object.keys(longest).filter((file) => !existsSync(file))).toEqual([]);
});
