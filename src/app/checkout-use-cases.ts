import { type DataSource } from "typeorm";

import { ProofOfWork } from "../adapters/proof-of-work/proof-of-work";
import { type Clock } from "../ports/clock";
import { NO_ORDER_METER, type OrderMeter } from "../ports/order-meter";
import { type Secrets } from "../ports/secrets";
import { NO_SPANS, type Spans } from "../ports/spans";
import { type Transactions } from "../postgres/transaction";
import { GuestQuestionLimit } from "../security/guest-question-limit";
import { type ShownMenu } from "../services/catalogue/menu/shown-menu";
import { type BusyKitchens } from "../services/checkout/busy-kitchens";
import { type ChooseTime } from "../services/checkout/choose-time";
import { CreateOrder } from "../services/checkout/create-order";
import { IssueChallenge } from "../services/checkout/issue-challenge";
import { LookAtBranches } from "../services/checkout/look-at-branches";
import { OpenStates } from "../services/checkout/open-states";
import { PriceCheckout } from "../services/checkout/price-checkout";
import { QuoteOrder } from "../services/checkout/quote-order";
import { SaveOrder } from "../services/checkout/save-order";
import { type FindPlace } from "../services/delivery/find-place";
import { type KeptZones } from "../services/delivery/kept-zones";
import { type KnownStreets } from "../services/delivery/known-streets";
import { ConfirmDiscount } from "../services/loyalty/confirm-discount";
import { FindCustomer } from "../services/loyalty/find-customer";
import { ListPoints } from "../services/loyalty/list-points";
import { OfferPoints } from "../services/loyalty/offer-points";
import { OpenWallets } from "../services/loyalty/open-wallets";
import { QuoteLoyalty } from "../services/loyalty/quote-loyalty";
import { ReadLoyalty } from "../services/loyalty/read-loyalty";
import { type LostOrganizations } from "../services/pos/lost-organizations";
import { type PosConnections } from "../services/pos/pos-connections";
import { AskCoupons } from "../services/promotions/ask-coupons";
import { FindPromoCodes } from "../services/promotions/find-promo-codes";
import { createDelivery } from "./delivery-use-cases";
import { createTimes } from "./order-times";
import { rememberedTimes } from "./remembered-times";

/** Memory for promo codes that a POS recently did not know: about ten thousand. */
const UNKNOWN_CODES_BYTES = 4 * 2 ** 20;

export interface CheckoutParts {
  readonly db: DataSource;
  readonly transactions: Transactions;
  readonly connections: PosConnections;
  readonly lostOrganizations: LostOrganizations;
  readonly menus: { get(branchId: string, leastRevision?: number): Promise<ShownMenu | undefined> };
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly orderMeter?: OrderMeter | undefined;
  readonly spans?: Spans | undefined;
}

/** What a guest has, what an order would cost, and placing it. */
export function createCheckoutUseCases(parts: CheckoutParts) {
  const { db, transactions, connections, secrets, clock } = parts;
  const { orderMeter: meter = NO_ORDER_METER, spans = NO_SPANS } = parts;
  const questions = new GuestQuestionLimit(clock);
  const readLoyalty = new ReadLoyalty(db, connections, clock, questions);
  const coupons = new AskCoupons(connections, clock, rememberedTimes(UNKNOWN_CODES_BYTES));
  const openWallets = new OpenWallets(db);
  const times = createTimes(db, clock);
  const delivery = createDelivery(parts, times);
  const priceCheckout = createPriceCheckout(parts, { openWallets, coupons, ...delivery, ...times });
  const confirmDiscount = new ConfirmDiscount(connections, clock);
  const offerPoints = new OfferPoints(readLoyalty);
  const challenges = new ProofOfWork(secrets, clock);
  const asked = { manager: db.manager, priceCheckout, confirmDiscount, offerPoints, clock };
  return {
    findTimeSlots: times.findTimeSlots,
    readLoyalty,
    findCustomer: new FindCustomer(db),
    openWallets,
    ...delivery,
    ...createLooks(parts, times),
    listPoints: new ListPoints(clock, questions),
    quoteOrder: new QuoteOrder({
      ...asked,
      ...times,
      quoteLoyalty: new QuoteLoyalty(connections, questions),
    }),
    issueChallenge: new IssueChallenge(db, challenges),
    createOrder: new CreateOrder({
      ...asked,
      ...times,
      saveOrder: new SaveOrder(transactions),
      challenges,
      secrets,
      meter,
      spans,
    }),
  };
}

interface PricingParts {
  readonly openWallets: OpenWallets;
  readonly coupons: AskCoupons;
  readonly findPlace: FindPlace;
  readonly keptZones: KeptZones;
  readonly knownStreets: KnownStreets;
  readonly chooseTime: ChooseTime;
  readonly busyKitchens: BusyKitchens;
}

function createPriceCheckout(
  { db, menus, clock, connections }: CheckoutParts,
  {
    openWallets,
    coupons,
    findPlace,
    keptZones,
    knownStreets,
    chooseTime,
    busyKitchens,
  }: PricingParts,
): PriceCheckout {
  return new PriceCheckout({
    db,
    menus,
    findPromoCodes: new FindPromoCodes(db, coupons),
    openWallets,
    findPlace,
    zones: keptZones,
    streets: knownStreets,
    times: chooseTime,
    busyKitchens,
    clock,
    vendors: connections,
  });
}

/** Whether branches accept orders now. */
function createLooks(
  { db, clock }: CheckoutParts,
  { estimates, measuredPromises }: ReturnType<typeof createTimes>,
) {
  const openStates = new OpenStates({ estimates, clock });
  return {
    measuredPromises,
    openStates,
    lookAtBranches: new LookAtBranches(db.manager, openStates),
  };
}
