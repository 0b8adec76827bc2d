import { Scope, type Viewer } from "../../src/domain/access/viewer";
import { AddressQuestionLimit } from "../../src/security/address-question-limit";
import { ManualClock } from "../support/manual-clock";

const ONE = "0f0e0d0a-0000-4000-8000-000000000001";
const OTHER = "0f0e0d0a-0000-4000-8000-000000000002";

const GUEST: Viewer = { kind: "anonymous" };
const KEY: Viewer = {
  kind: "key",
  keyId: "1",
  label: "storefront",
  scope: Scope.OPERATOR,
  branchIds: null,
};

describe("Questions about addresses", () => {
  let clock: ManualClock;
  let limit: AddressQuestionLimit;
  beforeEach(() => {
    clock = new ManualClock();
    limit = new AddressQuestionLimit(clock);
  });

  /** How many of this number are admitted. */
  async function asked(
    times: number,
    remoteAddress: string,
    organizationId = ONE,
    viewer: Viewer = GUEST,
  ) {
    let admitted = 0;
    for (let n = 0; n < times; n++)
      if (await limit.of({ viewer, remoteAddress }).admit(organizationId)) admitted += 1;
    return admitted;
  }
  const inMs = (ms: number) => clock.turnTo(new Date(clock.now().getTime() + ms));

  it("are limited to twenty per caller, and one more every 15 seconds", async () => {
    expect(await asked(30, "198.51.100.1")).toBe(20);
    expect(await asked(1, "198.51.100.1", OTHER)).toBe(0);
    expect(await asked(1, "198.51.100.2")).toBe(1);
    inMs(15_000);
    expect(await asked(5, "198.51.100.1")).toBe(1);
  });

  it("are limited to sixty per organization, whoever asks, and thirty more a minute", async () => {
    for (const caller of ["1", "2", "3"]) expect(await asked(20, `198.51.100.${caller}`)).toBe(20);
    expect(await asked(1, "198.51.100.4")).toBe(0);
    expect(await asked(20, "198.51.100.4", OTHER)).toBe(20);
    inMs(60_000);
    expect(await asked(20, "198.51.100.5")).toBe(20);
    expect(await asked(20, "198.51.100.6")).toBe(10);
  });

  it("do not use up the caller's limit when the organization has no room for them", async () => {
    for (const caller of ["1", "2", "3"]) await asked(20, `198.51.100.${caller}`);
    expect(await asked(20, "198.51.100.4")).toBe(0);
    expect(await asked(20, "198.51.100.4", OTHER)).toBe(20);
  });

  it("asked with keys count for the organization only, separately from those of outsiders", async () => {
    for (const caller of ["1", "2", "3"]) await asked(20, `198.51.100.${caller}`);
    expect(await asked(70, "198.51.100.1", ONE, KEY)).toBe(60);
  });
});
