import { type DataSource } from "typeorm";

import { storableJson } from "../../../domain/storable-text";
import { type Webhook } from "./read-webhooks";

/** Stores a web hook, to be recorded at once. It survives every crash from then on. */
export class ReceiveWebhook {
  /** @param wake whoever records what waits */
  constructor(
    private readonly db: DataSource,
    private readonly wake: () => void,
  ) {}

  async execute({ organizationId, body }: Webhook): Promise<void> {
    const store = "insert into waiting_webhooks (organization_id, body) values ($1, $2)";
    await this.db.query(store, [organizationId, storableJson(JSON.stringify(body))]);
    this.wake();
  }
}
