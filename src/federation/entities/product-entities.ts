import { type Context } from "../../context";
import { isUuid } from "../../domain/ids";
import { Product } from "../../resolvers/catalogue/product";
import { publicProductOf } from "../../resolvers/catalogue/public-menu";
import { type ShownMenus } from "../../services/catalogue/menu/shown-menus";
import {
  type FindProductPlaces,
  type ProductPlace,
} from "../../services/nodes/find-product-places";
import { type EntityType, partOf, type Representation } from "../entity-type";

/** What a branch shows of it: a product that is no longer shown no longer exists. */
export function productEntities(
  findPlaces: FindProductPlaces,
  menus: Pick<ShownMenus, "shownTo">,
): EntityType<Context> {
  return {
    name: "Product",
    keys: ["id", "branchId article"],
    objects: Product,
    read: async (representations, { viewer }) => {
      const ids = representations.map((named) => partOf(named, "id")?.toLowerCase());
      const placeById = await findPlaces.execute(ids.filter((id) => id !== undefined));
      const read = async (named: Representation, index: number): Promise<Product | null> => {
        const id = ids[index];
        const place = id === undefined ? placeNamedBy(named) : placeById.get(id);
        if (!place) return null;
        const shown = await menus.shownTo(viewer, place.branchId);
        const product = shown ? publicProductOf(shown, place.article) : null;
        return id === undefined || product?.id === id ? product : null;
      };
      return Promise.all(representations.map(read));
    },
  };
}

function placeNamedBy(named: Representation): ProductPlace | undefined {
  const [branchId, article] = [partOf(named, "branchId")?.toLowerCase(), partOf(named, "article")];
  return branchId !== undefined && isUuid(branchId) && article !== undefined
    ? { branchId, article }
    : undefined;
}
