import { AlertLateOrders } from "../services/fallback/alert-late-orders";
import { ChannelPaces } from "../services/fallback/channel-paces";
import { ClaimMessage } from "../services/fallback/claim-message";
import { EndDeliveries } from "../services/fallback/end-deliveries";
import { FollowFallbackLink } from "../services/fallback/follow-fallback-link";
import { FollowMovedTarget } from "../services/fallback/follow-moved-target";
import { PutOffDelivery } from "../services/fallback/put-off-delivery";
import { SendStaffMessage } from "../services/fallback/send-staff-message";
import { SendTestMessage } from "../services/fallback/send-test-message";
import { WriteOrderMessages } from "../services/fallback/write-order-messages";
import { TellOfTills } from "../services/pos/tell-of-tills";
import { WatchTills } from "../services/pos/watch-tills";
import { CHANNELS } from "../vendors";
import { type OrderParts } from "./order-parts";

/**
 * How the staff of a branch learn about anything that the POS is not told, or that nobody has
 * responded to.
 */
export function createMessages(parts: OrderParts) {
  const { db, sessions, secrets, clock, report: reportUnexpected } = parts;
  const { transactions, channels, connections } = parts;
  const tell = new TellOfTills({ manager: db.manager, channels });
  const report = parts.reportLateOrder ?? (() => undefined);
  const paces = new ChannelPaces(db, parts.paceClock);
  return {
    sendStaffMessage: createTellPeople(parts, paces),
    sendTestMessage: new SendTestMessage({ db, transactions, channels, paces }),
    alertLateOrders: new AlertLateOrders({ db, sessions, clock, report, reportUnexpected }),
    watchTills: new WatchTills({ manager: db.manager, connections, clock, tell }),
    followFallbackLink: new FollowFallbackLink({ db, sessions, secrets, vendors: CHANNELS, clock }),
  };
}

function createTellPeople(parts: OrderParts, paces: ChannelPaces): SendStaffMessage {
  const { db, transactions, channels, secrets, clock, linkUrl, saveBranchSettings } = parts;
  const { sessions, report } = parts;
  const writeOrderMessages = new WriteOrderMessages(secrets, clock, linkUrl, report);
  const reportMoved = parts.reportMovedTarget ?? (() => undefined);
  return new SendStaffMessage({
    db,
    transactions,
    channels,
    paces,
    clock,
    report,
    claimMessage: new ClaimMessage({ transactions, sessions, paces, writeOrderMessages, clock }),
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
