import { Arg, Authorized, Ctx, ID, Int, Mutation, Query, Resolver } from "type-graphql";

import { type Context } from "../../context";
import { Scope } from "../../domain/access/viewer";
import { Company } from "../../entities/companies/company";
import { type CreateCompany } from "../../services/companies/create-company";
import { type FindCompanies } from "../../services/companies/find-companies";
import { type SaveCompany } from "../../services/companies/save-company";
import { AtMost, CURSOR } from "../schema/at-most";
import { type Connection, pageOfRows, rowsAsked } from "../schema/connection";
import { payloadOf } from "../schema/user-error";
import {
  CompanyConnection,
  CompanyInput,
  CompanyPayload,
  CreateCompanyInput,
} from "./company-payload";

@Resolver(() => Company)
export class CompanyResolver {
  constructor(
    private readonly useCases: {
      readonly findCompanies: FindCompanies;
      readonly createCompany: CreateCompany;
      readonly saveCompany: SaveCompany;
    },
  ) {}

  @Query(() => CompanyConnection, {
    description:
      "The companies, oldest first: all of them for the administrator of the platform (ADMIN_API_KEY), only its own for a key of a company.",
  })
  @Authorized(Scope.ADMIN)
  async companies(
    @Ctx() { viewer }: Context,
    @Arg("first", () => Int, { defaultValue: 50 }) first: number,
    @AtMost(CURSOR) @Arg("after", () => String, { nullable: true }) after: string | null,
  ): Promise<Connection<Company>> {
    const asked = rowsAsked(first, after);
    const skip = asked.after + 1;
    const found = await this.useCases.findCompanies.page(viewer, skip, asked.limit);
    const rows = found.map((company, index) => ({ company, position: skip + index }));
    return pageOfRows(rows, first, after, ({ company }) => company);
  }

  @Mutation(() => CompanyPayload, {
    description:
      "Creates a company. Name it in createBranch and createApiKey to give it branches and keys. Only for the administrator of the platform (ADMIN_API_KEY).",
  })
  @Authorized(Scope.ADMIN)
  createCompany(
    @Ctx() { viewer, locale }: Context,
    @Arg("input", () => CreateCompanyInput, { description: "Its name and sites." })
    input: CreateCompanyInput,
  ): Promise<CompanyPayload> {
    return payloadOf(locale, async () => ({
      company: await this.useCases.createCompany.execute(viewer, input),
    }));
  }

  @Mutation(() => CompanyPayload, {
    description:
      "Renames a company, or changes the sites of its storefronts. Only for the administrator of the platform (ADMIN_API_KEY). Safe to repeat.",
  })
  @Authorized(Scope.ADMIN)
  saveCompany(
    @Ctx() { viewer, locale }: Context,
    @Arg("id", () => ID, { description: "The company to change: Company.id." }) id: string,
    @Arg("input", () => CompanyInput, { description: "The changes." }) input: CompanyInput,
  ): Promise<CompanyPayload> {
    return payloadOf(locale, async () => ({
      company: await this.useCases.saveCompany.execute(viewer, id, input),
    }));
  }
}
