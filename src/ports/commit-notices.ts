import { type EntityManager } from "typeorm";

/** A notification of PostgreSQL that goes out when its transaction is committed. */
export interface CommitNotice {
  readonly channel: string;
  readonly payload: string;
}

const NOTICES = "commitNotices";

/**
 * Has `notice` sent with the commit of `tx`, and not at all when it is rolled back. Equal ones are
 * sent once.
 *
 * @throws {Error} `tx` is no transaction
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

/** What waits for the commit; it waits no longer. */
export function takeCommitNotices(data: Record<string, unknown>): CommitNotice[] {
  const notices = data[NOTICES] as Map<string, CommitNotice> | undefined;
  Reflect.deleteProperty(data, NOTICES);
  return [...(notices?.values() ?? [])];
}
