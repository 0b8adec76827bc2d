import { createHash } from "node:crypto";

import { solveChallenge } from "../../scripts/attacks/solve-challenge";
import { ProofOfWork } from "../../src/adapters/proof-of-work/proof-of-work";
import { Keyring } from "../../src/security/keyring";
import { ManualClock } from "../support/manual-clock";

const solve = (token: string, bits: number) => solveChallenge(token, (found) => found >= bits);

const BRANCH = "0b4b0f0e-8f5e-4c39-9a55-7a3a6e1c2d11";
const OTHER = "5d1c8f51-27a2-4a06-8c5e-1f2f0a4b7c22";
const clock = new ManualClock();
const challenges = new ProofOfWork(new Keyring(["a-master-key-only-for-these-tests-0001"]), clock);

describe("a proof-of-work challenge", () => {
  it("is solved by an answer whose hash begins with enough zero bits", () => {
    const { token, expiresAt } = challenges.issue(BRANCH, 10);
    const answer = solve(token, 10);
    const hash = createHash("sha256").update(`${token}.${answer}`).digest();
    expect(hash.readUInt16BE(0) >> 6).toBe(0);
    expect(challenges.judge(BRANCH, { token, answer })).toEqual({
      id: token.split(".")[0],
      expiresAt,
    });
  });

  it("is not solved by an answer that falls one bit short", () => {
    const { token } = challenges.issue(BRANCH, 12);
    const cheap = Array.from({ length: 100_000 }, (_, number) => String(number)).find((answer) => {
      const bits = createHash("sha256").update(`${token}.${answer}`).digest().readUInt16BE(0);
      return bits >> 5 === 0 && bits >> 4 !== 0;
    });
    expect(challenges.judge(BRANCH, { token, answer: cheap ?? "" })).toBeNull();
  });

  it("is bound to its branch", () => {
    const { token } = challenges.issue(BRANCH, 8);
    const answer = solve(token, 8);
    expect(challenges.judge(OTHER, { token, answer })).toBeNull();
    expect(challenges.judge(BRANCH.toUpperCase(), { token, answer })).not.toBeNull();
  });

  it("expires", () => {
    const { token, expiresAt } = challenges.issue(BRANCH, 8);
    const answer = solve(token, 8);
    clock.turnTo(new Date(expiresAt.getTime() - 1));
    expect(challenges.judge(BRANCH, { token, answer })).not.toBeNull();
    clock.turnTo(expiresAt);
    expect(challenges.judge(BRANCH, { token, answer })).toBeNull();
  });

  it("cannot be created, made easier or extended by anyone else", () => {
    const { token } = challenges.issue(BRANCH, 20);
    const [id = "", bits, expires = "", mac = ""] = token.split(".");
    const others = new ProofOfWork(new Keyring(["another-master-key-only-for-tests-0002"]), clock);
    for (const forged of [
      `${id}.8.${expires}.${mac}`,
      `${id}.0.${expires}.${mac}`,
      `${id}.${bits}.${Number(expires) + 1}.${mac}`,
      `${"A".repeat(22)}.${bits}.${expires}.${mac}`,
      `${id}.${bits}.${expires}.`,
      others.issue(BRANCH, 8).token,
      "",
      "....",
    ]) {
      expect(challenges.judge(BRANCH, { token: forged, answer: solve(forged, 8) })).toBeNull();
    }
  });

  it("is different each time", () => {
    const tokens = Array.from({ length: 100 }, () => challenges.issue(BRANCH, 8).token);
    expect(new Set(tokens).size).toBe(100);
  });
});
