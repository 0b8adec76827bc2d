import { type DataSource } from "typeorm";

import { isPlatform, type Viewer } from "../../domain/access/viewer";
import { NOT_ALLOWED } from "../../domain/errors/thrown-texts";
import { isUuid } from "../../domain/ids";
import { proseOf } from "../../domain/texts/typed-text";
import { Company } from "../../entities/companies/company";
import { Forbidden, Refused } from "../../errors";
import { nameErrors } from "../branches/settings/branch-fields";
import { noSuchCompany } from "./company-errors";
import { originsOf } from "./company-origins";

/** Omitted or null leaves a value unchanged. */
export interface CompanyChange {
  readonly name?: string | null | undefined;
  readonly origins?: readonly string[] | null | undefined;
}

/** Renames a company, or changes which sites are its storefronts. */
export class SaveCompany {
  constructor(private readonly db: DataSource) {}

  /**
   * Safe to repeat.
   *
   * @throws {Forbidden} the viewer is not the platform's administrator: a site claimed by one
   *   company is unavailable to the others
   * @throws {Refused} NOT_FOUND, INVALID, or CONFLICT if a site belongs to another company
   */
  async execute(viewer: Viewer, id: string, change: CompanyChange): Promise<Company> {
    if (!isPlatform(viewer)) throw new Forbidden(NOT_ALLOWED);
    return this.db.transaction(async (tx) => {
      const lock = { mode: "for_no_key_update" } as const;
      const company = isUuid(id) ? await tx.findOne(Company, { where: { id }, lock }) : null;
      if (!company) throw new Refused([noSuchCompany(["id"])]);
      const name = proseOf(change.name ?? company.name);
      const { origins, userErrors } = await originsOf(tx, id, change.origins ?? company.origins);
      const all = [...nameErrors(name, ["input", "name"]), ...userErrors];
      if (all.length > 0) throw new Refused(all);
      await tx.update(Company, { id }, { name, origins });
      return Object.assign(company, { name, origins });
    });
  }
}
