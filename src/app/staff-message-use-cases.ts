import { AlertLateOrders } from "../services/fallback/alert-late-orders";
import { ChannelPaces } from "../services/fallback/channel-paces";
import { ClaimDelivery } from "../services/fallback/claim-delivery";
import { EndDeliveries } from "../services/fallback/end-deliveries";
import { FollowFallbackLink } from "../services/fallback/follow-fallback-link";
import { FollowMovedTarget } from "../services/fallback/follow-moved-target";
import { PutOffDelivery } from "../services/fallback/put-off-delivery";
import { TellPeople } from "../services/fallback/tell-people";
import { WriteOrderMessages } from "../services/fallback/write-order-messages";
import { CHANNELS } from "../vendors";
import { type OrderParts } from "./order-parts";

/** How people of a branch are told what no till is told, or nobody has answered for. */
export function createMessages(parts: OrderParts) {
  const { db, sessions, secrets, clock, report: reportUnexpected } = parts;
  const report = parts.reportLateOrder ?? (() => undefined);
  return {
    tellPeople: createTellPeople(parts),
    alertLateOrders: new AlertLateOrders({ db, sessions, clock, report, reportUnexpected }),
    followFallbackLink: new FollowFallbackLink({ db, sessions, secrets, vendors: CHANNELS, clock }),
  };
}

function createTellPeople(parts: OrderParts): TellPeople {
  const { db, transactions, channels, secrets, clock, linkUrl, saveBranchSettings } = parts;
  const { sessions, report } = parts;
  const paces = new ChannelPaces(db, parts.paceClock);
  const writeOrderMessages = new WriteOrderMessages(secrets, clock, linkUrl, report);
  const reportMoved = parts.reportMovedTarget ?? (() => undefined);
  return new TellPeople({
    db,
    transactions,
    channels,
    paces,
    clock,
    report,
    claimDelivery: new ClaimDelivery({ transactions, sessions, paces, writeOrderMessages, clock }),
    endDeliveries: new EndDeliveries({ sessions, paces, vendors: CHANNELS, clock }),
    putOffDelivery: new PutOffDelivery({ sessions, vendors: CHANNELS, clock }),
    followMovedTarget: new FollowMovedTarget({
      db,
      sessions,
      saveBranchSettings,
      vendors: CHANNELS,
      clock,
      report: reportMoved,
    }),
  });
}
