import { type DataSource } from "typeorm";

import { Batcher } from "../../../domain/concurrency/batcher";
import { storableJson } from "../../../domain/texts/storable-text";
import { prepared } from "../../../ports/prepared";
import { type Webhook } from "./parse-webhooks";

/** POS events are about a dozen levels deep. */
const DEEPEST = 64;

/** Anything longer, in characters, is stored alone: a statement for many must not become huge. */
const LONGEST_TOGETHER = 64 * 1024;
const MOST_TOGETHER = 100;

const STORE_ALONE = prepared(
  "insert into waiting_webhooks (organization_id_in_pos, body) values ($1, $2)",
);

/** In the order of arrival. */
const STORE = prepared(`
  insert into waiting_webhooks (organization_id_in_pos, body)
  select organization_id, body
  from unnest($1::text[], $2::text[]) with ordinality as sent (organization_id, body, place)
  order by place`);

interface Sent {
  readonly organizationId: string;
  readonly body: string;
}

/** Stores a web hook for immediate recording. From then on it survives any crash. */
export class ReceiveWebhook {
  /** Those that arrive simultaneously share a statement and a disk flush. */
  private readonly together = new Batcher((sent: readonly Sent[]) => this.store(sent), {
    most: MOST_TOGETHER,
  });

  /** @param wake wakes the process that records what is waiting */
  constructor(
    private readonly db: DataSource,
    private readonly wake: () => void,
  ) {}

  /**
   * Returns whether it is a valid web hook: one nested without limit could not even be serialised.
   *
   * @param withoutGuests returns what of a body has to be kept: the rest would duplicate guest data
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

/** Whether the lists and objects of a JSON value are nested more levels deep than this. */
function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (levels === 0) return true;
  const inner: unknown[] = Array.isArray(value) ? value : Object.values(value);
  return inner.some((each) => isDeeperThan(levels - 1, each));
}
