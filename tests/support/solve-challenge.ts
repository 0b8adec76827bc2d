import { createHash } from "node:crypto";

/** Tries answers until one fits. @param bits how many zero bits the hash has to begin with; at most 32 */
export function solve(token: string, bits: number): string {
  for (let number = 0; ; number += 1) {
    const answer = String(number);
    const hash = createHash("sha256").update(`${token}.${answer}`).digest();
    if (Math.clz32(hash.readUInt32BE(0)) >= bits) return answer;
  }
}
