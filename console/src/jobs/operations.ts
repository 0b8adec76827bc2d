// Written by `npm run schema` from schema.graphql and operations.graphql.
import { type Operation } from "../gateway/operation.ts";

/** Whether calls with a POS key go out. */
export type PosKeyState =
  | "CIRCUIT_OPEN"
  | "OK"
  | "STOPPED";

export type Page = {
  /** How many entries there are on all pages together. */
  readonly totalCount: number;
  /** The page's entries, for whoever needs no cursor of each. */
  readonly nodes: readonly {
    /** Id of the job while it is not done. */
    readonly id: string;
    /** As `send-order`. */
    readonly kind: string;
    /** How often it was begun; a planned repeat is a job of its own. */
    readonly attempts: number;
    /** Not before. */
    readonly runAt: string;
    /** Why it broke off: FAILED (the gateway's log tells more) or WORKER_DIED. */
    readonly error: string | null;
    /** Whose work it is; null is nobody's in particular. */
    readonly branch: {
      /** What guests and operators call the branch. */
      readonly name: string;
    } | null;
    /** The order that it is about. */
    readonly order: {
      /** What guest and restaurant call the order. It opens nothing. */
      readonly number: string;
    } | null;
  }[];
};

export interface JobsVariables {
  readonly branchId: string;
}

export interface JobsAnswer {
  /** Background work that is not done, newest first: of the branches the key is for, and what is nobody's in particular for keys of all branches. Finished jobs are not kept. */
  readonly running: Page;
  /** Background work that is not done, newest first: of the branches the key is for, and what is nobody's in particular for keys of all branches. Finished jobs are not kept. */
  readonly waiting: Page;
  /** Background work that is not done, newest first: of the branches the key is for, and what is nobody's in particular for keys of all branches. Finished jobs are not kept. */
  readonly dead: Page;
  /** The POS keys of the branches you may work on: do they work, and how many calls are left. */
  readonly posKeys: readonly {
    /** The same for equal keys of one POS; tells nothing about them. */
    readonly id: string;
    /** The last characters of the key. */
    readonly maskedKey: string;
    /** Whether calls with it go out. */
    readonly state: PosKeyState;
    /** What is wrong and what mends it; follows Accept-Language. */
    readonly reason: string | null;
    /** Those of the branches you may work on. */
    readonly branches: readonly {
      /** What arguments named branchId take. */
      readonly id: string;
      /** What guests and operators call the branch. */
      readonly name: string;
    }[];
    /** Groups that were used so far. */
    readonly budgets: readonly {
      /** The POS's own name of the group. */
      readonly group: string;
      /** Calls that may go out at once, now. */
      readonly available: number;
      /** How many calls a second may go out in the long run. */
      readonly perSecond: number;
      /** Calls that wait for their turn. */
      readonly waiting: number;
      /** The POS has asked for a pause until then. */
      readonly pausedUntil: string | null;
    }[];
  }[];
  /** How a branch's orders have been flowing into the till: the last minutes, the oldest first, the running one last. Empty for keys of other branches. */
  readonly orderFlow: readonly {
    /** When it began. */
    readonly minute: string;
    /** How many orders the branch took in this minute. */
    readonly accepted: number;
    /** The median from acceptance to the till; null: none of them has got there. */
    readonly secondsToPos: number | null;
  }[];
}

export const Jobs: Operation<JobsAnswer, JobsVariables> = {
  document: `query Jobs($branchId: ID!) {
  running: jobs(states: [RUNNING], first: 20) {
    ...Page
  }
  waiting: jobs(states: [QUEUED, RETRYING], first: 20) {
    ...Page
  }
  dead: jobs(states: [DEAD], first: 20) {
    ...Page
  }
  posKeys {
    id
    maskedKey
    state
    reason
    branches {
      id
      name
    }
    budgets {
      group
      available
      perSecond
      waiting
      pausedUntil
    }
  }
  orderFlow(branchId: $branchId, minutes: 60) {
    minute
    accepted
    secondsToPos
  }
}

fragment Page on JobConnection {
  totalCount
  nodes {
    id
    kind
    attempts
    runAt
    error
    branch {
      name
    }
    order {
      number
    }
  }
}`,
};

export interface ResumeKeyVariables {
  readonly branchId: string;
}

export interface ResumeKeyAnswer {
  /** Lets a stopped key be tried again, for every branch that uses it. Do it when the cause is mended. Safe to repeat. */
  readonly resumePosKey: {
    /** What the caller can mend, all of it at once: nothing has changed then. Empty: it was done. */
    readonly userErrors: readonly ({
      /** What is wrong in one sentence, to be shown as it is. */
      readonly message: string;
    })[];
  };
}

export const ResumeKey: Operation<ResumeKeyAnswer, ResumeKeyVariables> = {
  document: `mutation ResumeKey($branchId: ID!) {
  resumePosKey(branchId: $branchId) {
    userErrors {
      message
    }
  }
}`,
};
