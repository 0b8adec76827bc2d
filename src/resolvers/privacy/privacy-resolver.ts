import { Arg, Authorized, Ctx, Int, Mutation, Resolver } from "type-graphql";

import { type Context } from "../../context";
import { Scope } from "../../domain/access/viewer";
import { type EraseCustomer } from "../../services/privacy/erase-customer";
import { type ExportCustomer, MOST_EXPORTED } from "../../services/privacy/export-customer";
import { AtMost, CURSOR, PHONE } from "../schema/at-most";
import { EraseCustomerPayload, ExportCustomerPayload } from "./privacy";
import { payloadOf } from "../schema/user-error";

/** What a guest may ask for by law: to be told, and to be forgotten. */
@Resolver()
export class PrivacyResolver {
  constructor(
    private readonly useCases: {
      readonly eraseCustomer: EraseCustomer;
      readonly exportCustomer: ExportCustomer;
    },
  ) {}

  @Mutation(() => EraseCustomerPayload, {
    description:
      "Forgets a guest for good, in all branches: name, phone, address, comments and whatever else says who it was. What was " +
      "sold stays. Safe to repeat. ORDERS_UNDER_WAY names the orders that are not done yet: nothing is erased until they are.",
  })
  @Authorized(Scope.ADMIN)
  eraseCustomer(
    @Ctx() { viewer, locale }: Context,
    @AtMost({ ...PHONE, asUserError: true })
    @Arg("phone", () => String, { description: "In any usual spelling." })
    phone: string,
  ): Promise<EraseCustomerPayload> {
    return payloadOf(locale, () => this.useCases.eraseCustomer.execute(viewer, phone));
  }

  @Mutation(() => ExportCustomerPayload, {
    description:
      "Tells everything that is held of a guest, in pages. A mutation because each page is noted in Branch.changes.",
  })
  @Authorized(Scope.ADMIN)
  exportCustomer(
    @Ctx() { viewer, locale }: Context,
    @AtMost({ ...PHONE, asUserError: true })
    @Arg("phone", () => String, { description: "In any usual spelling." })
    phone: string,
    @Arg("first", () => Int, {
      defaultValue: 20,
      description: `How many orders, 1 to ${MOST_EXPORTED}.`,
    })
    first: number,
    @AtMost(CURSOR) @Arg("after", () => String, { nullable: true }) after?: string | null,
  ): Promise<ExportCustomerPayload> {
    const page = () => this.useCases.exportCustomer.execute(viewer, phone, first, after ?? null);
    return payloadOf(locale, async () => ({ page: await page() }));
  }
}
