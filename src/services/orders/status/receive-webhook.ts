import { type DataSource } from "typeorm";

import { storableJson } from "../../../domain/texts/storable-text";
import { type Webhook } from "./parse-webhooks";

/** Events of a POS are a dozen levels deep. */
const DEEPEST = 64;

/** Stores a web hook, to be recorded at once. It survives every crash from then on. */
export class ReceiveWebhook {
  /** @param wake whoever records what waits */
  constructor(
    private readonly db: DataSource,
    private readonly wake: () => void,
  ) {}

  /**
   * Returns whether it is one: what is nested without an end could not even be written down.
   *
   * @param withoutGuests what of a body has to be kept: the rest would be a second copy of the
   * guest's data
   */
  async execute(
    { organizationId, body }: Webhook,
    withoutGuests: (body: unknown) => unknown = (whole) => whole,
  ): Promise<boolean> {
    if (isDeeperThan(DEEPEST, body)) return false;
    const store = "insert into waiting_webhooks (organization_id_in_pos, body) values ($1, $2)";
    await this.db.query(store, [organizationId, storableJson(JSON.stringify(withoutGuests(body)))]);
    this.wake();
    return true;
  }
}

/** Do lists and objects of a JSON value stand in each other at more than so many levels? */
function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (levels === 0) return true;
  const inner: unknown[] = Array.isArray(value) ? value : Object.values(value);
  return inner.some((each) => isDeeperThan(levels - 1, each));
}
