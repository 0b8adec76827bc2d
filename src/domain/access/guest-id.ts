import { customerIdOf } from "../ids";
import { DEFAULT_COMPANY_ID } from "./default-company";
import { companyIdOf, type Viewer } from "./viewer";

/**
 * Returns the id of the guest with this phone in the viewer's company: a phone in two companies
 * belongs to two guests. @param phone E.164
 */
export function guestIdOf(viewer: Viewer, phone: string): string {
  const companyId = companyIdOf(viewer);
  return customerIdOf(companyId === DEFAULT_COMPANY_ID ? phone : `${companyId} ${phone}`);
}
