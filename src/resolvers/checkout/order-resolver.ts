import { Arg, Authorized, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";

import { type Context } from "../../context";
import { Scope, seesBranch } from "../../domain/access/viewer";
import { Order } from "../../entities/orders/order";
import { Refused } from "../../errors";
import { type CreateOrder } from "../../services/checkout/create-order";
import { branchNotFound } from "../../services/checkout/order-errors";
import { LONGEST } from "../../services/checkout/order-limits";
import { type FindOrder } from "../../services/orders/read/find-order";
import { type CodeQuestions } from "../../services/promotions/code-questions";
import { CreateOrderPayload } from "../orders/order-payload";
import { AtMost, TOKEN } from "../schema/at-most";
import { payloadOf } from "../schema/user-error";
import { CreateOrderInput } from "./create-order";
import { guardGuesses, type Guesses } from "./guard-guesses";
import { namePointsAsGiven } from "./points-given";
import { toNewOrder } from "./to-new-order";

@Resolver()
export class OrderResolver {
  constructor(
    private readonly useCases: {
      readonly createOrder: CreateOrder;
      readonly findOrder: FindOrder;
      readonly guesses: Guesses;
      /** A keyed hash of the caller's address. */
      readonly sourceOf: (remoteAddress: string) => string;
    },
  ) {}

  @Query(() => Order, {
    nullable: true,
    description: "An order by its id: a guest's own, or one of an operator's branches.",
  })
  @Authorized(Scope.CUSTOMER)
  order(
    @Ctx() { viewer }: Context,
    @Arg("id", () => ID, { description: "The order: Order.id." }) id: string,
  ): Promise<Order | null> {
    return this.useCases.findOrder.byId(viewer, id);
  }

  @Query(() => Order, {
    nullable: true,
    description:
      "The order that you created with this idempotency key: as a guest, or as the restaurant with any of its API keys. Orders that another caller created with an equal key are not found. Specify the branch if you use the answer to decide whether to place an order.",
  })
  @Authorized(Scope.CUSTOMER)
  orderByIdempotencyKey(
    @Ctx() { viewer }: Context,
    @AtMost({ characters: LONGEST.idempotencyKey })
    @Arg("idempotencyKey", () => String, {
      description: "The idempotency key that you passed to createOrder.",
    })
    idempotencyKey: string,
    @Arg("branchId", () => ID, {
      nullable: true,
      description:
        "The branch of the order: Branch.id. If omitted, the newest order with this key at any branch; if you have placed none, one that was placed anonymously and that you may see, for example your own from before you signed in.",
    })
    branchId?: string | null,
  ): Promise<Order | null> {
    return this.useCases.findOrder.byIdempotencyKey(viewer, idempotencyKey, branchId ?? null);
  }

  @Query(() => Order, {
    nullable: true,
    description: "The order that belongs to a tracking token.",
  })
  trackedOrder(
    @Ctx() { viewer }: Context,
    @AtMost(TOKEN)
    @Arg("token", () => String, {
      description: "The tracking token, as createOrder or renewTrackingToken gave it.",
    })
    token: string,
  ): Promise<Order | null> {
    return this.useCases.findOrder.byTrackingToken(viewer, token);
  }

  @Mutation(() => CreateOrderPayload, {
    description:
      "Accepts an order immediately and then submits it to the restaurant's till. Follow it with trackOrder.",
  })
  async createOrder(
    @Ctx() context: Context,
    @Arg("input", () => CreateOrderInput, {
      description: "What is ordered, by whom, and how it is paid.",
    })
    input: CreateOrderInput,
  ): Promise<CreateOrderPayload> {
    const { viewer, locale } = context;
    const { createOrder, guesses, sourceOf } = this.useCases;
    const origin = { source: sourceOf(context.remoteAddress), challenge: input.challenge ?? null };
    const taken = async (questions: CodeQuestions) => {
      if (!seesBranch(viewer, input.branchId)) throw new Refused([branchNotFound()]);
      const { order, unreadable } = toNewOrder(input);
      return createOrder.execute(order, unreadable, viewer, origin, questions);
    };
    const toldOf = ({ userErrors }: Pick<CreateOrderPayload, "userErrors">) => userErrors;
    const run = (questions: CodeQuestions) => payloadOf(locale, () => taken(questions));
    const payload = await guardGuesses(guesses, context, input.promoCodes, run, toldOf);
    namePointsAsGiven(input, payload.userErrors);
    return { replayed: false, ...payload };
  }
}
