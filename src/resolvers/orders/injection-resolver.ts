import { Authorized, Ctx, FieldResolver, Resolver, Root } from "type-graphql";

import { type Context } from "../../context";
import { operatesBranch, Scope } from "../../domain/access/viewer";
import { NOT_ALLOWED } from "../../domain/errors/thrown-texts";
import { isUnderWay } from "../../domain/orders/injection-state";
import { type InjectionAttempt } from "../../entities/orders/injection-attempt";
import { Forbidden } from "../../errors";
import { type OrderPartsLoader } from "../../loaders/orders/order-parts-loader";
import { type StuckOrdersLoader } from "../../loaders/orders/stuck-orders-loader";
import { publicFailure } from "../schema/public-failure";
import { UpstreamUserError } from "../schema/user-error-types";
import { Injection, InjectionAttemptType, StaffMessageType } from "./injection";

@Resolver(() => Injection)
export class InjectionResolver {
  constructor(
    private readonly reads: {
      readonly parts: OrderPartsLoader;
      readonly stuckOrders: StuckOrdersLoader;
    },
  ) {}

  @FieldResolver(() => Boolean, {
    description:
      "Whether the order has been SENDING or AWAITING_POS for longer than that can last. Operators may then retry it (with force), enter it by hand or cancel it; the till may have it. Always false for guests.",
  })
  async stuck(
    @Ctx() context: Context,
    @Root() { orderId, branchId, state }: Injection,
  ): Promise<boolean> {
    if (!isUnderWay(state) || !operatesBranch(context.viewer, branchId)) return false;
    return this.reads.stuckOrders.load(context, orderId);
  }

  @FieldResolver(() => [InjectionAttemptType], {
    description:
      "The attempts to submit the order, the first one first; of more than 100 the last, at most 100. For operators of the branch.",
  })
  @Authorized(Scope.OPERATOR)
  async attempts(
    @Ctx() context: Context,
    @Root() { orderId, branchId }: Injection,
  ): Promise<InjectionAttemptType[]> {
    if (!operatesBranch(context.viewer, branchId)) throw new Forbidden(NOT_ALLOWED);
    const attempts = await this.reads.parts.attempts(context).load(orderId);
    return attempts.map((attempt) => toAttempt(attempt, context));
  }

  @FieldResolver(() => UpstreamUserError, {
    nullable: true,
    description: "The last error of the POS for this order; null once the till has it.",
  })
  @Authorized(Scope.OPERATOR)
  lastError(@Root() { fault }: Injection): UpstreamUserError | null {
    return fault;
  }

  @FieldResolver(() => [StaffMessageType], {
    description:
      "Messages to the staff about the order, in any state of delivery; at most 100, the last ones.",
  })
  @Authorized(Scope.OPERATOR)
  async fallback(
    @Ctx() context: Context,
    @Root() { orderId, branchId }: Injection,
  ): Promise<StaffMessageType[]> {
    if (!operatesBranch(context.viewer, branchId)) throw new Forbidden(NOT_ALLOWED);
    return this.reads.parts.staffMessages(context).load(orderId);
  }
}

@Resolver(() => InjectionAttemptType)
export class InjectionAttemptResolver {
  @FieldResolver(() => String, { nullable: true, description: "The request, as JSON." })
  @Authorized(Scope.ADMIN)
  request(@Root() { requestBody }: InjectionAttemptType): string | null {
    return requestBody;
  }

  @FieldResolver(() => String, { nullable: true, description: "The response, as JSON." })
  @Authorized(Scope.ADMIN)
  response(@Root() { responseBody }: InjectionAttemptType): string | null {
    return responseBody;
  }
}

function toAttempt(attempt: InjectionAttempt, { locale }: Context): InjectionAttemptType {
  const { number, startedAt, finishedAt, correlationId, outcome, fault, request, response } =
    attempt;
  return {
    number,
    startedAt,
    finishedAt,
    correlationId,
    outcome,
    error: publicFailure(fault, locale),
    requestBody: request === null ? null : JSON.stringify(request),
    responseBody: response === null ? null : JSON.stringify(response),
  };
}
