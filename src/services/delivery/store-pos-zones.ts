import { type DataSource } from "typeorm";

import { type DeliveryZone } from "../../domain/delivery/delivery-zone";

/** The zones of a branch, as just read from its POS. */
export interface ReadZones {
  readonly branchId: string;
  /** The organization they belong to. */
  readonly organizationId: string;
  readonly zones: readonly DeliveryZone[];
  /** They are only a guess. */
  readonly decidedElsewhere: boolean;
}

/**
 * A branch that has since been connected differently, or reads its zones elsewhere, keeps what it
 * has.
 */
const STORE = `
with read as (
  select told.* from jsonb_to_recordset($1) as told (
    "branchId" uuid, "organizationId" text, zones jsonb, "decidedElsewhere" boolean
  )
  join branch_settings its on its.branch_id = told."branchId"
  where its.organization_id_in_pos = told."organizationId" and its.delivery_zones_from = 'POS'
), changed as (
  select read."branchId" from read left join delivery_zones kept on kept.branch_id = read."branchId" and kept.source = 'POS'
  where kept.zones is distinct from read.zones or kept.decided_elsewhere is distinct from read."decidedElsewhere"
), stored as (
  insert into delivery_zones as kept (branch_id, source, zones, organization_id_in_pos, read_at, due_at, decided_elsewhere)
  select "branchId", 'POS', zones, "organizationId", $2, $3, "decidedElsewhere" from read order by "branchId"
  on conflict (branch_id, source) do update set zones = excluded.zones, read_at = excluded.read_at,
    organization_id_in_pos = excluded.organization_id_in_pos, due_at = excluded.due_at,
    decided_elsewhere = excluded.decided_elsewhere
)
update branches set delivery_zones_revision = delivery_zones_revision + 1 where id in (select "branchId" from changed)`;

/**
 * A branch whose zones were never read is postponed too; otherwise every round would request them
 * again.
 */
const PUT_OFF = `
insert into delivery_zones (branch_id, source, zones, organization_id_in_pos, read_at, due_at)
select branch_id, 'POS', '[]', organization_id_in_pos, null, $2 from branch_settings
where branch_id = any ($1) and delivery_zones_from = 'POS' order by branch_id
on conflict (branch_id, source) do update set due_at = excluded.due_at`;

/** Stores what POSes said about where branches deliver. */
export class StorePosZones {
  constructor(private readonly db: Pick<DataSource, "query">) {}

  /** @param dueAt when to ask the POS again */
  async store(read: readonly ReadZones[], readAt: Date, dueAt: Date): Promise<void> {
    if (read.length > 0) await this.db.query(STORE, [JSON.stringify(read), readAt, dueAt]);
  }

  /** The POS did not answer, so what is known stays. */
  async putOff(branchIds: readonly string[], dueAt: Date): Promise<void> {
    if (branchIds.length > 0) await this.db.query(PUT_OFF, [branchIds, dueAt]);
  }
}
