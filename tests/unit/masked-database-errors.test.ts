import { CommitUnknown, DatabaseUnavailable } from "../../src/errors";
import { isBrokenOff } from "../../src/postgres/broken-off";
import { maskError } from "../../src/server/mask-error";

describe("what callers learn about a failing database", () => {
  const masked = (error: unknown) => maskError(error, { hideSuggestions: true });
  const withCode = (code: string) =>
    Object.assign(new Error("secret words of the server"), { code });

  it.each([
    new DatabaseUnavailable("The database is away"),
    new CommitUnknown("…"),
    withCode("55P03"),
    withCode("25006"),
  ])("is that they may retry, while the details stay in the log: %s", (error) => {
    const { formatted, unexpected } = masked(error);
    expect(formatted.extensions).toEqual({ code: "SERVICE_UNAVAILABLE", retryable: true });
    expect(formatted.message).not.toContain("secret");
    expect(unexpected).toBe(error);
  });

  it("is only an internal error when the database rejects a statement", () => {
    expect(masked(withCode("23505")).formatted.extensions).toMatchObject({
      code: "INTERNAL_SERVER_ERROR",
    });
  });

  it.each([
    ["08006", true],
    ["57P01", true],
    ["53300", true],
    ["25P03", true],
    ["57014", false],
    ["55P03", false],
    ["40001", false],
  ])("depends on whether the error code means a lost connection: %s", (code, gone) => {
    expect(isBrokenOff(withCode(code))).toBe(gone);
  });
});
