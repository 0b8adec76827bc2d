import { type DataSource, type EntityManager } from "typeorm";

import { isPlatform, type Viewer } from "../../domain/access/viewer";
import { NOT_ALLOWED } from "../../domain/errors/thrown-texts";
import { newId, newSecret } from "../../domain/ids";
import { proseOf } from "../../domain/texts/typed-text";
import { Company } from "../../entities/companies/company";
import { Forbidden, Refused } from "../../errors";
import { nameErrors } from "../branches/settings/branch-fields";
import { makeOnce } from "../idempotency/make-once";
import { originsOf } from "./company-origins";

export interface NewCompany {
  readonly name: string;
  readonly origins: readonly string[];
  readonly idempotencyKey?: string | null | undefined;
}

/**
 * Creates a company without branches and keys; an administrator of the platform adds those next.
 */
export class CreateCompany {
  constructor(private readonly db: DataSource) {}

  /**
   * Safe to repeat with an idempotency key: returns the company as it is now.
   *
   * @throws {Forbidden} the viewer is not the platform's administrator
   * @throws {Refused} the name, sites or idempotency key are invalid
   */
  async execute(viewer: Viewer, input: NewCompany): Promise<Company> {
    if (!isPlatform(viewer)) throw new Forbidden(NOT_ALLOWED);
    const { idempotencyKey: key, ...rest } = input;
    const field = ["input", "idempotencyKey"];
    const asked = { operation: "createCompany", place: "", key, field, input: rest };
    return this.db.transaction(async (tx) => {
      const { result } = await makeOnce(tx, asked, () => this.open(tx, rest));
      return tx.findOneByOrFail(Company, result);
    });
  }

  private async open(tx: EntityManager, input: NewCompany): Promise<{ readonly id: string }> {
    const id = newId();
    const name = proseOf(input.name);
    const { origins, userErrors } = await originsOf(tx, id, input.origins);
    const all = [...nameErrors(name, ["input", "name"]), ...userErrors];
    if (all.length > 0) throw new Refused(all);
    const orderNumbers = `order_numbers_${id.replaceAll("-", "")}`;
    await tx.query(`create sequence ${orderNumbers} start 1001`);
    const publicKey = `rrp_${newSecret()}`;
    await tx.insert(Company, { id, name, origins, publicKey, orderNumbers });
    return { id };
  }
}
