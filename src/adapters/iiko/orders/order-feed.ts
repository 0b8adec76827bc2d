import { PosRejected, RefusalKind } from "../../../errors";
import { type PosCredential } from "../../../ports/pos/pos-branch";
import { type PosChanges } from "../../../ports/pos/pos-changes";
import { type PosOrderUpdate } from "../../../ports/pos/pos-orders";
import { toTerminalTime } from "../values/terminal-time";
import { type IikoDeliveries } from "./iiko-deliveries";
import { toPosOrderUpdate } from "./map-status";

type DeliveryFeed = Awaited<ReturnType<IikoDeliveries["deliveriesByRevision"]>>;

const HOUR_MS = 3_600_000;
/** iiko answers for three hours; slightly less here, because the clocks may differ. */
const FRESH_MS = 2.9 * HOUR_MS;
/** iiko refuses more than 24 hours, and a day on which the clocks go back has 25. */
const WINDOW_MS = 23 * HOUR_MS;

/**
 * Reads the state of all deliveries of some organizations: their changes, or all that are due in a
 * period.
 */
export class OrderFeed {
  constructor(
    private readonly client: IikoDeliveries,
    private readonly clock: () => Date,
  ) {}

  /**
   * Returns null when the position is too old for iiko, or came from a server that has restarted
   * its numbering.
   */
  async changes(
    credential: PosCredential,
    organizationIds: readonly string[],
    place: string,
  ): Promise<PosChanges | null> {
    const at = this.clock();
    const { revision, takenAt } = readPlace(place);
    if (at.getTime() - takenAt > FRESH_MS) return null;
    try {
      const feed = await this.client.deliveriesByRevision(credential, organizationIds, revision);
      return feed.maxRevision < revision
        ? null
        : { updates: updatesOf(feed), place: toPlace(feed.maxRevision, at) };
    } catch (error) {
      // Whatever its text: a refusal that is not about the key is about the position.
      if (error instanceof PosRejected && error.kind !== RefusalKind.OPERATOR) return null;
      throw error;
    }
  }

  /**
   * Makes one call for each day and time zone. The position is that of the first answer, so changes
   * made in the meantime arrive twice.
   */
  async due(
    credential: PosCredential,
    organizations: readonly { readonly organizationId: string; readonly timeZone: string }[],
    { from, to }: { readonly from: Date; readonly to: Date },
  ): Promise<PosChanges> {
    const at = this.clock();
    const updates: PosOrderUpdate[] = [];
    let revision = Infinity;
    for (const timeZone of new Set(organizations.map((each) => each.timeZone))) {
      const there = organizations.filter((each) => each.timeZone === timeZone);
      const organizationIds = there.map(({ organizationId }) => organizationId);
      for (let start = from.getTime(); start < to.getTime(); start += WINDOW_MS) {
        const end = Math.min(start + WINDOW_MS, to.getTime());
        const feed = await this.client.deliveriesByDate(credential, organizationIds, {
          deliveryDateFrom: toTerminalTime(new Date(start), timeZone),
          deliveryDateTo: toTerminalTime(new Date(end), timeZone),
        });
        updates.push(...updatesOf(feed));
        revision = Math.min(revision, feed.maxRevision);
      }
    }
    return { updates, place: toPlace(revision, at) };
  }
}

function updatesOf({ ordersByOrganizations }: DeliveryFeed): PosOrderUpdate[] {
  return ordersByOrganizations.flatMap(({ organizationId, orders }) =>
    orders.map((order) => toPosOrderUpdate(order, organizationId)),
  );
}

function toPlace(revision: number, at: Date): string {
  return `${revision}@${at.getTime()}`;
}

function readPlace(place: string): { revision: number; takenAt: number } {
  const [revision = 0, takenAt = 0] = place.split("@").map(Number);
  return { revision, takenAt };
}
