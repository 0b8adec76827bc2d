import { type PosKind } from "../../../entities/branches/branch-settings";
import { WaitingWebhook } from "../../../entities/orders/waiting-webhook";
import { prepared } from "../../../ports/prepared";
import { type Transaction, type Transactions } from "../../../postgres/transaction";
import { type ConnectedBranches } from "../../pos/connected-branches";
import { KeptWebhooks } from "./kept-webhooks";
import { type ParseWebhooks, type Webhook } from "./parse-webhooks";
import { needsProbe } from "./reconcile-updates";
import { type RecordPosUpdate } from "./record-pos-update";
import { PUSHED, recordingOf } from "./record-webhook";

const AT_ONCE = 100;
/** A larger one is taken alone. */
const MOST_BYTES = 4 * 2 ** 20;

/**
 * Takes the oldest that no other process is working on. Those with a separate job are left to it.
 */
const takeThose = (which: string) =>
  prepared(`
with first as (
  select id, octet_length(body) bytes from waiting_webhooks where not needs_look and ${which}
  order by id limit $1 for update skip locked
), chosen as (
  select id from (select id, sum(bytes) over (order by id) - bytes as before from first) summed where before < $2
)
delete from waiting_webhooks using chosen where waiting_webhooks.id = chosen.id
returning waiting_webhooks.id, organization_id_in_pos as "organizationId", body, received_at as "receivedAt",
  (select count(*)::int from first) as found, coalesce((
    select pos from branch_settings its where its.organization_id_in_pos = waiting_webhooks.organization_id_in_pos and pos <> 'NONE' limit 1
  ), (
    select pos from former_connections was where was.organization_id_in_pos = waiting_webhooks.organization_id_in_pos limit 1
  )) as pos`);
const TAKE_NEW = takeThose("id <> all ($3::bigint[])");
const TAKE_KEPT = takeThose("id = any ($3::bigint[])");
/** The first ones, as many as $5 says, return for separate jobs. */
const PUT_BACK = `
insert into waiting_webhooks (id, organization_id_in_pos, body, received_at, needs_look) overriding system value
select id, organization_id_in_pos, body, received_at, place <= $5
from unnest($1::bigint[], $2::text[], $3::text[], $4::timestamptz[])
  with ordinality as back (id, organization_id_in_pos, body, received_at, place)`;

interface TakenWebhook {
  readonly id: string;
  readonly organizationId: string;
  readonly body: string;
  readonly receivedAt: Date;
  readonly pos: PosKind | null;
  /** How many could have been taken regardless of their size. */
  readonly found: number;
}

/** A web hook that was put back, and the orders for which it waits. */
interface PutBack {
  readonly webhook: TakenWebhook;
  readonly posOrderIds: readonly string[];
}

interface Outcome {
  readonly taken: readonly TakenWebhook[];
  readonly putBack: readonly PutBack[];
}

/**
 * Processes the inbox of web hooks in batches: one transaction records a batch and deletes it from
 * the inbox, with one statement per step for the whole batch. A web hook that needs more than that,
 * or cannot be recorded, keeps its row for a separate job. A report about an order that is locked
 * holds up no other: it stays in the inbox, with later reports about the same order behind it, and
 * is retried alone.
 */
export class ProcessWebhookInbox {
  private readonly kept = new KeptWebhooks();

  constructor(
    private readonly parts: {
      readonly transactions: Transactions;
      readonly parseWebhooks: ParseWebhooks;
      readonly recordPosUpdate: RecordPosUpdate;
      readonly connectedBranches: ConnectedBranches;
    },
  ) {}

  /**
   * May run in many processes simultaneously.
   *
   * @returns whether more may be waiting; a number means not before that many milliseconds
   * @throws if the database is unreachable
   */
  async execute(): Promise<boolean | number> {
    const more = await this.recordNew();
    for (let id = this.kept.due(); id !== undefined; id = this.kept.due())
      await this.recordAlone(id);
    return more || (this.kept.dueInMs() ?? false);
  }

  private async recordNew(): Promise<boolean> {
    try {
      const taken = await this.recordFirst(AT_ONCE, undefined);
      const found = taken[0]?.found ?? 0;
      return found === AT_ONCE || found > taken.length;
    } catch {
      return this.recordOneByOne();
    }
  }

  /** A web hook that cannot be recorded does not hold up the others. */
  private async recordOneByOne(): Promise<boolean> {
    for (let turn = 0; turn < AT_ONCE; turn += 1)
      if (!(await this.recordAlone(undefined))) return false;
    return true;
  }

  /** Records the first new one, or a kept one. Returns whether there was one. */
  private async recordAlone(kept: string | undefined): Promise<boolean> {
    let first: TakenWebhook | undefined;
    try {
      const taken = await this.recordFirst(1, kept, (webhook) => (first = webhook));
      return taken.length > 0;
    } catch (error) {
      if (!first) throw error;
      const { id, organizationId } = first;
      await this.parts.transactions.run(async (tx) => {
        const { affected } = await tx.update(
          WaitingWebhook,
          { id, needsLook: false },
          { needsLook: true },
        );
        if (affected) await this.scheduleProbe(tx, { id, organizationId });
      });
      this.kept.forget(id);
      return true;
    }
  }

  private async recordFirst(
    most: number,
    kept: string | undefined,
    onTaken: (first: TakenWebhook | undefined) => void = () => undefined,
  ): Promise<readonly TakenWebhook[]> {
    const [statement, ids] = kept === undefined ? [TAKE_NEW, this.kept.ids()] : [TAKE_KEPT, [kept]];
    const { taken, putBack } = await this.parts.transactions.run(async (tx): Promise<Outcome> => {
      const taken = await tx.rows<TakenWebhook>(statement, [most, MOST_BYTES, ids]);
      taken.sort((one, other) => Number(one.id) - Number(other.id));
      onTaken(taken[0]);
      return { taken, putBack: taken.length > 0 ? await this.record(tx, taken, kept) : [] };
    });
    // A kept one that is gone was recorded by another process.
    const done = [...taken.map(({ id }) => id), ...(kept === undefined ? [] : [kept])];
    for (const { webhook, posOrderIds } of putBack) this.kept.keep(webhook.id, posOrderIds);
    for (const id of done)
      if (!putBack.some(({ webhook }) => webhook.id === id)) this.kept.forget(id);
    return taken;
  }

  private async record(
    tx: Transaction,
    taken: readonly TakenWebhook[],
    kept: string | undefined,
  ): Promise<readonly PutBack[]> {
    const { parseWebhooks, recordPosUpdate } = this.parts;
    const read = await parseWebhooks.execute(
      tx,
      taken.map((each) => ({ ...webhookOf(each), pos: each.pos })),
    );
    const open = kept === undefined ? undefined : this.kept.openOf(kept);
    const updates = read.map((each) =>
      each.updates.filter(({ posOrderId }) => open?.includes(posOrderId) ?? true),
    );
    const passing = { busy: "skip", behind: this.kept.posOrderIds(kept) } as const;
    const verdicts = await recordPosUpdate.apply(tx, updates.flat(), PUSHED, passing);
    const putBack: PutBack[] = [];
    const looked: TakenWebhook[] = [];
    for (const [index, webhook] of taken.entries()) {
      const own = verdicts.splice(0, updates[index]?.length);
      const busy = updates[index]?.filter((_, each) => own[each] === "BUSY") ?? [];
      const posOrderIds = busy.map(({ posOrderId }) => posOrderId);
      if (own.some(needsProbe)) looked.push(webhook);
      else if (busy.length > 0 || read[index]?.again) putBack.push({ webhook, posOrderIds });
    }
    await putRowsBack(tx, [...looked, ...putBack.map(({ webhook }) => webhook)], looked.length);
    for (const webhook of looked) await this.scheduleProbe(tx, webhook);
    return putBack;
  }

  private async scheduleProbe(
    tx: Transaction,
    webhook: Pick<TakenWebhook, "id" | "organizationId">,
  ): Promise<void> {
    const branchId = await this.parts.connectedBranches.branchOf(webhook.organizationId);
    const { payload, options } = recordingOf(webhook.id);
    await tx.enqueue({ task: "record-webhook", payload, options: { ...options, branchId } });
  }
}

async function putRowsBack(
  tx: Transaction,
  rows: readonly TakenWebhook[],
  forJobs: number,
): Promise<void> {
  if (rows.length === 0) return;
  const columns = [rows.map(({ id }) => id), rows.map(({ organizationId }) => organizationId)];
  await tx.write(PUT_BACK, [
    ...columns,
    rows.map(({ body }) => body),
    rows.map(({ receivedAt }) => receivedAt),
    forJobs,
  ]);
}

function webhookOf({
  organizationId,
  body,
}: Pick<TakenWebhook, "organizationId" | "body">): Webhook {
  return { organizationId, body: JSON.parse(body) as unknown };
}
