import { type PosCredential } from "../../ports/pos";
import { type IikoClient } from "./iiko-client";

const FRESH_MS = 600_000;
/** After a failed read: an order in a hurry does not wait for the dictionary again. */
const PAUSE_MS = 60_000;
/** No order waits longer than this for the dictionary. */
const PATIENCE_MS = 2_000;

interface Entry {
  readonly kinds: ReadonlyMap<string, string>;
  readonly askAgainAt: number;
}

/** iiko's kind of every payment type, by id. Never fails: an order is not kept back for a dictionary. */
export class PaymentKinds {
  private readonly entries = new Map<string, Entry>();

  constructor(
    private readonly client: Pick<IikoClient, "paymentTypes">,
    private readonly clock: () => Date,
  ) {}

  /** Kinds read in the last ten minutes; older ones, or none, when iiko does not answer. */
  async get(credential: PosCredential, organizationId: string): Promise<ReadonlyMap<string, string>> {
    const key = JSON.stringify([credential, organizationId]);
    const now = this.clock().getTime();
    const known = this.entries.get(key);
    if (known && known.askAgainAt > now) return known.kinds;
    const entry = await within(PATIENCE_MS, this.read(credential, organizationId))
      .then((kinds) => ({ kinds, askAgainAt: now + FRESH_MS }))
      .catch(() => ({ kinds: known?.kinds ?? new Map<string, string>(), askAgainAt: now + PAUSE_MS }));
    this.entries.set(key, entry);
    return entry.kinds;
  }

  private async read(credential: PosCredential, organizationId: string): Promise<ReadonlyMap<string, string>> {
    const { paymentTypes } = await this.client.paymentTypes(credential, organizationId, { urgent: true });
    return new Map(paymentTypes.flatMap(({ id, paymentTypeKind }) => (paymentTypeKind ? [[id, paymentTypeKind]] : [])));
  }
}

/** The value, or a rejection when it takes longer than `ms`. */
async function within<T>(ms: number, value: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("The dictionary took too long")), ms);
  });
  return Promise.race([value, late]).finally(() => clearTimeout(timer));
}
