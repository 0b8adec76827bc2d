import { type EntityManager } from "typeorm";

import { DEFAULT_COMPANY_ID } from "../../domain/access/default-company";
import { companyIdOf, isPlatform, type Viewer } from "../../domain/access/viewer";
import { type UserError } from "../../domain/errors/user-error";
import { isUuid } from "../../domain/ids";
import { Company } from "../../entities/companies/company";
import { Refused } from "../../errors";
import { noSuchCompany } from "./company-errors";

/**
 * The company that a change is for: the caller's own, or the one that an administrator of the
 * platform names.
 *
 * @param named null: the caller's; for the platform the first one
 * @throws {Refused} NOT_FOUND: there is none, or it is not the caller's, word for word the same
 */
export async function namedCompany(
  manager: EntityManager,
  viewer: Viewer,
  named: string | null | undefined,
  field: readonly string[],
): Promise<string> {
  const own = companyIdOf(viewer);
  const asked = named?.toLowerCase() ?? own;
  if (asked === own) return own;
  const mayName = isPlatform(viewer) && isUuid(asked);
  if (!mayName || !(await manager.existsBy(Company, { id: asked })))
    throw new Refused<UserError>([noSuchCompany(field)]);
  return asked;
}

/** Of a key that makes something once: keys of two companies have nothing to do with each other. */
export function placeOfCompany(companyId: string): string {
  return companyId === DEFAULT_COMPANY_ID ? "" : companyId;
}
