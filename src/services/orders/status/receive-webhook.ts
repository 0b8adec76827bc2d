import { type DataSource } from "typeorm";

import { Batcher } from "../../../domain/concurrency/batcher";
import { storableJson } from "../../../domain/texts/storable-text";
import { prepared } from "../../../ports/prepared";
import { type Webhook } from "./parse-webhooks";

/** Events of a POS are a dozen levels deep. */
const DEEPEST = 64;

/** What is longer is stored alone, in characters: a statement for many must not become huge. */
const LONGEST_TOGETHER = 64 * 1024;
const MOST_TOGETHER = 100;

const STORE_ALONE = prepared(
  "insert into waiting_webhooks (organization_id_in_pos, body) values ($1, $2)",
);

/** In the order in which they came. */
const STORE = prepared(`
  insert into waiting_webhooks (organization_id_in_pos, body)
  select organization_id, body
  from unnest($1::text[], $2::text[]) with ordinality as sent (organization_id, body, place)
  order by place`);

interface Sent {
  readonly organizationId: string;
  readonly body: string;
}

/** Stores a web hook, to be recorded at once. It survives every crash from then on. */
export class ReceiveWebhook {
  /** Those that come at the same time share a statement, and a wait for the disk. */
  private readonly together = new Batcher((sent: readonly Sent[]) => this.store(sent), {
    most: MOST_TOGETHER,
  });

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
    const sent = { organizationId, body: storableJson(JSON.stringify(withoutGuests(body))) };
    if (sent.body.length > LONGEST_TOGETHER) await this.storeAlone(sent);
    else await this.together.ask(sent);
    return true;
  }

  private async storeAlone({ organizationId, body }: Sent): Promise<void> {
    await this.db.query(STORE_ALONE, [organizationId, body]);
    this.wake();
  }

  private async store(sent: readonly Sent[]): Promise<readonly unknown[]> {
    const bodies = sent.map(({ body }) => body);
    await this.db.query(STORE, [sent.map(({ organizationId }) => organizationId), bodies]);
    this.wake();
    return sent;
  }
}

/** Do lists and objects of a JSON value stand in each other at more than so many levels? */
function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (levels === 0) return true;
  const inner: unknown[] = Array.isArray(value) ? value : Object.values(value);
  return inner.some((each) => isDeeperThan(levels - 1, each));
}
