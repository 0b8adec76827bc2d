import DataLoader from "dataloader";
import { type DataSource } from "typeorm";

import { type SettingsChange } from "../../entities/branches/settings-change";
import { perRequest } from "../per-request";

/** A page of the changes to a branch's settings. */
interface ChangesAsked {
  readonly branchId: string;
  /** Whether to include what concerns every branch of its company. */
  readonly administers: boolean;
  /** The id of the last change seen; null for the newest. */
  readonly olderThan: string | null;
  readonly limit: number;
}

const MAX_ID = "9223372036854775807";

/** Loads pages of changes, newest first, for any number of branches in one query per request. */
export class SettingsChangesLoader {
  readonly of: (context: object) => DataLoader<ChangesAsked, SettingsChange[], string>;

  constructor(db: DataSource) {
    this.of = perRequest(
      () =>
        new DataLoader((asked: readonly ChangesAsked[]) => load(db, asked), {
          cacheKeyFn: JSON.stringify,
        }),
    );
  }
}

async function load(db: DataSource, asked: readonly ChangesAsked[]): Promise<SettingsChange[][]> {
  const rows = await db.query<(SettingsChange & { place: number })[]>(
    `select a.place::int - 1 as place, c.id, c.branch_id as "branchId", c.at, c.actor, c.field, c.before, c.after
     from unnest($1::uuid[], $2::boolean[], $3::bigint[], $4::int[]) with ordinality
       as a (branch_id, administers, older_than, most, place)
     cross join lateral (
       (select * from settings_changes where branch_id = a.branch_id and id < coalesce(a.older_than, ${MAX_ID})
        order by id desc limit a.most)
       union all
       (select * from settings_changes where a.administers and branch_id is null
          and company_id = (select company_id from branches where id = a.branch_id)
          and id < coalesce(a.older_than, ${MAX_ID})
        order by id desc limit a.most)
       order by id desc limit a.most
     ) as c
     order by a.place, c.id desc`,
    [
      asked.map(({ branchId }) => branchId),
      asked.map(({ administers }) => administers),
      asked.map(({ olderThan }) => olderThan),
      asked.map(({ limit }) => limit),
    ],
  );
  const pages = asked.map((): SettingsChange[] => []);
  for (const { place, ...row } of rows) pages[place]?.push(row);
  return pages;
}
