import { type PosMenuItem } from "../../../domain/catalogue/pos-menu";
import { type PosDeliveryTerms } from "../../../domain/delivery/pos-delivery-terms";
import { type Kopecks } from "../../../domain/money/money";
import { type Branch } from "../../../entities/branches/branch";
import { type BranchSettings } from "../../../entities/branches/branch-settings";
import { type PosMenuRow } from "../../../entities/catalogue/pos-menu-row";
import { type ChannelVendor } from "../../../ports/channel-vendor";
import {
  type PosDictionaryEntry,
  type PosDiscount,
  type PosExternalMenu,
  type PosOrderType,
  type PosOrganization,
  type PosPaymentType,
  type PosTerminalGroup,
} from "../../../ports/pos/pos-directory";
import { type PosWords } from "../../../ports/pos/pos-guidance";
import { type PosOrderRules } from "../../../ports/pos/pos-order-terms";
import { type Contacts } from "./read-contacts";
import { type Reading } from "./reading";

/** What the POS said about one branch. */
export interface PosFindings {
  readonly organizations: Reading<readonly PosOrganization[]>;
  /** Those of the branch's organization that the key may see. */
  readonly terminalGroups: Reading<readonly PosTerminalGroup[]>;
  /** The ids of those whose till answers. */
  readonly liveGroupIds: Reading<ReadonlySet<string>>;
  readonly externalMenus: Reading<readonly PosExternalMenu[]>;
  /**
   * How many products the branch's menu has; null: it was not read, because its menu or price
   * category is not there.
   */
  readonly menuItemCount: Reading<number | null>;
  readonly paymentTypes: Reading<readonly PosPaymentType[]>;
  readonly discounts: Reading<readonly PosDiscount[]>;
  readonly orderTypes: Reading<readonly PosOrderType[]>;
  /** Left out, or null: the POS has none. */
  readonly orderRules?: Reading<PosOrderRules | null>;
  readonly marketingSources?: Reading<readonly PosDictionaryEntry[] | null>;
  /** Left out: the branch does not deliver by them, or the POS has none; null: it tells none. */
  readonly deliveryTerms?: Reading<PosDeliveryTerms | null> | undefined;
  /** Does the organization have a loyalty programme? null: points are not used, so nobody asked. */
  readonly hasLoyalty: Reading<boolean | null>;
  /** Those that guests may have; null, or left out: points are not used, or there are none. */
  readonly wallets?: Reading<readonly PosDictionaryEntry[] | null>;
  /** undefined: it sends none. */
  readonly webhookUrl: Reading<string | null> | undefined;
  /** How far its clock is ahead of ours; null when it does not tell. */
  readonly clockAheadMs: number | null;
}

/** The ways to reach people, by their kind. */
export interface ChannelFindings {
  readonly known: readonly ChannelVendor[];
  /** Those that are set up on this gateway. */
  readonly ready: ReadonlySet<string>;
}

/** All that is known about a branch's connection, to be judged without asking anybody again. */
export interface BranchFindings {
  readonly branch: Pick<Branch, "timeZone"> &
    Partial<Pick<Branch, "currencyCode" | "acceptingDelivery" | "acceptingPickup">>;
  readonly settings: BranchSettings;
  /** How people are told of the branch's POS, or of the one it would get. */
  readonly vendor: PosWords;
  readonly now: Date;
  /** The POS's menu as last refreshed; null when it never was. */
  readonly storedMenu: Pick<PosMenuRow, "issues" | "heldBack" | "refreshedAt"> | null;
  /**
   * What the settings name for the delivery fee, as that menu has it; null: they name none, or it
   * is not there.
   */
  readonly deliveryProduct: PosMenuItem | null;
  /** What the products cost, by that menu, that stand for the fees of the POS's zones. */
  readonly feePrices?: ReadonlyMap<string, Kopecks>;
  /** Were the POS's zones ever read? */
  readonly knowsZones?: boolean;
  /** What is known of the organization's streets; null, or left out: they were never read. */
  readonly streets?: { readonly count: number; readonly readAt: Date | null } | null;
  readonly channels: ChannelFindings;
  /** Our address for the branch's web hook; null without an organization, or without web hooks. */
  readonly ownWebhookUrl: string | null;
  readonly contacts: Contacts;
  /** Between two polls of a key with orders under way; 0: nothing is polled. */
  readonly pollEverySeconds: number;
  /** An error: the branch is not connected, or its key cannot be read. */
  readonly pos: Reading<PosFindings>;
}

/** What the checks are told that need an answer of the POS. */
export interface ConnectedFindings extends Omit<BranchFindings, "pos"> {
  readonly pos: PosFindings;
}
