import { type EntityManager } from "typeorm";

/** A PostgreSQL notification that is sent when its transaction commits. */
export interface CommitNotice {
  readonly channel: string;
  readonly payload: string;
}

const NOTICES = "commitNotices";

/**
 * Sends `notice` with the commit of `tx`, or not at all if it is rolled back. Equal ones are sent
 * once.
 *
 * @throws {Error} if `tx` is not a transaction
 */
export function notifyAtCommit(
  { queryRunner: runner }: EntityManager,
  { channel, payload }: CommitNotice,
): void {
  if (!runner?.isTransactionActive)
    throw new Error("Only a transaction has a commit that something can be sent with");
  const notices = (runner.data[NOTICES] ??= new Map()) as Map<string, CommitNotice>;
  notices.set(`${channel} ${payload}`, { channel, payload });
}

/** Removes and returns the notices that wait for the commit. */
export function takeCommitNotices(data: Record<string, unknown>): CommitNotice[] {
  const notices = data[NOTICES] as Map<string, CommitNotice> | undefined;
  Reflect.deleteProperty(data, NOTICES);
  return [...(notices?.values() ?? [])];
}
