import { type BranchFindings } from "../../src/services/branches/doctor/branch-findings";
import { aPos, GROUP, judge, ORGANIZATION, silence } from "../support/doctor-judgement";

describe("The doctor, judging contacts,", () => {
  const NOW = Date.parse("2026-11-23T12:00:00Z");
  const minutesAgo = (minutes: number) => new Date(NOW - minutes * 60_000);
  const judged = (contacts: Partial<BranchFindings["contacts"]>, pos = aPos()) =>
    judge({ value: pos }, {}, contacts);

  it.each([
    ["its own organization", { lostAt: minutesAgo(9) }, "FAILED", ORGANIZATION],
    ["another branch's", { lostByOthers: [GROUP] }, "WARNING", GROUP],
    ["none", {}, "OK", "all of its organizations"],
  ])("names what the key has lost: %s", (_, contacts, state, words) => {
    const { KEY_KEEPS_ORGANIZATIONS: check } = judged(contacts);
    expect(check).toMatchObject({
      state,
      message: { en: expect.stringContaining(words) as string },
    });
  });

  it.each([
    ["before any", { webhookAt: null, polledNewsAt: null }, "OK"],
    ["that told all", { webhookAt: minutesAgo(3), polledNewsAt: minutesAgo(1) }, "OK"],
    ["that stopped", { webhookAt: minutesAgo(90), polledNewsAt: minutesAgo(1) }, "WARNING"],
    ["that never came", { webhookAt: null, polledNewsAt: minutesAgo(1) }, "WARNING"],
  ])("judges web hooks %s", (_, contacts, state) => {
    expect(judged(contacts).WEBHOOKS_HEARD?.state).toBe(state);
  });

  it.each([
    [null, "NOT_CHECKED"],
    [minutesAgo(10), "OK"],
    [minutesAgo(12), "FAILED"],
  ])("judges a poll at %s", (polledAt, state) => {
    expect(judged({ polledAt }).ORDERS_POLLED?.state).toBe(state);
  });

  it.each([
    [0, null, "OK", "iiko has not given"],
    [3_000, -1_900, "OK", "iiko's clocks agree"],
    [6_000, null, "WARNING", "the gateway's and the database's by 6 s"],
    [0, 6_000, "WARNING", "the gateway's and iiko's by 6 s, the database's and iiko's by 6 s"],
    [-61_000, 0, "FAILED", "the database's and iiko's by 61 s"],
  ])(
    "compares three clocks: the database %d ms ahead, iiko %s",
    (databaseAheadMs, clockAheadMs, state, words) => {
      const { CLOCKS_AGREE: check } = judged({ databaseAheadMs }, aPos({ clockAheadMs }));
      expect(check).toMatchObject({
        state,
        message: { en: expect.stringContaining(words) as string },
      });
    },
  );

  it("judges clocks even without iiko", () => {
    expect(judge(silence, {}, { databaseAheadMs: 70_000 }).CLOCKS_AGREE?.state).toBe("FAILED");
  });
});
