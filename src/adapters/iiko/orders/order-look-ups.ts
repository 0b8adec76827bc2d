import { standsBehind } from "../../../domain/checkout/place-in-line";
import { type PosCredential } from "../../../ports/pos/pos-branch";
import { type PosOrderUpdate } from "../../../ports/pos/pos-orders";

/** Look-ups made within this time become a single call, even if a permit is available. */
const WINDOW_MS = 10;
/** iiko's limit for one call. */
const MOST_IDS = 200;

/** What one call requests. */
export interface OrderLookUp {
  readonly organizationId: string;
  /** At most 200; ids may be added until the call leaves. */
  readonly orderIds: readonly string[];
  /** Called when the call has its permit, before its body is written. */
  readonly leaving?: () => void;
  /** Place of the order that waits for it, in the line of its branch. */
  readonly placeAt?: Date | null;
}

type Read = (credential: PosCredential, lookUp: OrderLookUp) => Promise<PosOrderUpdate[]>;

interface Call {
  readonly ids: string[];
  readonly answer: Promise<ReadonlyMap<string, PosOrderUpdate>>;
}

/**
 * Merges look-ups of orders of the same key and organization. A look-up that arrives while a call
 * waits for its permit joins it: however many orders are watched, none waits longer than for the
 * next permit. Orders whose turn has not come yet have a separate call, which goes after the
 * others.
 */
export class OrderLookUps {
  /** Calls that have not left yet. */
  private readonly waiting = new Map<string, Call>();

  constructor(private readonly read: Read) {}

  /** Orders unknown to iiko are missing from the answer. Throws whatever the merged call throws. */
  async find(
    credential: PosCredential,
    organizationId: string,
    posOrderIds: readonly string[],
    placeAt: Date | null = null,
  ): Promise<PosOrderUpdate[]> {
    const ids = [...new Set(posOrderIds.map((id) => id.toLowerCase()))];
    const key = JSON.stringify([credential, organizationId, standsBehind(placeAt)]);
    const begin = () =>
      this.begin(key, (rest) => this.read(credential, { organizationId, placeAt, ...rest }));
    const calls = ids.map((id) => {
      const call = this.waiting.get(key) ?? begin();
      if (!call.ids.includes(id)) call.ids.push(id);
      if (call.ids.length >= MOST_IDS) this.waiting.delete(key);
      return call;
    });
    const answers = await Promise.all(calls.map(({ answer }) => answer));
    return ids.flatMap((id, index) => answers[index]?.get(id) ?? []);
  }

  private begin(
    key: string,
    read: (rest: Pick<OrderLookUp, "orderIds" | "leaving">) => Promise<PosOrderUpdate[]>,
  ): Call {
    const ids: string[] = [];
    const leaving = () => {
      if (this.waiting.get(key) === call) this.waiting.delete(key);
    };
    const answer = new Promise((resolve) => setTimeout(resolve, WINDOW_MS))
      .then(() => read({ orderIds: ids, leaving }))
      .then((updates) => new Map(updates.map((each) => [each.posOrderId.toLowerCase(), each])))
      .finally(leaving);
    const call = { ids, answer };
    this.waiting.set(key, call);
    return call;
  }
}
