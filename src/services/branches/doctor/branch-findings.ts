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

/** What the POS reported about one branch. */
export interface PosFindings {
  readonly organizations: Reading<readonly PosOrganization[]>;
  /** The terminal groups of the branch's organization that the key may see. */
  readonly terminalGroups: Reading<readonly PosTerminalGroup[]>;
  /** Ids of the groups whose till responds. */
  readonly liveGroupIds: Reading<ReadonlySet<string>>;
  readonly externalMenus: Reading<readonly PosExternalMenu[]>;
  /**
   * Number of products in the branch's menu; null: the menu was not read because it, or its price
   * category, does not exist.
   */
  readonly menuItemCount: Reading<number | null>;
  readonly paymentTypes: Reading<readonly PosPaymentType[]>;
  readonly discounts: Reading<readonly PosDiscount[]>;
  readonly orderTypes: Reading<readonly PosOrderType[]>;
  /** Omitted or null: the POS has none. */
  readonly orderRules?: Reading<PosOrderRules | null>;
  readonly marketingSources?: Reading<readonly PosDictionaryEntry[] | null>;
  /**
   * Omitted: the branch does not use them, or the POS has none; null: the POS does not report any.
   */
  readonly deliveryTerms?: Reading<PosDeliveryTerms | null> | undefined;
  /**
   * Whether the organization has a loyalty programme; null: points are not used, so the POS was not
   * asked.
   */
  readonly hasLoyalty: Reading<boolean | null>;
  /**
   * The wallets that guests may have; null or omitted: points are not used, or there are no
   * wallets.
   */
  readonly wallets?: Reading<readonly PosDictionaryEntry[] | null>;
  /** undefined: the POS sends no web hooks. */
  readonly webhookUrl: Reading<string | null> | undefined;
  /** How far the POS's clock is ahead of ours; null if the POS does not report its time. */
  readonly clockAheadMs: number | null;
}

/** The channels for reaching the staff, by kind. */
export interface ChannelFindings {
  readonly known: readonly ChannelVendor[];
  /** The channels configured on this gateway. */
  readonly ready: ReadonlySet<string>;
}

/**
 * Everything known about a branch's connection, so that it can be judged without further requests.
 */
export interface BranchFindings {
  readonly branch: Pick<Branch, "timeZone"> &
    Partial<Pick<Branch, "currencyCode" | "acceptingDelivery" | "acceptingPickup">>;
  readonly settings: BranchSettings;
  /** The wording for the branch's POS, or for the one that it would get. */
  readonly vendor: PosWords;
  readonly now: Date;
  /** The POS's menu as of the last refresh; null if it was never refreshed. */
  readonly storedMenu: Pick<PosMenuRow, "issues" | "heldBack" | "refreshedAt"> | null;
  /**
   * The product that the settings name for the delivery fee, as found in that menu; null: they name
   * none, or it is not in the menu.
   */
  readonly deliveryProduct: PosMenuItem | null;
  /** Prices, according to that menu, of the products that stand for the fees of the POS's zones. */
  readonly feePrices?: ReadonlyMap<string, Kopecks>;
  /** Whether the POS's zones were ever read. */
  readonly knowsZones?: boolean;
  /** What is known about the organization's streets; null or omitted: they were never read. */
  readonly streets?: { readonly count: number; readonly readAt: Date | null } | null;
  readonly channels: ChannelFindings;
  /** Our URL for the branch's web hook; null without an organization or without web hooks. */
  readonly ownWebhookUrl: string | null;
  readonly contacts: Contacts;
  /** Interval between two polls for a key with open orders; 0: there is no polling. */
  readonly pollEverySeconds: number;
  /** An error means that the branch is not connected or that its key cannot be read. */
  readonly pos: Reading<PosFindings>;
}

/** Input of the checks that need an answer from the POS. */
export interface ConnectedFindings extends Omit<BranchFindings, "pos"> {
  readonly pos: PosFindings;
}
