/** A puzzle that costs effort to solve, so that no one sends orders by the thousand. */
export interface OrderChallenge {
  /** Sent back unchanged with the answer. */
  readonly token: string;
  /** Difficulty: each bit doubles the work. */
  readonly bits: number;
  readonly expiresAt: Date;
}

export interface ChallengeAnswer {
  readonly token: string;
  readonly answer: string;
}

/** A solved challenge. It is valid for one order: whoever takes the order stores the id. */
export interface SolvedChallenge {
  readonly id: string;
  readonly expiresAt: Date;
}

/** Issues challenges and judges answers, without storing any. */
export interface OrderChallenges {
  /** Safe to repeat: each one is different. */
  issue(branchId: string, bits: number): OrderChallenge;
  /** @returns null: not solved, expired, for another branch, or never issued by this gateway */
  judge(branchId: string, answer: ChallengeAnswer): SolvedChallenge | null;
}
