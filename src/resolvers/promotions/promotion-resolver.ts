import {
  Arg,
  Authorized,
  Ctx,
  FieldResolver,
  ID,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
} from "type-graphql";

import { type Context } from "../../context";
import { operatesBranch, Scope } from "../../domain/access/viewer";
import { NO_SUCH_BRANCH } from "../../domain/errors/thrown-texts";
import { Promotion } from "../../entities/promotions/promotion";
import { NotFound } from "../../errors";
import { type PromoCodesLoader } from "../../loaders/promotions/promo-codes-loader";
import { type PromoUsesLoader } from "../../loaders/promotions/promo-uses-loader";
import { type CreatePromotion } from "../../services/promotions/create-promotion";
import { type DisablePromotion } from "../../services/promotions/disable-promotion";
import { type FindPromotions } from "../../services/promotions/find-promotions";
import { type GeneratePromoCodes } from "../../services/promotions/generate-promo-codes";
import { type PausePromotion } from "../../services/promotions/pause-promotion";
import { AtMost, CURSOR } from "../schema/at-most";
import { type Connection } from "../schema/connection";
import { Money, toMoney } from "../schema/money";
import { newestAsked, pageOfNewest } from "../schema/newest-first";
import { payloadOf } from "../schema/user-error";
import {
  codesAsked,
  CreatePromotionInput,
  GeneratePromoCodesInput,
  GeneratePromoCodesPayload,
  pageOfCodes,
  PromoCode,
  PromoCodeConnection,
  PromotionConnection,
  PromotionPayload,
} from "./promotion";
import { toNewPromotion } from "./to-new-promotion";

interface UseCases {
  readonly createPromotion: CreatePromotion;
  readonly generatePromoCodes: GeneratePromoCodes;
  readonly disablePromotion: DisablePromotion;
  readonly pausePromotion: PausePromotion;
  readonly findPromotions: FindPromotions;
  readonly promoCodes: PromoCodesLoader;
  readonly promoUses: PromoUsesLoader;
}

@Resolver(() => Promotion)
export class PromotionResolver {
  constructor(private readonly useCases: UseCases) {}

  @Query(() => PromotionConnection, {
    description: "Promotions of one branch, newest first, including those that have ended.",
  })
  @Authorized(Scope.OPERATOR)
  async promotions(
    @Ctx() { viewer }: Context,
    @Arg("branchId", () => ID, {
      description: "The branch that the promotions are for: Branch.id.",
    })
    branchId: string,
    @Arg("first", () => Int, { defaultValue: 20 }) first: number,
    @AtMost(CURSOR) @Arg("after", () => String, { nullable: true }) after: string | null,
  ): Promise<Connection<Promotion>> {
    if (!operatesBranch(viewer, branchId)) throw new NotFound(NO_SUCH_BRANCH);
    const { limit, position } = newestAsked(first, after);
    return pageOfNewest(
      await this.useCases.findPromotions.ofBranch(branchId, limit, position),
      first,
      after,
    );
  }

  @Query(() => Promotion, {
    nullable: true,
    description: "A promotion by its id; null if none of your branches has it.",
  })
  @Authorized(Scope.OPERATOR)
  promotion(
    @Ctx() { viewer }: Context,
    @Arg("id", () => ID, { description: "The promotion: Promotion.id." }) id: string,
  ): Promise<Promotion | null> {
    return this.useCases.findPromotions.byId(viewer, id);
  }

  @Mutation(() => PromotionPayload, {
    description:
      "Creates a promotion. Its terms cannot be changed later: disable it and create another one instead.",
  })
  @Authorized(Scope.OPERATOR)
  createPromotion(
    @Ctx() { viewer, locale }: Context,
    @Arg("input", () => CreatePromotionInput, {
      description: "The discount and the conditions of the promotion.",
    })
    input: CreatePromotionInput,
  ): Promise<PromotionPayload> {
    return payloadOf(locale, async () => {
      const { idempotencyKey = null, ...terms } = input;
      const { promotion, unreadable } = toNewPromotion(terms);
      const { createPromotion } = this.useCases;
      const made = createPromotion.execute(viewer, promotion, unreadable, idempotencyKey);
      return { promotion: await made };
    });
  }

  @Mutation(() => GeneratePromoCodesPayload, {
    description:
      "Generates promo codes that cannot be guessed from each other. Without an idempotency key each call generates more.",
  })
  @Authorized(Scope.OPERATOR)
  async generatePromoCodes(
    @Ctx() { viewer, locale }: Context,
    @Arg("input", () => GeneratePromoCodesInput, {
      description: "How many codes, and for which promotion.",
    })
    input: GeneratePromoCodesInput,
  ): Promise<GeneratePromoCodesPayload> {
    const { generatePromoCodes } = this.useCases;
    const payload = await payloadOf(locale, () => generatePromoCodes.execute(viewer, input));
    return Object.assign({ codes: [], replayed: false }, payload);
  }

  @Mutation(() => PromotionPayload, {
    description:
      "Ends a promotion permanently: none of its codes is accepted any more. Safe to repeat.",
  })
  @Authorized(Scope.OPERATOR)
  disablePromotion(
    @Ctx() { viewer, locale }: Context,
    @Arg("id", () => ID, { description: "The promotion: Promotion.id." }) id: string,
  ): Promise<PromotionPayload> {
    return payloadOf(locale, async () => ({
      promotion: await this.useCases.disablePromotion.execute(viewer, id),
    }));
  }

  @Mutation(() => PromotionPayload, {
    description:
      "Pauses a promotion, or lifts its pause: while it is paused, none of its codes is accepted; orders that have used one keep it. Safe to repeat. disablePromotion ends it permanently.",
  })
  @Authorized(Scope.OPERATOR)
  setPromotionPaused(
    @Ctx() { viewer, locale }: Context,
    @Arg("id", () => ID, { description: "The promotion: Promotion.id." }) id: string,
    @Arg("paused", () => Boolean, { description: "false lifts the pause." }) paused: boolean,
  ): Promise<PromotionPayload> {
    return payloadOf(locale, async () => ({
      promotion: await this.useCases.pausePromotion.execute(viewer, id, paused),
    }));
  }

  @FieldResolver(() => Money, {
    nullable: true,
    description: "For kind SUM: the discount; null for other kinds.",
  })
  sum(@Root() { sum, currencyCode }: Promotion): Money | null {
    return sum === null ? null : toMoney(sum, currencyCode);
  }

  @FieldResolver(() => Money, { description: "Minimum sum of the dishes before any discount." })
  minimumSum(@Root() { minimumSum, currencyCode }: Promotion): Money {
    return toMoney(minimumSum, currencyCode);
  }

  @FieldResolver(() => [ID], {
    description: "The branches of the promotion, limited to those that your key may work on.",
  })
  branchIds(@Ctx() { viewer }: Context, @Root() { branchIds }: Promotion): string[] {
    return branchIds.filter((id) => operatesBranch(viewer, id));
  }

  @FieldResolver(() => Int, {
    description: "Number of orders that used it; cancelled orders do not count.",
  })
  uses(@Ctx() context: Context, @Root() { id }: Promotion): Promise<number> {
    return this.useCases.promoUses.ofPromotions(context).load(id);
  }

  @FieldResolver(() => Int, { description: "Number of promo codes that it has." })
  codeCount(@Ctx() context: Context, @Root() { id }: Promotion): Promise<number> {
    return this.useCases.promoCodes.counts(context).load(id);
  }

  @FieldResolver(() => PromoCodeConnection, { description: "Promo codes in alphabetical order." })
  async codes(
    @Ctx() context: Context,
    @Root() { id: promotionId }: Promotion,
    @Arg("first", () => Int, { defaultValue: 20 }) first: number,
    @AtMost(CURSOR) @Arg("after", () => String, { nullable: true }) after: string | null,
  ): Promise<Connection<PromoCode>> {
    const asked = { promotionId, ...codesAsked(first, after) };
    return pageOfCodes(await this.useCases.promoCodes.of(context).load(asked), first, after);
  }
}

@Resolver(() => PromoCode)
export class PromoCodeResolver {
  constructor(private readonly promoUses: PromoUsesLoader) {}

  @FieldResolver(() => Int, {
    description: "Number of orders that used it; cancelled orders do not count.",
  })
  uses(@Ctx() context: Context, @Root() code: PromoCode): Promise<number> {
    return this.promoUses.ofCodes(context).load(code);
  }
}
