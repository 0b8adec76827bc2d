import { createHash } from "node:crypto";

import { type DataSource, type EntityManager } from "typeorm";

import { soughtWords, streetKey } from "../../domain/delivery/street-words";

/** A street as reported by its POS. */
export interface KnownStreet {
  readonly id: string;
  readonly city: string;
  readonly name: string;
}

/** Number of rows per statement. */
const PAGE = 5_000;

const PUT_OFF = `
insert into street_lists as list (organization_id_in_pos, due_at) values ($1, $2)
on conflict (organization_id_in_pos) do update set due_at = excluded.due_at`;

const NOTE = `
insert into street_lists as list (organization_id_in_pos, content_hash, streets, read_at, due_at)
values ($1, $2, $3, now(), $4)
on conflict (organization_id_in_pos) do update set content_hash = excluded.content_hash,
  streets = excluded.streets, read_at = excluded.read_at, due_at = excluded.due_at
returning (select content_hash from street_lists where organization_id_in_pos = $1) as before`;

const STREETS = `
insert into streets (organization_id_in_pos, id_in_pos, city, name, key, words)
select $1, its.id, its.city, its.name, its.key, its.words
from jsonb_to_recordset($2) as its (id text, city text, name text, key text, words text)`;

const WORDS = `
insert into street_words (organization_id_in_pos, word, street_id_in_pos)
select $1, word, its.id from jsonb_to_recordset($2) as its (id text, words text), string_to_table(its.words, ' ') word
where word <> ''`;

/** Stores the streets that POSes reported, and what is needed to find them. */
export class StoreStreets {
  constructor(private readonly db: DataSource) {}

  /**
   * Writes nothing if no street has changed.
   *
   * @param dueAt when to ask the POS again
   */
  async store(organizationId: string, streets: readonly KnownStreet[], dueAt: Date): Promise<void> {
    const hash = hashOf(streets);
    await this.db.transaction(async (tx) => {
      const values = [organizationId, hash, streets.length, dueAt];
      const [noted] = await tx.query<{ before: string | null }[]>(NOTE, values);
      if (noted?.before !== hash) await this.replace(tx, organizationId, streets);
    });
  }

  /** The POS did not answer, so what is known stays. */
  async putOff(organizationId: string, dueAt: Date): Promise<void> {
    await this.db.query(PUT_OFF, [organizationId, dueAt]);
  }

  private async replace(
    tx: EntityManager,
    organizationId: string,
    streets: readonly KnownStreet[],
  ): Promise<void> {
    const own = [organizationId];
    await tx.query("delete from street_words where organization_id_in_pos = $1", own);
    await tx.query("delete from streets where organization_id_in_pos = $1", own);
    for (let from = 0; from < streets.length; from += PAGE) {
      const page = streets.slice(from, from + PAGE).map(({ id, city, name }) => {
        return { id, city, name, key: streetKey(name), words: soughtWords(name).join(" ") };
      });
      const rows = JSON.stringify(page);
      await tx.query(STREETS, [organizationId, rows]);
      await tx.query(WORDS, [organizationId, rows]);
    }
  }
}

/** The hash does not depend on the order in which the POS lists the streets. */
function hashOf(streets: readonly KnownStreet[]): string {
  const rows = streets.map(({ id, city, name }) => JSON.stringify([id, city, name])).sort();
  return createHash("sha256").update(rows.join("\n")).digest("base64url");
}
