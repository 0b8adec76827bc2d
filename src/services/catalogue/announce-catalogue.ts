import { type EntityManager } from "typeorm";

import { type EventFeed } from "../../ports/event-feed";

/**
 * Publishes a change to the branch's catalogue: increments and announces its version. Returns that
 * version.
 */
export async function announceCatalogue(
  tx: EntityManager,
  feed: EventFeed,
  branchId: string,
): Promise<number> {
  const [[branch]] = await tx.query<[{ catalogue_version: number }[], number]>(
    "update branches set catalogue_version = catalogue_version + 1 where id = $1 returning catalogue_version",
    [branchId],
  );
  if (!branch) throw new Error("The branch vanished under its lock");
  await feed.announce(tx, `catalogue:${branchId}`);
  return branch.catalogue_version;
}
