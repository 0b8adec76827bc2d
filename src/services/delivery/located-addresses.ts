import { type DataSource } from "typeorm";

import { Batcher } from "../../domain/concurrency/batcher";
import { type PosAddressAnswer } from "../../domain/delivery/pos-address";
import { type LocatedAddress } from "../../entities/delivery/located-address";
import { type Clock } from "../../ports/clock";
import { prepared } from "../../ports/prepared";
import { LOCATION_DAYS, REST_MS } from "./address-limits";

const LOCATION_MS = LOCATION_DAYS * 24 * 3_600_000;

interface Asked {
  readonly organizationId: string;
  readonly addressKey: string;
}

/** What a POS answered some time ago. */
interface KeptAnswer extends PosAddressAnswer {
  /** Its tills are still those that it named; otherwise nothing is known of any. */
  readonly isFresh: boolean;
}

type Row = Pick<LocatedAddress, "latitude" | "longitude" | "tills" | "askedAt"> & {
  readonly place: number;
};

const FIND = prepared(`
  select asked.place, kept.latitude, kept.longitude, kept.tills, kept.asked_at as "askedAt"
  from jsonb_to_recordset($1) as asked (place integer, "organizationId" text, "addressKey" text)
  join located_addresses kept on kept.organization_id_in_pos = asked."organizationId"
    and kept.address_key = asked."addressKey"`);

const STORE = `
  insert into located_addresses (organization_id_in_pos, address_key, latitude, longitude, tills, asked_at)
  values ($1, $2, $3, $4, $5, $6)
  on conflict (organization_id_in_pos, address_key) do update set latitude = excluded.latitude,
    longitude = excluded.longitude, tills = excluded.tills, asked_at = excluded.asked_at`;

/** What POSes have answered about addresses, shared by all processes and by orders. */
export class LocatedAddresses {
  private readonly together = new Batcher((asked: readonly Asked[]) => this.read(asked));

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Addresses requested simultaneously are read by one statement.
   *
   * @returns null if it was never asked about, or too long ago
   */
  async find(organizationId: string, addressKey: string): Promise<KeptAnswer | null> {
    const row = await this.together.ask({ organizationId, addressKey });
    if (!row) return null;
    const { latitude, longitude, tills, askedAt } = row;
    const ageMs = this.clock.now().getTime() - askedAt.getTime();
    const isFresh = ageMs < REST_MS;
    const isLocated = latitude !== null && longitude !== null;
    if (ageMs >= LOCATION_MS || !(isFresh || isLocated)) return null;
    return {
      location: isLocated ? { latitude, longitude } : null,
      tills: isFresh ? tills : [],
      isFresh,
    };
  }

  async store(organizationId: string, addressKey: string, answer: PosAddressAnswer): Promise<void> {
    const { latitude = null, longitude = null } = answer.location ?? {};
    const place = [organizationId, addressKey, latitude, longitude];
    await this.db.query(STORE, [...place, JSON.stringify(answer.tills), this.clock.now()]);
  }

  private async read(asked: readonly Asked[]): Promise<(Row | null)[]> {
    const wanted = asked.map((each, place) => Object.assign({ place }, each));
    const rows = await this.db.query<Row[]>(FIND, [JSON.stringify(wanted)]);
    const byPlace = new Map(rows.map((row) => [row.place, row]));
    return asked.map((_, place) => byPlace.get(place) ?? null);
  }
}
