import { createHash } from "node:crypto";

/**
 * Tries answers until the zero bits that the hash begins with are as wanted; at most 32 are told
 * apart.
 */
export function solveChallenge(token: string, wanted: (zeroBits: number) => boolean): string {
  for (let number = 0; ; number += 1) {
    const answer = String(number);
    const hash = createHash("sha256").update(`${token}.${answer}`).digest();
    if (wanted(Math.clz32(hash.readUInt32BE(0)))) return answer;
  }
}
