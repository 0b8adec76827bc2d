import { type PosCredential } from "../../ports/pos/pos-branch";
import { type PosOrderUpdate } from "../../ports/pos/pos-orders";

/** Look-ups that come together within this time become one call, though a permit is there. */
const WINDOW_MS = 10;
/** iiko's limit for one call. */
const MOST_IDS = 200;

/** What one call asks for. */
export interface OrderLookUp {
  readonly organizationId: string;
  /** At most 200; more may come until the call leaves. */
  readonly orderIds: readonly string[];
  /** Called when the call has its permit, before its body is written. */
  readonly leaving?: () => void;
}

type Read = (credential: PosCredential, lookUp: OrderLookUp) => Promise<PosOrderUpdate[]>;

interface Call {
  readonly ids: string[];
  readonly answer: Promise<ReadonlyMap<string, PosOrderUpdate>>;
}

/**
 * Merges look-ups of orders of one key and organization. Whoever comes while a call waits for its
 * permit joins it: however many orders are watched, none waits longer than for the next permit.
 */
export class OrderLookUps {
  /** Calls that have not left yet. */
  private readonly waiting = new Map<string, Call>();

  constructor(private readonly read: Read) {}

  /**
   * Orders that iiko does not know are missing from the answer. Throws what the merged call throws.
   */
  async find(
    credential: PosCredential,
    organizationId: string,
    posOrderIds: readonly string[],
  ): Promise<PosOrderUpdate[]> {
    const ids = [...new Set(posOrderIds.map((id) => id.toLowerCase()))];
    const key = JSON.stringify([credential, organizationId]);
    const calls = ids.map((id) => {
      const call = this.waiting.get(key) ?? this.begin(key, credential, organizationId);
      if (!call.ids.includes(id)) call.ids.push(id);
      if (call.ids.length >= MOST_IDS) this.waiting.delete(key);
      return call;
    });
    const answers = await Promise.all(calls.map(({ answer }) => answer));
    return ids.flatMap((id, index) => answers[index]?.get(id) ?? []);
  }

  private begin(key: string, credential: PosCredential, organizationId: string): Call {
    const ids: string[] = [];
    const leave = () => {
      if (this.waiting.get(key) === call) this.waiting.delete(key);
    };
    const answer = new Promise((resolve) => setTimeout(resolve, WINDOW_MS))
      .then(() => this.read(credential, { organizationId, orderIds: ids, leaving: leave }))
      .then((updates) => new Map(updates.map((each) => [each.posOrderId.toLowerCase(), each])))
      .finally(leave);
    const call = { ids, answer };
    this.waiting.set(key, call);
    return call;
  }
}
