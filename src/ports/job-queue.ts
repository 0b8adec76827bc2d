import { type EntityManager } from "typeorm";

/** Every kind of background work, and what one of its jobs carries. */
export interface Tasks {
  "send-order": { readonly orderId: string };
  /** `look` counts from 0 and determines the pause before the next one. */
  "confirm-submission": { readonly orderId: string; readonly look: number };
  "tell-people": { readonly deliveryId: string };
  "cancel-order": { readonly commandId: string };
  /** Concerns what the POS holds of its guest's points. */
  "cancel-hold": { readonly orderId: string };
  /**
   * News of the order came while it was locked; `tries` counts from 0 and determines the pause
   * before the next one.
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
   * another. `others`: further keys polled together with it.
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
  /** Not before this much time has passed, by the database's clock; immediately if omitted. */
  readonly delayMs?: number;
  /** At most one job waits per key: a new one replaces it. */
  readonly key?: string;
  /** A job already waiting under the key keeps its time. */
  readonly keepRunAt?: boolean;
  /**
   * Waits as long as stated even if the running job of the same key fails, because someone else
   * asked for the pause.
   */
  readonly firm?: boolean;
  /** Jobs of one queue run one after another, across all processes. */
  readonly queue?: string;
  /**
   * The branch that the work belongs to: however much of it waits, other branches get their share.
   */
  readonly branchId?: string | null;
  /** Other jobs of its kind and branch go first. */
  readonly isBehind?: boolean;
  /**
   * Its place among the jobs of its branch, in the lane of orders; defaults to when it is added.
   */
  readonly placeAt?: Date | null;
}

export interface NewJob<T extends TaskName> {
  readonly payload: Tasks[T];
  readonly options?: JobOptions;
}

/** A job identified by its key. */
export interface KeyedJob<T extends TaskName> extends NewJob<T> {
  readonly options: JobOptions & { readonly key: string };
}

/** A job that a process holds until it ends it under the same generation. */
export interface HeldJob {
  readonly id: string;
  readonly owner: string;
  readonly generation: number;
}

/** A job of any kind. */
export type AnyJob = { [T in TaskName]: { readonly task: T } & NewJob<T> }[TaskName];

/** Background work that survives every crash. */
export interface JobQueue {
  /**
   * Adds a job as part of `tx`: it exists if and only if the transaction commits. Returns its id.
   */
  enqueue<T extends TaskName>(
    tx: EntityManager,
    task: T,
    payload: Tasks[T],
    options?: JobOptions,
  ): Promise<string>;
  /** Does the same for many jobs, no two with the same key. Returns their ids, in any order. */
  enqueueAll<T extends TaskName>(
    tx: EntityManager,
    task: T,
    jobs: readonly NewJob<T>[],
  ): Promise<readonly string[]>;
  /** Does the same for jobs of any kind, in one statement. */
  enqueueEach(tx: EntityManager, jobs: readonly AnyJob[]): Promise<readonly string[]>;
  /**
   * Returns which of these keys have a job that waits or runs. A job that is no longer tried does
   * not count: what it promised will not be done.
   */
  present(tx: EntityManager, keys: readonly string[]): Promise<ReadonlySet<string>>;
  /**
   * Withdraws the jobs that wait under these keys, as part of `tx`; a job that is already running
   * continues. It also ends the jobs that are completed by what `tx` writes, if they are still held
   * as they were claimed: whoever holds them otherwise continues them.
   */
  withdraw(tx: EntityManager, keys: readonly string[], done?: readonly HeldJob[]): Promise<void>;
  /**
   * Restarts a job that is no longer tried, immediately. If a newer one with its key is waiting,
   * that one replaces both. Returns the id of the job that waits now; null if the job is gone, or
   * still being tried.
   */
  revive(tx: EntityManager, id: string): Promise<string | null>;
  /**
   * Deletes jobs that were added before that time and are no longer tried, oldest first and `most`
   * at a time. Returns how many.
   */
  forgetFailed(tx: EntityManager, before: Date, most: number): Promise<number>;
}
