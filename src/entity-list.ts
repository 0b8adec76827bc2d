import { ApiKey } from "./entities/access/api-key";
import { IdempotencyKey } from "./entities/access/idempotency-key";
import { Branch } from "./entities/branches/branch";
import { BranchSettings } from "./entities/branches/branch-settings";
import { FormerConnection } from "./entities/branches/former-connection";
import { LostOrganization } from "./entities/branches/lost-organization";
import { OrganizationContact } from "./entities/branches/organization-contact";
import { SettingsChange } from "./entities/branches/settings-change";
import { TillWatchRow } from "./entities/branches/till-watch";
import { BranchesPlan } from "./entities/catalogue/branches-plan";
import { BranchesPlanEntry } from "./entities/catalogue/branches-plan-entry";
import { CataloguePlan } from "./entities/catalogue/catalogue-plan";
import { CataloguePlanChange } from "./entities/catalogue/catalogue-plan-change";
import { CatalogueWorkRow } from "./entities/catalogue/catalogue-work-row";
import { Option } from "./entities/catalogue/option";
import { OptionGroup } from "./entities/catalogue/option-group";
import { PosMenuBody } from "./entities/catalogue/pos-menu-body";
import { PosMenuRow } from "./entities/catalogue/pos-menu-row";
import { Product } from "./entities/catalogue/product";
import { ProductSize } from "./entities/catalogue/product-size";
import { Section } from "./entities/catalogue/section";
import { StopListRow } from "./entities/catalogue/stop-list-row";
import { Quote } from "./entities/checkout/quote";
import { Company } from "./entities/companies/company";
import { LocatedAddress } from "./entities/delivery/located-address";
import { Street } from "./entities/delivery/street";
import { StreetList } from "./entities/delivery/street-list";
import { StreetWord } from "./entities/delivery/street-word";
import { ZoneSet } from "./entities/delivery/zone-set";
import { Round } from "./entities/jobs/round";
import { BonusReservation } from "./entities/loyalty/bonus-reservation";
import { InjectionAttempt } from "./entities/orders/injection-attempt";
import { Order } from "./entities/orders/order";
import { OrderCommand } from "./entities/orders/order-command";
import { OrderEventRow } from "./entities/orders/order-event-row";
import { OrderLine } from "./entities/orders/order-line";
import { OrderPoll } from "./entities/orders/order-poll";
import { PosOrder } from "./entities/orders/pos-order";
import { StaffMessage } from "./entities/orders/staff-message";
import { WaitingWebhook } from "./entities/orders/waiting-webhook";
import { PromoCodeRow } from "./entities/promotions/promo-code-row";
import { PromoUse } from "./entities/promotions/promo-use";
import { Promotion } from "./entities/promotions/promotion";

/** Every class whose rows TypeORM reads or writes. */
export const ENTITIES = [
  ApiKey,
  IdempotencyKey,
  Company,
  Branch,
  BranchSettings,
  LocatedAddress,
  Street,
  StreetList,
  StreetWord,
  ZoneSet,
  FormerConnection,
  SettingsChange,
  Section,
  Product,
  ProductSize,
  OptionGroup,
  Option,
  PosMenuRow,
  PosMenuBody,
  StopListRow,
  CataloguePlan,
  CataloguePlanChange,
  CatalogueWorkRow,
  BranchesPlan,
  BranchesPlanEntry,
  Order,
  OrderLine,
  BonusReservation,
  Quote,
  Promotion,
  PromoCodeRow,
  PromoUse,
  OrderEventRow,
  OrderCommand,
  PosOrder,
  OrderPoll,
  TillWatchRow,
  OrganizationContact,
  LostOrganization,
  WaitingWebhook,
  Round,
  InjectionAttempt,
  StaffMessage,
];
