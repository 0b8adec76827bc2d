import { type DataSource, type EntityManager } from "typeorm";

import { type PosKind } from "../../../entities/branch-settings";
import { type JobQueue } from "../../../ports/job-queue";
import { prepared } from "../../../ports/prepared";
import { type ConnectedBranches } from "../../branches/connected-branches";
import { type ReadWebhooks, type Webhook } from "./read-webhooks";
import { type RecordPosUpdate } from "./record-pos-update";
import { PUSHED } from "./record-webhook";
import { needsLook } from "./take-over-updates";

const AT_ONCE = 100;
/** One that is larger is taken alone. */
const MOST_BYTES = 4 * 2 ** 20;

/** The oldest that nobody else is at work on. */
const TAKE = prepared(`
with first as (
  select id, octet_length(body) bytes from waiting_webhooks order by id limit $1 for update skip locked
), chosen as (
  select id from (select id, sum(bytes) over (order by id) - bytes as before from first) summed where before < $2
)
delete from waiting_webhooks using chosen where waiting_webhooks.id = chosen.id
returning waiting_webhooks.id, organization_id as "organizationId", body, (select count(*)::int from first) as found, (
  select pos from branch_settings its where its.organization_id = waiting_webhooks.organization_id and pos <> 'NONE' limit 1
) as pos`);

interface TakenWebhook {
  readonly id: string;
  readonly organizationId: string;
  readonly body: string;
  readonly pos: PosKind | null;
  /** How many could have been taken, but for their size. */
  readonly found: number;
}

/**
 * Records the web hooks that wait, many in one transaction, which also forgets them. Their number costs little: every step
 * is one statement for all of them. What needs more than that, or cannot be recorded, becomes a job of its own.
 */
export class RecordWaitingWebhooks {
  constructor(
    private readonly parts: {
      readonly db: DataSource;
      readonly readWebhooks: ReadWebhooks;
      readonly recordPosUpdate: RecordPosUpdate;
      readonly connectedBranches: ConnectedBranches;
      readonly jobs: JobQueue;
    },
  ) {}

  /** May run in many processes at once. Returns whether more may wait. @throws the database is out of reach */
  async execute(): Promise<boolean> {
    try {
      const taken = await this.parts.db.transaction((tx) => this.recordFirst(tx, AT_ONCE));
      const found = taken[0]?.found ?? 0;
      return found === AT_ONCE || found > taken.length;
    } catch {
      return this.recordOneByOne();
    }
  }

  /** One that cannot be recorded does not hold up the others. */
  private async recordOneByOne(): Promise<boolean> {
    for (let turn = 0; turn < AT_ONCE; turn += 1) if (!(await this.recordAlone())) return false;
    return true;
  }

  /** Returns whether there was one. */
  private async recordAlone(): Promise<boolean> {
    const { db } = this.parts;
    let first: TakenWebhook | undefined;
    try {
      const taken = await db.transaction((tx) => this.recordFirst(tx, 1, (webhook) => (first = webhook)));
      return taken.length > 0;
    } catch (error) {
      if (!first) throw error;
      const { id } = first;
      const webhook = webhookOf(first);
      await db.transaction(async (tx) => {
        const [, count] = await tx.query<[unknown, number]>("delete from waiting_webhooks where id = $1", [id]);
        if (count > 0) await this.lookLater(tx, webhook);
      });
      return true;
    }
  }

  private async recordFirst(
    tx: EntityManager,
    most: number,
    onTaken: (first: TakenWebhook | undefined) => void = () => undefined,
  ): Promise<TakenWebhook[]> {
    const [taken] = await tx.query<[TakenWebhook[], number]>(TAKE, [most, MOST_BYTES]);
    taken.sort((one, other) => Number(one.id) - Number(other.id));
    onTaken(taken[0]);
    if (taken.length > 0) await this.record(tx, taken);
    return taken;
  }

  private async record(tx: EntityManager, taken: readonly TakenWebhook[]): Promise<void> {
    const { readWebhooks, recordPosUpdate } = this.parts;
    const webhooks = taken.map((each) => ({ ...webhookOf(each), pos: each.pos }));
    const updates = await readWebhooks.execute(tx, webhooks);
    const verdicts = await recordPosUpdate.apply(tx, updates.flat(), PUSHED);
    for (const [index, { organizationId, body }] of webhooks.entries()) {
      const own = verdicts.splice(0, updates[index]?.length);
      if (own.some(needsLook)) await this.lookLater(tx, { organizationId, body });
    }
  }

  private async lookLater(tx: EntityManager, webhook: Webhook): Promise<void> {
    const branchId = await this.parts.connectedBranches.branchOf(webhook.organizationId);
    await this.parts.jobs.enqueue(tx, "record-webhook", webhook, { branchId });
  }
}

function webhookOf({ organizationId, body }: TakenWebhook): Webhook {
  return { organizationId, body: JSON.parse(body) as unknown };
}
