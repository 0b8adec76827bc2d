import DataLoader from "dataloader";
import { type PosCredential, type PosOrderUpdate } from "../../ports/pos";

/**
 * Look-ups that come together within this time become one call: many orders are watched at the same
 * pace.
 */
const WINDOW_MS = 10;
/** iiko's limit for one call. */
const MOST_IDS = 200;

type Read = (
  credential: PosCredential,
  organizationId: string,
  posOrderIds: readonly string[],
) => Promise<PosOrderUpdate[]>;

/** Merges look-ups of orders of one key and organization. */
export class OrderLookUps {
  private readonly loaders = new Map<string, DataLoader<string, PosOrderUpdate | undefined>>();

  constructor(private readonly read: Read) {}

  /**
   * Orders that iiko does not know are missing from the answer. Throws what the merged call throws.
   */
  async find(
    credential: PosCredential,
    organizationId: string,
    posOrderIds: readonly string[],
  ): Promise<PosOrderUpdate[]> {
    const loader = this.loaderOf(credential, organizationId);
    const ids = new Set(posOrderIds.map((id) => id.toLowerCase()));
    const found = await Promise.all([...ids].map((id) => loader.load(id)));
    return found.filter((update) => update !== undefined);
  }

  private loaderOf(credential: PosCredential, organizationId: string) {
    const key = JSON.stringify([credential, organizationId]);
    const waiting = this.loaders.get(key);
    if (waiting) return waiting;
    const loader = new DataLoader<string, PosOrderUpdate | undefined>(
      async (ids) => {
        const updates = await this.read(credential, organizationId, ids);
        const byId = new Map(updates.map((update) => [update.posOrderId.toLowerCase(), update]));
        return ids.map((id) => byId.get(id));
      },
      {
        maxBatchSize: MOST_IDS,
        // Its memory is of the ids that wait: it ends with the window, so every later look-up is a
        // new one.
        batchScheduleFn: (dispatch) => {
          setTimeout(() => {
            this.loaders.delete(key);
            dispatch();
          }, WINDOW_MS);
        },
      },
    );
    this.loaders.set(key, loader);
    return loader;
  }
}
