// Written by `npm run schema` from schema.graphql and operations.graphql.
import { type Operation } from "../gateway/operation.ts";

/** State of a job. Finished jobs are not kept: the timeline of an order shows their results. */
export type JobState =
  | "DEAD"
  | "QUEUED"
  | "RETRYING"
  | "RUNNING"
  | "SUCCEEDED";

/** Whether calls with a POS key are possible. */
export type PosKeyState =
  | "CIRCUIT_OPEN"
  | "OK"
  | "STOPPED";

export type JobRow = {
  /** Id of the job. It is valid until the job is done. */
  readonly id: string;
  /** Kind of the job, for example `send-order`. */
  readonly kind: string;
  /** What the job is doing now. */
  readonly state: JobState;
  /** Number of times that it was started. A scheduled repeat is a job of its own. */
  readonly attempts: number;
  /** When it was enqueued. */
  readonly createdAt: string;
  /** The earliest time at which it runs. */
  readonly runAt: string;
  /** Why it failed: FAILED (the gateway's log has the details) or WORKER_DIED. */
  readonly error: string | null;
  /** The branch that it is for; null if it is for none in particular. */
  readonly branch: {
    /** The id that arguments named branchId take. */
    readonly id: string;
    /** Name of the branch, as guests and operators see it. */
    readonly name: string;
    /** IANA time zone, for example Europe/Moscow. The POS uses the local time of this zone. */
    readonly timeZone: string;
  } | null;
  /** The order that the job is about. */
  readonly order: {
    /** The number by which guest and restaurant know the order; no other order of the company has it. It grants no access. */
    readonly number: string;
  } | null;
};

export interface JobsPageVariables {
  readonly states?: readonly JobState[] | null | undefined;
  readonly kinds?: readonly string[] | null | undefined;
  readonly branchIds?: readonly string[] | null | undefined;
  readonly after?: string | null | undefined;
}

export interface JobsPageAnswer {
  /** Unfinished background jobs, newest first: those of the key's branches and, for keys of all branches, those of no branch in particular. Finished jobs are not kept. */
  readonly jobs: {
    /** Total number of entries on all pages, counted no further than 10,000. */
    readonly totalCount: number;
    /** The entries of the page without their cursors. */
    readonly nodes: readonly JobRow[];
    /** Position of the page in the list, and how to get the next page. */
    readonly pageInfo: {
      /** Whether there are entries after this page. */
      readonly hasNextPage: boolean;
      /** Cursor of the last entry of the page, to be passed as `after` for the next page; null if the page is empty. */
      readonly endCursor: string | null;
    };
  };
}

export const JobsPage: Operation<JobsPageAnswer, JobsPageVariables> = {
  document: `query JobsPage($states: [JobState!], $kinds: [String!], $branchIds: [ID!], $after: String) {
  jobs(
    states: $states
    kinds: $kinds
    branchIds: $branchIds
    first: 50
    after: $after
  ) {
    totalCount
    nodes {
      ...JobRow
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}

fragment JobRow on Job {
  id
  kind
  state
  attempts
  createdAt
  runAt
  error
  branch {
    id
    name
    timeZone
  }
  order {
    number
  }
}`,
};

export interface JobCountsVariables {
  readonly kinds?: readonly string[] | null | undefined;
  readonly branchIds?: readonly string[] | null | undefined;
}

export interface JobCountsAnswer {
  /** Unfinished background jobs, newest first: those of the key's branches and, for keys of all branches, those of no branch in particular. Finished jobs are not kept. */
  readonly dead: {
    /** Total number of entries on all pages, counted no further than 10,000. */
    readonly totalCount: number;
  };
  /** Unfinished background jobs, newest first: those of the key's branches and, for keys of all branches, those of no branch in particular. Finished jobs are not kept. */
  readonly running: {
    /** Total number of entries on all pages, counted no further than 10,000. */
    readonly totalCount: number;
  };
  /** Unfinished background jobs, newest first: those of the key's branches and, for keys of all branches, those of no branch in particular. Finished jobs are not kept. */
  readonly waiting: {
    /** Total number of entries on all pages, counted no further than 10,000. */
    readonly totalCount: number;
  };
}

export const JobCounts: Operation<JobCountsAnswer, JobCountsVariables> = {
  document: `query JobCounts($kinds: [String!], $branchIds: [ID!]) {
  dead: jobs(states: [DEAD], kinds: $kinds, branchIds: $branchIds, first: 0) {
    totalCount
  }
  running: jobs(states: [RUNNING], kinds: $kinds, branchIds: $branchIds, first: 0) {
    totalCount
  }
  waiting: jobs(
    states: [QUEUED, RETRYING]
    kinds: $kinds
    branchIds: $branchIds
    first: 0
  ) {
    totalCount
  }
}`,
};

export interface OneJobVariables {
  readonly id: string;
}

export interface OneJobAnswer {
  /** The object with this id, as Relay asks for it again: a Company, Branch, Section, Product, Order, Customer, Promotion, CatalogPlan, BranchesPlan, Job or ApiKey. null if it does not exist or you may not see it; the order of a tracking token is found by `trackedOrder`. Objects that are not stored or belong to the POS (Quote, Organization, TerminalGroup) are null as well. */
  readonly node: ({
  } | {
    /** Id of the job. It is valid until the job is done. */
    readonly id: string;
    /** Kind of the job, for example `send-order`. */
    readonly kind: string;
    /** What the job is doing now. */
    readonly state: JobState;
    /** Number of times that it was started. A scheduled repeat is a job of its own. */
    readonly attempts: number;
    /** When it was enqueued. */
    readonly createdAt: string;
    /** The earliest time at which it runs. */
    readonly runAt: string;
    /** Why it failed: FAILED (the gateway's log has the details) or WORKER_DIED. */
    readonly error: string | null;
    /** The branch that it is for; null if it is for none in particular. */
    readonly branch: {
      /** The id that arguments named branchId take. */
      readonly id: string;
      /** Name of the branch, as guests and operators see it. */
      readonly name: string;
      /** IANA time zone, for example Europe/Moscow. The POS uses the local time of this zone. */
      readonly timeZone: string;
    } | null;
    /** The order that the job is about. */
    readonly order: {
      /** The number by which guest and restaurant know the order; no other order of the company has it. It grants no access. */
      readonly number: string;
    } | null;
  }) | null;
}

export const OneJob: Operation<OneJobAnswer, OneJobVariables> = {
  document: `query OneJob($id: ID!) {
  node(id: $id) {
    ... on Job {
      ...JobRow
    }
  }
}

fragment JobRow on Job {
  id
  kind
  state
  attempts
  createdAt
  runAt
  error
  branch {
    id
    name
    timeZone
  }
  order {
    number
  }
}`,
};

export interface JobNewsVariables {
  readonly id: string;
}

export interface JobNewsAnswer {
  /** The current state of the job, then every change until it is done: SUCCEEDED comes last. */
  readonly jobChanged: JobRow;
}

export const JobNews: Operation<JobNewsAnswer, JobNewsVariables> = {
  document: `subscription JobNews($id: ID!) {
  jobChanged(id: $id) {
    ...JobRow
  }
}

fragment JobRow on Job {
  id
  kind
  state
  attempts
  createdAt
  runAt
  error
  branch {
    id
    name
    timeZone
  }
  order {
    number
  }
}`,
};

export interface RetryJobVariables {
  readonly id: string;
}

export interface RetryJobAnswer {
  /** Runs a DEAD job again immediately, and retries it for another day. If a newer job for the same work is waiting, that one stands for both and is returned. Safe to repeat: a job in another state stays as it is, and what was done meanwhile is not done twice. */
  readonly retryJob: {
    /** Everything that is wrong with the input, listed completely; nothing was changed in that case. Empty on success. */
    readonly userErrors: readonly ({
      /** What is wrong, in one sentence that can be shown to the user. */
      readonly message: string;
    })[];
  };
}

export const RetryJob: Operation<RetryJobAnswer, RetryJobVariables> = {
  document: `mutation RetryJob($id: ID!) {
  retryJob(id: $id) {
    userErrors {
      message
    }
  }
}`,
};

export interface PosKeysVariables {
}

export interface PosKeysAnswer {
  /** POS keys of the branches that you may work on, by their ids: whether they work, and how many calls are left. */
  readonly posKeys: readonly {
    /** The same for equal keys of one POS; it reveals nothing about the key. */
    readonly id: string;
    /** The last characters of the key. */
    readonly maskedKey: string;
    /** Whether calls with the key are possible. */
    readonly state: PosKeyState;
    /** What is wrong and how to fix it; follows Accept-Language. */
    readonly reason: string | null;
    /** The branches that use the key, by their ids, limited to those that you may work on. */
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
}

export const PosKeys: Operation<PosKeysAnswer, PosKeysVariables> = {
  document: `query PosKeys {
  posKeys(first: 50) {
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
}`,
};

export interface FlowVariables {
  readonly branchId: string;
}

export interface FlowAnswer {
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

export const Flow: Operation<FlowAnswer, FlowVariables> = {
  document: `query Flow($branchId: ID!) {
  orderFlow(branchId: $branchId, minutes: 60) {
    minute
    accepted
    secondsToPos
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
