import DataLoader from "dataloader";

import { type PosLoyaltyAccount } from "../../ports/pos/pos-loyalty";
import { type LoyaltyStatement, type ReadLoyalty } from "../../services/loyalty/read-loyalty";
import { type PosConnection, type PosConnections } from "../../services/pos/pos-connections";
import { perRequest } from "../per-request";

interface Guest {
  readonly branchId: string;
  readonly phone: string;
}

/**
 * Loads guests' points for one request: each branch's once, and the POS is asked once per guest and
 * organization.
 */
export class LoyaltyLoader {
  private readonly loaderOf = perRequest(() => this.loader());

  constructor(
    private readonly readLoyalty: ReadLoyalty,
    private readonly connections: PosConnections,
  ) {}

  /** Throws like {ReadLoyalty}. */
  load(context: object, branchId: string, phone: string): Promise<LoyaltyStatement> {
    return this.loaderOf(context).load({ branchId, phone });
  }

  private loader(): DataLoader<Guest, LoyaltyStatement, string> {
    const asked = new Map<string, Promise<PosLoyaltyAccount>>();
    const ask = (connection: PosConnection, phone: string): Promise<PosLoyaltyAccount> => {
      const { branch, settings } = connection;
      const key = JSON.stringify([
        this.connections.access(settings).id,
        branch.organizationId,
        phone,
      ]);
      const answer = asked.get(key) ?? this.readLoyalty.ask(connection, phone, "LOOK");
      asked.set(key, answer);
      return answer;
    };
    // Deliberately unbatched: a restaurant that does not answer must not hold up the others.
    return new DataLoader(
      (guests) =>
        Promise.all(
          guests.map(({ branchId, phone }) => this.readLoyalty.execute(branchId, phone, { ask })),
        ),
      { batch: false, cacheKeyFn: ({ branchId, phone }) => JSON.stringify([branchId, phone]) },
    );
  }
}
