import { type DataSource } from "typeorm";

import { CatalogueWorkRow } from "../../../entities/catalogue/catalogue-work-row";

export enum CatalogueWorkState {
  RUNNING = "RUNNING",
  DONE = "DONE",
  FAILED = "FAILED",
  INTERRUPTED = "INTERRUPTED",
}

/** Work without a sign of life for this long has lost its process: thirty notes are missing. */
const SILENCE_MS = 15_000;

interface Found {
  readonly row: CatalogueWorkRow;
  readonly state: CatalogueWorkState;
}

/** The last long-running work of each kind on a branch's catalogue. */
export class FindCatalogueWorks {
  constructor(private readonly db: DataSource) {}

  /** @param branchId must exist. Newest first. */
  async execute(branchId: string): Promise<Found[]> {
    const { entities, raw } = await this.db.manager
      .createQueryBuilder(CatalogueWorkRow, "work")
      .addSelect("work.told_at < now() - make_interval(secs => :seconds)", "is_silent")
      .where("work.branch_id = :branchId", { branchId, seconds: SILENCE_MS / 1000 })
      .orderBy("work.begun_at", "DESC")
      .getRawAndEntities<{ is_silent: boolean }>();
    return entities.map((row, index) => {
      return { row, state: stateOf(row, raw[index]?.is_silent === true) };
    });
  }
}

function stateOf({ endedAt, failed }: CatalogueWorkRow, isSilent: boolean): CatalogueWorkState {
  if (endedAt) return failed ? CatalogueWorkState.FAILED : CatalogueWorkState.DONE;
  return isSilent ? CatalogueWorkState.INTERRUPTED : CatalogueWorkState.RUNNING;
}
