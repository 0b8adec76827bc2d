import "reflect-metadata";

import { payloadOf } from "../../src/resolvers/schema/user-error";

describe("a mutation that waited in vain for a lock", () => {
  const lockTimeout = Object.assign(new Error("canceling statement due to lock timeout"), {
    code: "55P03",
  });

  it.each([
    ["ru", "Это сейчас меняет кто-то ещё. Повторите через несколько секунд"],
    ["en", "Somebody else is changing this now. Try again in a few seconds"],
  ] as const)("asks the caller to try again (%s)", async (locale, message) => {
    const { userErrors } = await payloadOf(locale, () => Promise.reject(lockTimeout));
    expect(userErrors).toEqual([{ code: "CONFLICT", field: null, message, retryable: true }]);
  });
});
