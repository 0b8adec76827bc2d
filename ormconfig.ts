import "reflect-metadata";

import { type DataSource } from "typeorm";

import { Branches1764000000001 } from "./migrations/1764000000001-branches";
import { Catalogue1764000000002 } from "./migrations/1764000000002-catalogue";
import { Orders1764000000003 } from "./migrations/1764000000003-orders";
import { BranchSettings1764000000004 } from "./migrations/1764000000004-branch-settings";
import { PosKeys1764000000005 } from "./migrations/1764000000005-pos-keys";
import { PosMenuUpkeep1764000000006 } from "./migrations/1764000000006-pos-menu-upkeep";
import { PlanGuardsAndLocks1764000000007 } from "./migrations/1764000000007-plan-guards-and-locks";
import { StopLists1764000000008 } from "./migrations/1764000000008-stop-lists";
import { OrderLineHalves1764000000010 } from "./migrations/1764000000010-order-line-halves";
import { People1764000000011 } from "./migrations/1764000000011-people";
import { OrderTracking1764000000013 } from "./migrations/1764000000013-order-tracking";
import { Combos1764000000015 } from "./migrations/1764000000015-combos";
import { Loyalty1764000000016 } from "./migrations/1764000000016-loyalty";
import { CancelByHand1764000000111 } from "./migrations/1764000000111-cancel-by-hand";
import { Quotes1764000000116 } from "./migrations/1764000000116-quotes";
import { Promotions1764000000117 } from "./migrations/1764000000117-promotions";
import { WaitingWebhooks1764000000118 } from "./migrations/1764000000118-waiting-webhooks";
import { TwiceInTill1764000000120 } from "./migrations/1764000000120-twice-in-till";
import { HoldPoints1764000000123 } from "./migrations/1764000000123-hold-points";
import { OneOrderPerPayment1764000000124 } from "./migrations/1764000000124-one-order-per-payment";
import { FormerConnections1764000000125 } from "./migrations/1764000000125-former-connections";
import { Jobs1764000000126 } from "./migrations/1764000000126-jobs";
import { BranchPositions1764000000127 } from "./migrations/1764000000127-branch-positions";
import { ChannelPaces1764000000128 } from "./migrations/1764000000128-channel-paces";
import { DueWork1764000000129 } from "./migrations/1764000000129-due-work";
import { SendInTime1764000000131 } from "./migrations/1764000000131-send-in-time";
import { OrderCatchUps1764000000134 } from "./migrations/1764000000134-order-catch-ups";
import { FirmPauses1764000000135 } from "./migrations/1764000000135-firm-pauses";
import { LimitUses1764000000137 } from "./migrations/1764000000137-limit-uses";
import { UnprovenGuests1764000000139 } from "./migrations/1764000000139-unproven-guests";
import { PlacesInLine1764000000140 } from "./migrations/1764000000140-places-in-line";
import { SpentChallenges1764000000141 } from "./migrations/1764000000141-spent-challenges";
import { OwnersOfKeys1764000000142 } from "./migrations/1764000000142-owners-of-keys";
import { PromoCodesByBranch1764000000143 } from "./migrations/1764000000143-promo-codes-by-branch";
import { QuotesUsedOnce1764000000144 } from "./migrations/1764000000144-quotes-used-once";
import { RenewedTokens1764000000145 } from "./migrations/1764000000145-renewed-tokens";
import { ErasedOrders1764000000147 } from "./migrations/1764000000147-erased-orders";
import { PlanWarnings1764000000150 } from "./migrations/1764000000150-plan-warnings";
import { BranchCountries1764000000151 } from "./migrations/1764000000151-branch-countries";
import { PhonesOfAGuest1764000000152 } from "./migrations/1764000000152-phones-of-a-guest";
import { PosOrderTerms1764000000157 } from "./migrations/1764000000157-pos-order-terms";
import { GuestCount1764000000158 } from "./migrations/1764000000158-guest-count";
import { PlanMenuAge1764000000160 } from "./migrations/1764000000160-plan-menu-age";
import { KindsOfVendors1764000000161 } from "./migrations/1764000000161-kinds-of-vendors";
import { PosIdsAsText1764000000164 } from "./migrations/1764000000164-pos-ids-as-text";
import { FilledPosIds1764000000165 } from "./migrations/1764000000165-filled-pos-ids";
import { RowsByPosIds1764000000166 } from "./migrations/1764000000166-rows-by-pos-ids";
import { OrderClaims1764000000170 } from "./migrations/1764000000170-order-claims";
import { OrdersToLookFor1764000000171 } from "./migrations/1764000000171-orders-to-look-for";
import { FirstTries1764000000172 } from "./migrations/1764000000172-first-tries";
import { IdempotencyKeys1764000000173 } from "./migrations/1764000000173-idempotency-keys";
import { Companies1764000000174 } from "./migrations/1764000000174-companies";
import { OrderNumbersOfCompanies1764000000175 } from "./migrations/1764000000175-order-numbers-of-companies";
import { BranchesCountedOnce1764000000176 } from "./migrations/1764000000176-branches-counted-once";
import { MenuDemand1764000000178 } from "./migrations/1764000000178-menu-demand";
import { ListsByKeys1764000000180 } from "./migrations/1764000000180-lists-by-keys";
import { BranchesPlans1764000000185 } from "./migrations/1764000000185-branches-plans";
import { MenuOrganizations1764000000190 } from "./migrations/1764000000190-menu-organizations";
import { HoursOfBranches1764000000192 } from "./migrations/1764000000192-hours-of-branches";
import { CatalogueWorks1764000000193 } from "./migrations/1764000000193-catalogue-works";
import { PausedPromotions1764000000194 } from "./migrations/1764000000194-paused-promotions";
import { PollPaces1764000000195 } from "./migrations/1764000000195-poll-paces";
import { OrdersByStateOfBranch1764000000196 } from "./migrations/1764000000196-orders-by-state-of-branch";
import { PurgesByTime1764000000197 } from "./migrations/1764000000197-purges-by-time";
import { KeysByTime1764000000198 } from "./migrations/1764000000198-keys-by-time";
import { DeliveryZones1764000000200 } from "./migrations/1764000000200-delivery-zones";
import { PublicFacts1764000000201 } from "./migrations/1764000000201-public-facts";
import { Streets1764000000202 } from "./migrations/1764000000202-streets";
import { PromisedIntervals1764000000203 } from "./migrations/1764000000203-promised-intervals";
import { ZonesToBeRead1764000000204 } from "./migrations/1764000000204-zones-to-be-read";
import { TimeSlots1764000000205 } from "./migrations/1764000000205-time-slots";
import { OrdersOfSlots1764000000206 } from "./migrations/1764000000206-orders-of-slots";
import { TillWatches1764000000207 } from "./migrations/1764000000207-till-watches";
import { ZonesOfPos1764000000208 } from "./migrations/1764000000208-zones-of-pos";
import { ProductsOfFees1764000000209 } from "./migrations/1764000000209-products-of-fees";
import { LocatedAddresses1764000000211 } from "./migrations/1764000000211-located-addresses";
import { SaleTerms1764000000212 } from "./migrations/1764000000212-sale-terms";
import { BusyKitchens1764000000213 } from "./migrations/1764000000213-busy-kitchens";
import { ZonesDecidedElsewhere1764000000214 } from "./migrations/1764000000214-zones-decided-elsewhere";
import { CheaperIdTriggers1764000000215 } from "./migrations/1764000000215-cheaper-id-triggers";
import { ENTITIES } from "./src/entity-list";
import { GatewayDataSource, poolOptions } from "./src/postgres/gateway-data-source";
import { LIMITS, type PostgresLimits } from "./src/postgres/limits";

const MIGRATIONS = [
  Branches1764000000001,
  Catalogue1764000000002,
  Orders1764000000003,
  BranchSettings1764000000004,
  PosKeys1764000000005,
  PosMenuUpkeep1764000000006,
  PlanGuardsAndLocks1764000000007,
  StopLists1764000000008,
  OrderLineHalves1764000000010,
  People1764000000011,
  OrderTracking1764000000013,
  Combos1764000000015,
  Loyalty1764000000016,
  CancelByHand1764000000111,
  Quotes1764000000116,
  Promotions1764000000117,
  WaitingWebhooks1764000000118,
  TwiceInTill1764000000120,
  HoldPoints1764000000123,
  OneOrderPerPayment1764000000124,
  FormerConnections1764000000125,
  Jobs1764000000126,
  BranchPositions1764000000127,
  ChannelPaces1764000000128,
  DueWork1764000000129,
  SendInTime1764000000131,
  OrderCatchUps1764000000134,
  FirmPauses1764000000135,
  LimitUses1764000000137,
  UnprovenGuests1764000000139,
  PlacesInLine1764000000140,
  SpentChallenges1764000000141,
  OwnersOfKeys1764000000142,
  PromoCodesByBranch1764000000143,
  QuotesUsedOnce1764000000144,
  RenewedTokens1764000000145,
  ErasedOrders1764000000147,
  PlanWarnings1764000000150,
  BranchCountries1764000000151,
  PhonesOfAGuest1764000000152,
  PosOrderTerms1764000000157,
  GuestCount1764000000158,
  PlanMenuAge1764000000160,
  KindsOfVendors1764000000161,
  PosIdsAsText1764000000164,
  FilledPosIds1764000000165,
  RowsByPosIds1764000000166,
  OrderClaims1764000000170,
  OrdersToLookFor1764000000171,
  FirstTries1764000000172,
  IdempotencyKeys1764000000173,
  Companies1764000000174,
  OrderNumbersOfCompanies1764000000175,
  BranchesCountedOnce1764000000176,
  MenuDemand1764000000178,
  ListsByKeys1764000000180,
  BranchesPlans1764000000185,
  MenuOrganizations1764000000190,
  HoursOfBranches1764000000192,
  CatalogueWorks1764000000193,
  PausedPromotions1764000000194,
  PollPaces1764000000195,
  OrdersByStateOfBranch1764000000196,
  PurgesByTime1764000000197,
  KeysByTime1764000000198,
  DeliveryZones1764000000200,
  PublicFacts1764000000201,
  Streets1764000000202,
  PromisedIntervals1764000000203,
  ZonesToBeRead1764000000204,
  TimeSlots1764000000205,
  OrdersOfSlots1764000000206,
  TillWatches1764000000207,
  ZonesOfPos1764000000208,
  ProductsOfFees1764000000209,
  LocatedAddresses1764000000211,
  SaleTerms1764000000212,
  BusyKitchens1764000000213,
  ZonesDecidedElsewhere1764000000214,
  CheaperIdTriggers1764000000215,
];

/**
 * The single definition of the database connection. `url` is a postgres:// address; use a direct
 * connection, not a transaction pooler.
 */
export function createDataSource(
  url: string,
  options: { poolSize?: number; applicationName?: string; limits?: PostgresLimits } = {},
): DataSource {
  return new GatewayDataSource({
    type: "postgres",
    url,
    ...poolOptions(options.limits ?? LIMITS),
    entities: ENTITIES,
    migrations: MIGRATIONS,
    migrationsTransactionMode: "each",
    poolSize: options.poolSize ?? 10,
    applicationName: options.applicationName ?? "result-rest-gateway",
    synchronize: false,
  });
}
