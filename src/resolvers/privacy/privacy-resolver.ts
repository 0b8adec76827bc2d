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
      "Permanently erases a guest in all branches: name, phone, address, comments and everything else that identifies the guest. What was sold is kept. Safe to repeat. ORDERS_UNDER_WAY names orders that are still in progress: nothing is erased until they are finished.",
  })
  @Authorized(Scope.ADMIN)
  eraseCustomer(
    @Ctx() { viewer, locale }: Context,
    @AtMost({ ...PHONE, asUserError: true })
    @Arg("phone", () => String, { description: "Phone number in any usual spelling." })
    phone: string,
  ): Promise<EraseCustomerPayload> {
    return payloadOf(locale, () => this.useCases.eraseCustomer.execute(viewer, phone));
  }

  @Mutation(() => ExportCustomerPayload, {
    description:
      "Exports all data stored about a guest, page by page. It is a mutation because each page is recorded in Branch.changes.",
  })
  @Authorized(Scope.ADMIN)
  exportCustomer(
    @Ctx() { viewer, locale }: Context,
    @AtMost({ ...PHONE, asUserError: true })
    @Arg("phone", () => String, { description: "Phone number in any usual spelling." })
    phone: string,
    @Arg("first", () => Int, {
      defaultValue: 20,
      description: `Maximum number of orders on the page, 1 to ${MOST_EXPORTED}.`,
    })
    first: number,
    @AtMost(CURSOR) @Arg("after", () => String, { nullable: true }) after?: string | null,
  ): Promise<ExportCustomerPayload> {
    const page = () => this.useCases.exportCustomer.execute(viewer, phone, first, after ?? null);
    return payloadOf(locale, async () => ({ page: await page() }));
  }
}
