import { type DataSource } from "typeorm";

import { BranchSettingsLoader } from "../loaders/branches/branch-settings-loader";
import { SettingsChangesLoader } from "../loaders/branches/settings-changes-loader";
import { CatalogPlansLoader } from "../loaders/catalogue/catalog-plans-loader";
import { FieldSourcesLoader } from "../loaders/catalogue/field-sources-loader";
import { JobSubjectsLoader } from "../loaders/jobs/job-subjects-loader";
import { LoyaltyLoader } from "../loaders/loyalty/loyalty-loader";
import { PointsLoader } from "../loaders/loyalty/points-loader";
import { AttentionLoader } from "../loaders/orders/attention-loader";
import { OrderPartsLoader } from "../loaders/orders/order-parts-loader";
import { StuckOrdersLoader } from "../loaders/orders/stuck-orders-loader";
import { TimelineLoader } from "../loaders/orders/timeline-loader";
import { PromoCodesLoader } from "../loaders/promotions/promo-codes-loader";
import { PromoUsesLoader } from "../loaders/promotions/promo-uses-loader";
import { type JobList } from "../ports/job-list";
import { type JobQueue } from "../ports/job-queue";
import { ApiKeyResolver } from "../resolvers/access/api-key-resolver";
import { CallerResolver } from "../resolvers/access/caller-resolver";
import { BranchContactResolver } from "../resolvers/branches/branch-contact-resolver";
import { BranchOperationResolver } from "../resolvers/branches/branch-operation-resolver";
import { BranchResolver } from "../resolvers/branches/branch-resolver";
import { BranchSettingResolver } from "../resolvers/branches/branch-setting-resolver";
import { OrganizationResolver } from "../resolvers/branches/organization-resolver";
import { PosKeyResolver } from "../resolvers/branches/pos-key-resolver";
import { TerminalGroupResolver } from "../resolvers/branches/terminal-group-resolver";
import { TestMessageResolver } from "../resolvers/branches/test-message-resolver";
import { BranchesPlanResolver } from "../resolvers/branches-plans/branches-plan-resolver";
import { PlannedBranchResolver } from "../resolvers/branches-plans/planned-branch-resolver";
import { AvailabilitySubscriptionResolver } from "../resolvers/catalogue/availability-subscription-resolver";
import { BranchCatalogueResolver } from "../resolvers/catalogue/branch-catalogue-resolver";
import { CatalogueResolver } from "../resolvers/catalogue/catalogue-resolver";
import { MenuResolver } from "../resolvers/catalogue/menu-resolver";
import { PosMenuItemResolver } from "../resolvers/catalogue/pos-menu-item-resolver";
import { PosMenuResolver } from "../resolvers/catalogue/pos-menu-resolver";
import { ProductFieldsResolver } from "../resolvers/catalogue/product-fields-resolver";
import { ProductResolver } from "../resolvers/catalogue/product-resolver";
import { SectionResolver } from "../resolvers/catalogue/section-resolver";
import { OrderChallengeResolver } from "../resolvers/checkout/order-challenge-resolver";
import { OrderResolver } from "../resolvers/checkout/order-resolver";
import { QuoteResolver } from "../resolvers/checkout/quote-resolver";
import { CompanyResolver } from "../resolvers/companies/company-resolver";
import { JobResolver } from "../resolvers/jobs/job-resolver";
import { LoyaltyAccountResolver, LoyaltyResolver } from "../resolvers/loyalty/loyalty-resolver";
import { NodeResolver } from "../resolvers/nodes/node-resolver";
import {
  InjectionAttemptResolver,
  InjectionResolver,
} from "../resolvers/orders/injection-resolver";
import { OrderAttentionResolver } from "../resolvers/orders/order-attention-resolver";
import { OrderEventResolver } from "../resolvers/orders/order-event-resolver";
import { OrderFiguresResolver } from "../resolvers/orders/order-figures-resolver";
import {
  OrderGuestResolver,
  OrderProgressResolver,
} from "../resolvers/orders/order-guest-resolver";
import { OrderLineResolver } from "../resolvers/orders/order-line-resolver";
import { OrderListsResolver } from "../resolvers/orders/order-lists-resolver";
import { OrderOperatorResolver } from "../resolvers/orders/order-operator-resolver";
import { OrderPageResolver } from "../resolvers/orders/order-page-resolver";
import { OrderPartsResolver } from "../resolvers/orders/order-parts-resolver";
import { OrderSubscriptionResolver } from "../resolvers/orders/order-subscription-resolver";
import { PrivacyResolver } from "../resolvers/privacy/privacy-resolver";
import { PromoCodeResolver, PromotionResolver } from "../resolvers/promotions/promotion-resolver";
import { AddressQuestionLimit } from "../security/address-question-limit";
import { PromoCodeGuesses } from "../security/promo-code-guesses";
import { sourceOfOrder } from "../security/public-mutation-limit";
import { type ShownMenus } from "../services/catalogue/menu/shown-menus";
import { FindJobs } from "../services/jobs/find-jobs";
import { RetryJob } from "../services/jobs/retry-job";
import { FindNodes } from "../services/nodes/find-nodes";
import { FindStuck } from "../services/orders/read/find-stuck";
import { type PosConnections } from "../services/pos/pos-connections";
import { type createBranchUseCases } from "./branch-use-cases";
import { type createBranchesPlanUseCases } from "./branches-plan-use-cases";
import { type createCatalogueUseCases } from "./catalogue-use-cases";
import { type Dependencies } from "./dependencies";
import { type createOrderUseCases } from "./order-use-cases";
import { type createPromotionUseCases } from "./promotion-use-cases";
import { createShopResolvers } from "./shop-resolvers";

type UseCases = ReturnType<typeof createBranchUseCases> &
  ReturnType<typeof createPromotionUseCases> &
  ReturnType<typeof createCatalogueUseCases> &
  ReturnType<typeof createBranchesPlanUseCases> &
  ReturnType<typeof createOrderUseCases> & { readonly shownMenus: ShownMenus };

interface Parts extends Pick<Dependencies, "db" | "clock" | "secrets" | "limits"> {
  readonly connections: PosConnections;
  readonly jobList: JobList;
  readonly jobs: JobQueue;
}

/** The resolvers of the GraphQL schema. */
export function createResolvers(given: Parts, useCases: UseCases): object[] {
  const { db, clock, connections, secrets, limits } = given;
  const { parts, timelines, promoUses, stuckOrders, jobs, ...once } = loadersOf(given);
  const loyalty = new LoyaltyLoader(useCases.readLoyalty, connections);
  const guesses = new PromoCodeGuesses(clock, limits);
  const addressQuestions = new AddressQuestionLimit(clock, limits);
  const fieldSources = new FieldSourcesLoader(db);
  return [
    ...accessResolvers(useCases),
    new AvailabilitySubscriptionResolver(),
    new BranchResolver({ ...useCases, ...once }),
    new BranchOperationResolver({ ...useCases, clock }),
    ...createShopResolvers(useCases, { ...once, addressQuestions }),
    new BranchContactResolver(useCases),
    new BranchCatalogueResolver(useCases),
    new BranchSettingResolver(connections.kinds),
    new CatalogueResolver(useCases),
    new LoyaltyResolver({ ...useCases, loyalty, parts }),
    new LoyaltyAccountResolver(new PointsLoader(useCases.listPoints, connections, clock)),
    ...jobResolvers(db, useCases, jobs),
    new MenuResolver(useCases),
    new OrderEventResolver(jobs.subjects),
    new NodeResolver({ ...useCases, ...jobs, findNodes: new FindNodes(db) }),
    ...orderResolvers({ clock, secrets }, useCases, { parts, timelines, stuckOrders, guesses }),
    new OrganizationResolver({ ...useCases, clock }),
    new PosKeyResolver({ ...useCases, parts }),
    new PosMenuItemResolver(fieldSources),
    new PosMenuResolver(useCases),
    new PrivacyResolver(useCases),
    new ProductFieldsResolver({ ...useCases, fieldSources }),
    new ProductResolver(useCases),
    new PromotionResolver({ ...useCases, promoUses, promoCodes: new PromoCodesLoader(db) }),
    new PromoCodeResolver(promoUses),
    new QuoteResolver({ ...useCases, guesses, addressQuestions }),
    new SectionResolver(useCases),
    new TerminalGroupResolver(),
    new TestMessageResolver(useCases),
  ];
}

/** Who may call, and for which company. */
function accessResolvers(useCases: UseCases): object[] {
  return [new ApiKeyResolver(useCases), new CallerResolver(), new CompanyResolver(useCases)];
}

/** Resolvers for jobs, and for what a single job does at many branches. */
function jobResolvers(
  db: DataSource,
  useCases: UseCases,
  jobs: ReturnType<typeof loadersOf>["jobs"],
): object[] {
  return [
    new JobResolver(jobs),
    new BranchesPlanResolver({ ...useCases, ...jobs }),
    new PlannedBranchResolver({ ...jobs, catalogPlans: new CatalogPlansLoader(db) }),
  ];
}

interface OfOrders extends Pick<
  ReturnType<typeof loadersOf>,
  "parts" | "timelines" | "stuckOrders"
> {
  readonly guesses: PromoCodeGuesses;
}

function orderResolvers(
  { clock, secrets }: Pick<Parts, "clock" | "secrets">,
  useCases: UseCases,
  { parts, timelines, stuckOrders, guesses }: OfOrders,
): object[] {
  return [
    new InjectionResolver({ parts, stuckOrders }),
    new InjectionAttemptResolver(),
    new OrderLineResolver(useCases),
    new OrderChallengeResolver(useCases),
    new OrderGuestResolver({ parts, clock }),
    new OrderProgressResolver(timelines),
    new OrderResolver({ ...useCases, guesses, sourceOf: (at) => sourceOfOrder(secrets, at) }),
    new OrderAttentionResolver({
      ...useCases,
      clock,
      parts,
      attentions: new AttentionLoader(useCases.findAttention),
    }),
    new OrderFiguresResolver(useCases),
    new OrderListsResolver(useCases),
    new OrderOperatorResolver({ ...useCases, parts, stuckOrders }),
    new OrderPageResolver(),
    new OrderPartsResolver({ parts, timelines }),
    new OrderSubscriptionResolver(),
  ];
}

function loadersOf({ db, clock, jobList, jobs }: Parts) {
  const findJobs = new FindJobs(jobList);
  const retryJob = new RetryJob({ db, jobs, findJobs });
  return {
    parts: new OrderPartsLoader(db),
    timelines: new TimelineLoader(db),
    promoUses: new PromoUsesLoader(db),
    stuckOrders: new StuckOrdersLoader(new FindStuck(db, clock)),
    jobs: { findJobs, retryJob, subjects: new JobSubjectsLoader(db) },
    branchSettings: new BranchSettingsLoader(db),
    settingsChanges: new SettingsChangesLoader(db),
  };
}
