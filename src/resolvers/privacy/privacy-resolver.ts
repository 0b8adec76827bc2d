import { Arg, Authorized, Ctx, ID, Int, Mutation, Resolver } from "type-graphql";

import { type Context } from "../../context";
import { Scope } from "../../domain/access/viewer";
import { type EraseCustomer } from "../../services/privacy/erase-customer";
import { type ExportCustomer, MOST_EXPORTED } from "../../services/privacy/export-customer";
import { AtMost, CURSOR, PHONE } from "../schema/at-most";
import { payloadOf } from "../schema/user-error";
import { EraseCustomerPayload, ExportCustomerPayload } from "./privacy";

const OF_COMPANY = {
  nullable: true,
  description:
    "The company whose guest it is: Company.id. If omitted, the company of your key; for the administrator of the platform, the first company.",
} as const;

/** What a guest may request by law: to be informed, and to be forgotten. */
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
      "Permanently erases a guest of a company in all its branches: name, phone, address, comments and everything else that identifies the guest. What was sold is kept. Safe to repeat. ORDERS_UNDER_WAY names orders that are still in progress: nothing is erased until they are finished.",
  })
  @Authorized(Scope.ADMIN)
  eraseCustomer(
    @Ctx() { viewer, locale }: Context,
    @AtMost({ ...PHONE, asUserError: true })
    @Arg("phone", () => String, { description: "Phone number in any usual spelling." })
    phone: string,
    @Arg("companyId", () => ID, OF_COMPANY) companyId?: string | null,
  ): Promise<EraseCustomerPayload> {
    const { eraseCustomer } = this.useCases;
    return payloadOf(locale, () => eraseCustomer.execute(viewer, phone, companyId));
  }

  @Mutation(() => ExportCustomerPayload, {
    description:
      "Exports all data stored about a guest of a company, page by page. It is a mutation because each page is recorded in Branch.changes.",
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
    @Arg("companyId", () => ID, OF_COMPANY) companyId?: string | null,
  ): Promise<ExportCustomerPayload> {
    const asked = { phone, companyId, first, after: after ?? null };
    return payloadOf(locale, async () => ({
      page: await this.useCases.exportCustomer.execute(viewer, asked),
    }));
  }
}
