import { type DataSource } from "typeorm";

import { type Context } from "../context";
import { customerEntities } from "../federation/entities/customer-entities";
import { productEntities } from "../federation/entities/product-entities";
import {
  branchEntities,
  orderEntities,
  promotionEntities,
} from "../federation/entities/stored-entities";
import { type EntityType } from "../federation/entity-type";
import { JobSubjectsLoader } from "../loaders/jobs/job-subjects-loader";
import { type ShownMenus } from "../services/catalogue/menu/shown-menus";
import { type FindCustomer } from "../services/loyalty/find-customer";
import { FindProductPlaces } from "../services/nodes/find-product-places";
import { type FindPromotions } from "../services/promotions/find-promotions";

interface UseCases {
  readonly findCustomer: FindCustomer;
  readonly findPromotions: FindPromotions;
  readonly shownMenus: ShownMenus;
}

/** Types that other services of a federated graph may reference by a key. */
export function createEntityTypes(
  db: DataSource,
  { findCustomer, findPromotions, shownMenus }: UseCases,
): EntityType<Context>[] {
  const subjects = new JobSubjectsLoader(db);
  return [
    branchEntities(subjects),
    customerEntities(findCustomer),
    orderEntities(subjects),
    productEntities(new FindProductPlaces(db), shownMenus),
    promotionEntities(findPromotions),
  ];
}
