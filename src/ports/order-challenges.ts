/** A riddle that costs its solver something, so that nobody sends orders by the thousand. */
export interface OrderChallenge {
  /** Goes back with the answer, as it is. */
  readonly token: string;
  /** How hard it is: each bit doubles the work. */
  readonly bits: number;
  readonly expiresAt: Date;
}

export interface ChallengeAnswer {
  readonly token: string;
  readonly answer: string;
}

/** A challenge that was solved. It is good for one order: whoever takes the order keeps the id. */
export interface SolvedChallenge {
  readonly id: string;
  readonly expiresAt: Date;
}

/** Makes challenges and judges answers, without remembering any. */
export interface OrderChallenges {
  /** Safe to repeat: each is another one. */
  issue(branchId: string, bits: number): OrderChallenge;
  /** @returns null: not solved, expired, another branch's, or never issued by this gateway */
  judge(branchId: string, answer: ChallengeAnswer): SolvedChallenge | null;
}
