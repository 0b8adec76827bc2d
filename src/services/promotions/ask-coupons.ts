import { createHash } from "node:crypto";

import { type BranchSettings } from "../../entities/branches/branch-settings";
import { RateLimited } from "../../errors";
import { type Clock } from "../../ports/clock";
import { able } from "../../ports/pos/pos";
import { type PosCoupon } from "../../ports/pos/pos-coupons";
import { type PosConnections } from "../pos/pos-connections";
import { type Remembered } from "../pos/remembered";
import { withTimeout } from "../pos/with-timeout";
import { type CodeQuestions } from "./code-questions";

/** The guest is waiting. */
const DEADLINE_MS = 5_000;
/** Nobody creates a coupon and has it typed in within a minute. */
const UNKNOWN_FOR_MS = 60_000;

/**
 * Asks the POS for coupons, each only once however many callers ask for it simultaneously. Codes
 * that it does not know are remembered for a minute; codes that it knows are requested again in the
 * next request, because somebody may have used them.
 */
export class AskCoupons {
  /**
   * By key, and by who may join: known callers do not wait for the question of an unknown one,
   * because such questions come last.
   */
  private readonly asking = {
    ofKnown: new Map<string, Asked>(),
    ofAnybody: new Map<string, Asked>(),
  };

  /** @param unknown until when (Unix milliseconds) a code is treated as unknown */
  constructor(
    private readonly connections: PosConnections,
    private readonly clock: Clock,
    private readonly unknown: Remembered,
  ) {}

  /**
   * @param code one spelling, in which the POS is asked for it; `known` identifies all its
   *   spellings
   * @throws {RateLimited} the caller has asked too often
   * @throws {LoyaltyDisabled} the POS does not answer
   * @throws {PosUnavailable} or a similar error: the POS does not answer
   */
  async execute(
    { settings, timeZone }: { readonly settings: BranchSettings; readonly timeZone: string },
    { code, known }: { readonly code: string; readonly known: string },
    questions: CodeQuestions,
  ): Promise<PosCoupon | null> {
    const { pos, branch } = this.connections.ofSettings(settings, timeZone);
    const key = hashOf(this.connections.access(settings).id, branch.organizationId, code);
    if (this.isUnknown(key)) return null;
    const underWay = this.underWay(key, questions);
    if (underWay) {
      const joined = await withTimeout(underWay, DEADLINE_MS).catch(unlessRateLimited);
      if (joined !== undefined) return joined;
    }
    const last = questions.ofAnybody;
    const answer = questions
      .charge(known)
      .then(() =>
        able(pos, "coupons").coupon(branch.credential, branch.organizationId, code, { last }),
      );
    questions.answers.set(key, answer);
    this.follow(key, last ? this.asking.ofAnybody : this.asking.ofKnown, answer);
    return withTimeout(answer, DEADLINE_MS);
  }

  private isUnknown(key: string): boolean {
    const until = this.unknown.get(key);
    if (until === undefined) return false;
    if (until > this.clock.now().getTime()) return true;
    this.unknown.delete(key);
    return false;
  }

  private underWay(key: string, { answers, ofAnybody }: CodeQuestions): Asked | undefined {
    const ofKnown = answers.get(key) ?? this.asking.ofKnown.get(key);
    return ofKnown ?? (ofAnybody ? this.asking.ofAnybody.get(key) : undefined);
  }

  /**
   * Until the POS has answered, however long the callers have waited: a late answer counts all the
   * same.
   */
  private follow(key: string, asking: Map<string, Asked>, answer: Asked): void {
    asking.set(key, answer);
    void answer
      .then(
        (coupon) => {
          if (coupon === null) this.unknown.set(key, this.clock.now().getTime() + UNKNOWN_FOR_MS);
        },
        () => undefined,
      )
      .finally(() => asking.delete(key));
  }
}

type Asked = Promise<PosCoupon | null>;

/**
 * The first caller may have used up its allowance; a caller that only waited for the answer may
 * still ask.
 */
function unlessRateLimited(error: unknown): undefined {
  if (!(error instanceof RateLimited)) throw error;
}

/**
 * Has a fixed length, whatever is typed. Branches with the same key and organization share a
 * programme and what is known about it.
 */
function hashOf(...parts: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("base64url");
}
