import { type EntityManager } from "typeorm";

/** Every kind of background work and what one job of it carries. */
export interface Tasks {
  "send-order": { readonly orderId: string };
  /** `look` counts from 0; it sets the pause before the next one. */
  "confirm-submission": { readonly orderId: string; readonly look: number };
  "tell-people": { readonly deliveryId: string };
  "cancel-order": { readonly commandId: string };
  /** What the POS holds of its guest's points. */
  "cancel-hold": { readonly orderId: string };
  /**
   * Its news came while it was locked; `tries` counts from 0, it sets the pause before the next
   * one.
   */
  "catch-up-order": { readonly orderId: string; readonly tries: number };
  /**
   * A row of waiting_webhooks; or the web hook itself, in jobs from before those rows outlived
   * their first reading.
   */
  "record-webhook":
    { readonly webhookId: string } | { readonly organizationId: string; readonly body: unknown };
  "alert-late-orders": object;
  "check-webhooks": object;
  "forget-old": object;
  "plan-polls": object;
  /**
   * Branches of one key, and that key: their orders may have been sent with it before they got
   * another. `others`: further keys that are polled together with it.
   */
  "poll-orders": {
    readonly branchIds: readonly string[];
    readonly keyId?: string;
    readonly others?: readonly { readonly branchIds: readonly string[]; readonly keyId?: string }[];
  };
  "refresh-pos-menus": object;
  "refresh-pos-menu": { readonly branchId: string };
  "refresh-stop-lists": object;
  "refresh-delivery-zones": object;
  "refresh-streets": object;
  "watch-tills": object;
  "work-branches-plan": { readonly planId: string };
}

export type TaskName = keyof Tasks;

export interface JobOptions {
  /** Not before that much time has passed, by the database's clock; at once when left out. */
  readonly delayMs?: number;
  /** At most one waiting job per key: a new one replaces it. */
  readonly key?: string;
  /** A waiting job of that key keeps its time. */
  readonly keepRunAt?: boolean;
  /**
   * It waits as long as it says, although the job of its key that runs now fails: the pause is what
   * somebody else asked for.
   */
  readonly firm?: boolean;
  /** Jobs of one queue run one after another, across all processes. */
  readonly queue?: string;
  /** Whose work it is: however much of it waits, other branches get their share. */
  readonly branchId?: string | null;
  /** Others of its kind and its branch go first. */
  readonly isBehind?: boolean;
  /**
   * Its place among the jobs of its branch, in the lane of orders; when it is added when left out.
   */
  readonly placeAt?: Date | null;
}

export interface NewJob<T extends TaskName> {
  readonly payload: Tasks[T];
  readonly options?: JobOptions;
}

/** A job that is known by its key. */
export interface KeyedJob<T extends TaskName> extends NewJob<T> {
  readonly options: JobOptions & { readonly key: string };
}

/** A job that a process has, until it ends it under the same generation. */
export interface HeldJob {
  readonly id: string;
  readonly owner: string;
  readonly generation: number;
}

/** A job of any kind. */
export type AnyJob = { [T in TaskName]: { readonly task: T } & NewJob<T> }[TaskName];

/** Background work that survives every crash. */
export interface JobQueue {
  /** Adds a job as part of `tx`: it exists exactly when the transaction commits. Returns its id. */
  enqueue<T extends TaskName>(
    tx: EntityManager,
    task: T,
    payload: Tasks[T],
    options?: JobOptions,
  ): Promise<string>;
  /** The same for many jobs, no two of one key. Returns their ids, in any order. */
  enqueueAll<T extends TaskName>(
    tx: EntityManager,
    task: T,
    jobs: readonly NewJob<T>[],
  ): Promise<readonly string[]>;
  /** The same for jobs of any kinds, in one statement. */
  enqueueEach(tx: EntityManager, jobs: readonly AnyJob[]): Promise<readonly string[]>;
  /**
   * Which of these keys have a job that waits or runs. A job that is not tried any more counts for
   * nothing: what it promised will not be done.
   */
  present(tx: EntityManager, keys: readonly string[]): Promise<ReadonlySet<string>>;
  /**
   * Takes back what waits under these keys, as part of `tx`; a job that runs already goes on. And
   * ends the jobs that are done by what `tx` writes, where they still are held as they were
   * claimed: whoever has them now goes on with them.
   */
  withdraw(tx: EntityManager, keys: readonly string[], done?: readonly HeldJob[]): Promise<void>;
  /**
   * Lets a job that is not tried any more begin anew, at once. Where a newer one of its key waits,
   * that one stands for both. Returns the id of what waits now; null if the job is gone, or tried.
   */
  revive(tx: EntityManager, id: string): Promise<string | null>;
  /**
   * Forgets jobs that were added before that time and are not tried any more, the oldest first and
   * `most` at a time. Returns how many.
   */
  forgetFailed(tx: EntityManager, before: Date, most: number): Promise<number>;
}
