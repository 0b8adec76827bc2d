import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";

import { type Context } from "../../context";
import { guestIdOf } from "../../domain/access/guest-id";
import { operatesBranch, seesBranch } from "../../domain/access/viewer";
import { Node } from "../../entities/node";
import { type JobSubjectsLoader } from "../../loaders/jobs/job-subjects-loader";
import { type ListApiKeys } from "../../services/access/list-api-keys";
import { type FindBranchesPlan } from "../../services/catalogue/branches-plans/find-branches-plan";
import { type ShownMenus } from "../../services/catalogue/menu/shown-menus";
import { type FindPlan } from "../../services/catalogue/plans/find-plan";
import { type FindCompanies } from "../../services/companies/find-companies";
import { type FindJobs } from "../../services/jobs/find-jobs";
import { type FindCustomer } from "../../services/loyalty/find-customer";
import { type FindNodes, type NodePlace } from "../../services/nodes/find-nodes";
import { maySeeOrder } from "../../services/orders/read/may-see-order";
import { type FindPromotions } from "../../services/promotions/find-promotions";
import { toBranchesPlan } from "../branches-plans/branches-plan";
import { toCataloguePlan } from "../catalogue/catalogue-plan";
import { publicMenuOf, publicProductOf } from "../catalogue/public-menu";
import { Job } from "../jobs/job";
import { Customer } from "../loyalty/loyalty";
import { AtMost } from "../schema/at-most";

interface UseCases {
  readonly findNodes: FindNodes;
  readonly subjects: JobSubjectsLoader;
  readonly shownMenus: ShownMenus;
  readonly findPlan: FindPlan;
  readonly findBranchesPlan: FindBranchesPlan;
  readonly findPromotions: FindPromotions;
  readonly findJobs: FindJobs;
  readonly findCustomer: FindCustomer;
  readonly listApiKeys: ListApiKeys;
  readonly findCompanies: FindCompanies;
}

const NODE =
  "The object with this id, as Relay asks for it again: a Company, Branch, Section, Product, Order, Customer, Promotion, CatalogPlan, BranchesPlan, Job or ApiKey. null if it does not exist or you may not see it; the order of a tracking token is found by `trackedOrder`. Objects that are not stored or belong to the POS (Quote, Organization, TerminalGroup) are null as well.";

const MOST_NODES = 100;

/**
 * Reads any object again by its id alone. The rules are those of the fields that returned it; what
 * they hide is null here.
 */
@Resolver()
export class NodeResolver {
  constructor(private readonly useCases: UseCases) {}

  @Query(() => Node, { nullable: true, description: NODE })
  async node(
    @Ctx() context: Context,
    @Arg("id", () => ID, { description: "The `id` of the object." }) id: string,
  ): Promise<Node | null> {
    return (await this.find(context, [id]))[0] ?? null;
  }

  @Query(() => [Node], {
    nullable: "items",
    description: "The objects with these ids, in the same order; see `node`.",
  })
  nodes(
    @Ctx() context: Context,
    @AtMost({ characters: 100, items: MOST_NODES })
    @Arg("ids", () => [ID], { description: "Ids of any types, at most 100." })
    ids: string[],
  ): Promise<(Node | null)[]> {
    return this.find(context, ids);
  }

  private async find(context: Context, ids: readonly string[]): Promise<(Node | null)[]> {
    const { viewer } = context;
    const [places, jobs] = await Promise.all([
      this.useCases.findNodes.execute(viewer, ids),
      this.useCases.findJobs.byIds(viewer, ids),
    ]);
    return Promise.all(
      ids.map(async (id) => {
        const place = places.get(id.toLowerCase());
        if (place) return this.read(context, place);
        const job = jobs.get(id);
        return job ? Object.assign(new Job(), job) : this.guest(context, id);
      }),
    );
  }

  private async read(context: Context, place: NodePlace): Promise<Node | null> {
    const { findPlan, findBranchesPlan, findPromotions, listApiKeys, subjects } = this.useCases;
    const { viewer } = context;
    const { id, kind } = place;
    if (kind === "Section" || kind === "Product") return this.fromMenu(context, place);
    if (kind === "Promotion") return findPromotions.byId(viewer, id);
    if (kind === "ApiKey") return listApiKeys.byId(viewer, id);
    if (kind === "Company") return this.useCases.findCompanies.byId(viewer, id);
    if (kind === "Branch")
      return seesBranch(viewer, id) ? subjects.branches(context).load(id) : null;
    if (kind === "Order") {
      const order = await subjects.orders(context).load(id);
      return order && maySeeOrder(viewer, order) ? order : null;
    }
    if (kind === "BranchesPlan") {
      const found = await findBranchesPlan.execute(viewer, id);
      return found && toBranchesPlan(found);
    }
    const plan = await findPlan.execute(id);
    return plan && operatesBranch(viewer, plan.branchId) ? toCataloguePlan(plan) : null;
  }

  /** What the catalogue no longer shows no longer exists. */
  private async fromMenu(
    { viewer }: Context,
    { id, branchId, article }: NodePlace,
  ): Promise<Node | null> {
    const shown = branchId !== null && (await this.useCases.shownMenus.shownTo(viewer, branchId));
    if (!shown) return null;
    const product = publicProductOf(shown, article);
    if (product?.id === id) return product;
    return publicMenuOf(shown).sections.find((section) => section.id === id) ?? null;
  }

  /** Guests have no rows, so only the caller's own id can be recognised. */
  private async guest({ viewer }: Context, id: string): Promise<Customer | null> {
    if (viewer.kind !== "customer" || guestIdOf(viewer, viewer.phone) !== id.toLowerCase())
      return null;
    return Object.assign(
      new Customer(),
      await this.useCases.findCustomer.execute(viewer, viewer.phone),
    );
  }
}
