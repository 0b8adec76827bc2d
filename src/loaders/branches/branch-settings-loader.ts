import DataLoader from "dataloader";
import { type DataSource, In } from "typeorm";

import { NO_SUCH_BRANCH } from "../../domain/errors/thrown-texts";
import { BranchSettings } from "../../entities/branches/branch-settings";
import { NotFound } from "../../errors";
import { perRequest } from "../per-request";

/** Loads the settings of any number of branches in one query per request. */
export class BranchSettingsLoader {
  private readonly loaderOf: (context: object) => DataLoader<string, BranchSettings>;

  constructor(db: DataSource) {
    this.loaderOf = perRequest(
      () => new DataLoader((branchIds: readonly string[]) => load(db, branchIds)),
    );
  }

  /** @throws {NotFound} if there is no such branch */
  load(context: object, branchId: string): Promise<BranchSettings> {
    return this.loaderOf(context).load(branchId);
  }

  /** Called after a change within the same request. */
  forget(context: object, branchId: string): void {
    this.loaderOf(context).clear(branchId);
  }
}

async function load(
  db: DataSource,
  branchIds: readonly string[],
): Promise<(BranchSettings | Error)[]> {
  const found = await db.manager.findBy(BranchSettings, { branchId: In([...branchIds]) });
  const byId = new Map(found.map((settings) => [settings.branchId, settings]));
  return branchIds.map((id) => byId.get(id) ?? new NotFound(NO_SUCH_BRANCH));
}
