import { type DataSource } from "typeorm";

import { ownTurn } from "../../domain/time/own-turn";
import { type Clock } from "../../ports/clock";
import { able } from "../../ports/pos/pos";
import { readableAccess } from "../pos/branches-of-keys";
import { type LostOrganizations } from "../pos/lost-organizations";
import { type PosAccess, type PosConnections } from "../pos/pos-connections";
import { isPosError } from "../pos/pos-user-error";
import { type KnownStreet, StoreStreets } from "./store-streets";
import { MOST_CITIES, MOST_ORGANIZATIONS, MOST_STREETS } from "./street-limits";

const PERIOD_MS = 24 * 3_600_000;
const RETRY_MS = 15 * 60_000;

/** An organization whose streets are read now, and the key that gives access to it. */
interface DueOrganization {
  readonly branchId: string;
  readonly pos: string;
  readonly credentialSealed: string;
  readonly organizationId: string;
}

/** Deletes lists that are no longer wanted; of the others the oldest are due first. */
const DUE = `
with wanted as (
  select distinct on (organization_id_in_pos) branch_id, pos, credential_sealed, organization_id_in_pos
  from branch_settings
  where delivery_streets <> 'NONE' and pos <> 'NONE' and credential_sealed is not null and organization_id_in_pos is not null
  order by organization_id_in_pos, branch_id
), gone as (
  delete from street_lists list
  where not exists (select from wanted where wanted.organization_id_in_pos = list.organization_id_in_pos)
)
select wanted.branch_id as "branchId", wanted.pos, wanted.credential_sealed as "credentialSealed",
  wanted.organization_id_in_pos as "organizationId"
from wanted left join street_lists list on list.organization_id_in_pos = wanted.organization_id_in_pos
where list.due_at is null or list.due_at <= $1
order by list.due_at nulls first, wanted.organization_id_in_pos limit $2`;

/**
 * Reads the cities and streets of organizations that are due (the job `refresh-streets`): once a
 * day, each at its own time, a few at a time; soon after a branch wants them, and a quarter of an
 * hour after a failure. Guests and orders use what was read last, and never wait for this job.
 */
export class RefreshStreets {
  private readonly stored: StoreStreets;

  constructor(
    private readonly parts: {
      readonly db: DataSource;
      readonly connections: PosConnections;
      readonly lostOrganizations: LostOrganizations;
      readonly clock: Clock;
    },
  ) {
    this.stored = new StoreStreets(parts.db);
  }

  /** Safe to repeat. */
  async execute(): Promise<void> {
    const { db, connections } = this.parts;
    const due = await db.query<DueOrganization[]>(DUE, [this.inMs(0), MOST_ORGANIZATIONS]);
    for (const organization of due) {
      const access = readableAccess(connections, organization);
      const { organizationId } = organization;
      const streets = access && (await this.read(access, organizationId));
      if (streets) await this.stored.store(organizationId, streets, this.turnOf(organizationId));
      else await this.stored.putOff(organizationId, this.inMs(RETRY_MS));
    }
  }

  /** Returns null if the POS did not answer. */
  private async read(
    access: PosAccess,
    organizationId: string,
  ): Promise<readonly KnownStreet[] | null> {
    try {
      const read = await this.parts.lostOrganizations.ask(access, [organizationId], () =>
        readStreets(access, organizationId),
      );
      return read ?? null;
    } catch (error) {
      if (!isPosError(error)) throw error;
      return null;
    }
  }

  private turnOf(organizationId: string): Date {
    return ownTurn(organizationId, PERIOD_MS, this.inMs(PERIOD_MS / 2));
  }

  private inMs(ms: number): Date {
    return new Date(this.parts.clock.now().getTime() + ms);
  }
}

/** Reads one city after another: a POS limits these calls, and nothing is waiting for them. */
async function readStreets(
  { pos, credential }: PosAccess,
  organizationId: string,
): Promise<KnownStreet[]> {
  const known = able(pos, "streets");
  const cities = await known.deliveryCities(credential, organizationId);
  const streets = new Map<string, KnownStreet>();
  for (const city of cities.slice(0, MOST_CITIES)) {
    const found = await known.streetsOfCity(credential, organizationId, city.posId);
    for (const { posId: id, name } of found)
      if (streets.size < MOST_STREETS) streets.set(id, { id, name, city: city.name });
  }
  return [...streets.values()];
}
