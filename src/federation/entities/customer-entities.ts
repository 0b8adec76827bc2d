import { type Context } from "../../context";
import { guestIdOf } from "../../domain/access/guest-id";
import { type Viewer } from "../../domain/access/viewer";
import { phoneOfAnyBranch } from "../../domain/guests/phone";
import { Customer } from "../../resolvers/loyalty/loyalty";
import { type FindCustomer } from "../../services/loyalty/find-customer";
import { type EntityType, partOf, type Representation } from "../entity-type";

/**
 * Resolves like `Query.me` and `Query.customer`: guests have no rows, so the only id that can be
 * recognised is the caller's own.
 */
export function customerEntities(findCustomer: FindCustomer): EntityType<Context> {
  return {
    name: "Customer",
    keys: ["id", "phone"],
    objects: Customer,
    read: async (representations, { viewer }) => {
      const phones = representations.map((named) => phoneFor(viewer, named));
      const named = phones.filter((phone) => phone !== undefined);
      const found = await findCustomer.byPhones(viewer, named);
      return phones.map((phone) => {
        const customer = found.get(phone ?? "");
        return customer ? Object.assign(new Customer(), customer) : null;
      });
    },
  };
}

/** In E.164; undefined: it belongs to no one, or not to this viewer. */
function phoneFor(viewer: Viewer, named: Representation): string | undefined {
  const own = viewer.kind === "customer" ? viewer.phone : undefined;
  const id = partOf(named, "id");
  if (id !== undefined)
    return own !== undefined && guestIdOf(viewer, own) === id.toLowerCase() ? own : undefined;
  const phone = phoneOfAnyBranch(partOf(named, "phone") ?? "");
  return viewer.kind === "key" || phone === own ? phone : undefined;
}
