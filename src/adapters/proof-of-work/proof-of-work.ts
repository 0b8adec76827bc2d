import { createHash, randomBytes } from "node:crypto";

import { type Clock } from "../../ports/clock";
import {
  type ChallengeAnswer,
  type OrderChallenge,
  type OrderChallenges,
  type SolvedChallenge,
} from "../../ports/order-challenges";
import { type Secrets } from "../../ports/secrets";

const PURPOSE = "order-challenge";
/** By then a slow phone has solved it, and the guest has filled in the form. */
const HOLDS_MS = 10 * 60_000;

/**
 * Solved by an answer for which SHA-256 of `token.answer` begins with that many zero bits. A token
 * contains everything there is to know about it, under a keyed hash: nothing is stored until an
 * order uses it, and every process accepts every token.
 */
export class ProofOfWork implements OrderChallenges {
  constructor(
    private readonly secrets: Pick<Secrets, "mac" | "verifyMac">,
    private readonly clock: Clock,
  ) {}

  issue(branchId: string, bits: number): OrderChallenge {
    const expiresAt = new Date(this.clock.now().getTime() + HOLDS_MS);
    const claims = [randomBytes(16).toString("base64url"), bits, expiresAt.getTime()].join(".");
    return {
      token: `${claims}.${this.secrets.mac(PURPOSE, bound(branchId, claims))}`,
      bits,
      expiresAt,
    };
  }

  judge(branchId: string, { token, answer }: ChallengeAnswer): SolvedChallenge | null {
    const [, claims = "", mac = ""] =
      /^([\w-]{22}\.\d{1,2}\.\d{1,15})\.([\w-]+)$/.exec(token) ?? [];
    if (!this.secrets.verifyMac(PURPOSE, bound(branchId, claims), mac)) return null;
    const [id = "", bits, expires] = claims.split(".");
    const expiresAt = new Date(Number(expires));
    if (expiresAt <= this.clock.now()) return null;
    return leadingZeroBits(token, answer) >= Number(bits) ? { id, expiresAt } : null;
  }
}

function bound(branchId: string, claims: string): string {
  return `${branchId.toLowerCase()} ${claims}`;
}

function leadingZeroBits(token: string, answer: string): number {
  const hash = createHash("sha256").update(`${token}.${answer}`).digest();
  const byte = hash.findIndex((each) => each !== 0);
  return byte < 0 ? hash.length * 8 : byte * 8 + Math.clz32(hash[byte] ?? 0) - 24;
}
