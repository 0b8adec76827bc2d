import { existsSync } from "node:fs";

import longest from "../support/longest-tests.json";

it("The tests that begin first are there", () => {
  expect(Object.keys(longest).filter((file) => !existsSync(file))).toEqual([]);
});
