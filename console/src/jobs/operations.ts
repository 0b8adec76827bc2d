// Written by `npm run schema` from schema.graphql and operations.graphql.
import { type Operation } from "../gateway/operation.ts";

/** Whether calls with a POS key are possible. */
export type PosKeyState =
  | "CIRCUIT_OPEN"
  | "OK"
  | "STOPPED";

export type Page = {
  /** Total number of entries on all pages. */
  readonly totalCount: number;
  /** The entries of the page without their cursors. */
  readonly nodes: readonly {
    /** Id of the job. It is valid until the job is done. */
    readonly id: string;
    /** Kind of the job, for example `send-order`. */
    readonly kind: string;
    /** Number of times that it was started. A scheduled repeat is a job of its own. */
    readonly attempts: number;
    /** The earliest time at which it runs. */
    readonly runAt: string;
    /** Why it failed: FAILED (the gateway's log has the details) or WORKER_DIED. */
    readonly error: string | null;
    /** The branch that it is for; null if it is for none in particular. */
    readonly branch: {
      /** Name of the branch, as guests and operators see it. */
      readonly name: string;
    } | null;
    /** The order that the job is about. */
    readonly order: {
      /** The number by which guest and restaurant know the order. It grants no access. */
      readonly number: string;
    } | null;
  }[];
};

export interface JobsVariables {
  readonly branchId: string;
}

export interface JobsAnswer {
  /** Unfinished background jobs, newest first: those of the key's branches and, for keys of all branches, those of no branch in particular. Finished jobs are not kept. */
  readonly running: Page;
  /** Unfinished background jobs, newest first: those of the key's branches and, for keys of all branches, those of no branch in particular. Finished jobs are not kept. */
  readonly waiting: Page;
  /** Unfinished background jobs, newest first: those of the key's branches and, for keys of all branches, those of no branch in particular. Finished jobs are not kept. */
  readonly dead: Page;
  /** POS keys of the branches that you may work on: whether they work, and how many calls are left. */
  readonly posKeys: readonly {
    /** The same for equal keys of one POS; it reveals nothing about the key. */
    readonly id: string;
    /** The last characters of the key. */
    readonly maskedKey: string;
    /** Whether calls with the key are possible. */
    readonly state: PosKeyState;
    /** What is wrong and how to fix it; follows Accept-Language. */
    readonly reason: string | null;
    /** The branches that use the key, limited to those that you may work on. */
    readonly branches: readonly {
      /** The id that arguments named branchId take. */
      readonly id: string;
      /** Name of the branch, as guests and operators see it. */
      readonly name: string;
    }[];
    /** Rate limits of the groups of calls used so far. */
    readonly budgets: readonly {
      /** Name of the group of calls. */
      readonly group: string;
      /** Number of calls that may be made immediately. */
      readonly available: number;
      /** Sustained number of calls per second. */
      readonly perSecond: number;
      /** Number of calls that wait for their turn. */
      readonly waiting: number;
      /** Until when the POS has asked to pause. */
      readonly pausedUntil: string | null;
    }[];
  }[];
  /** How a branch's orders have reached the till in the last minutes, oldest first, the current minute last. Empty for keys of other branches. */
  readonly orderFlow: readonly {
    /** Beginning of the minute. */
    readonly minute: string;
    /** Number of orders that the branch accepted in this minute. */
    readonly accepted: number;
    /** Median time from acceptance to the till, in seconds; null if none of them has reached it. */
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
  /** Lets the gateway use a stopped key again, for every branch that uses it. Fix the cause first. Safe to repeat. */
  readonly resumePosKey: {
    /** Everything that is wrong with the input, listed completely; nothing was changed in that case. Empty on success. */
    readonly userErrors: readonly ({
      /** What is wrong, in one sentence that can be shown to the user. */
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
