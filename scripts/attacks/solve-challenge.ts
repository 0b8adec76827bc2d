import { createHash } from "node:crypto";

/** Tries answers until the hash begins with the wanted number of zero bits; counts at most 32. */
export function solveChallenge(token: string, wanted: (zeroBits: number) => boolean): string {
  for (let number = 0; ; number += 1) {
    const answer = String(number);
    const hash = createHash("sha256").update(`${token}.${answer}`).digest();
    if (wanted(Math.clz32(hash.readUInt32BE(0)))) return answer;
  }
}
