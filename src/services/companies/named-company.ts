import { type EntityManager } from "typeorm";

import { DEFAULT_COMPANY_ID } from "../../domain/access/default-company";
import { companyIdOf, isPlatform, type Viewer } from "../../domain/access/viewer";
import { type UserError } from "../../domain/errors/user-error";
import { isUuid } from "../../domain/ids";
import { Company } from "../../entities/companies/company";
import { Refused } from "../../errors";
import { noSuchCompany } from "./company-errors";

/**
 * Returns the company that a change is for: the caller's own, or the one named by an administrator
 * of the platform.
 *
 * @param named null for the caller's own; for the platform, the first one
 * @throws {Refused} NOT_FOUND: it does not exist, or is not the caller's; the wording is the same
 *   in both cases
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

/** Scope of an idempotency key: the keys of two companies are independent of each other. */
export function placeOfCompany(companyId: string): string {
  return companyId === DEFAULT_COMPANY_ID ? "" : companyId;
}
