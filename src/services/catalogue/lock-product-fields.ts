import { type DataSource, type EntityManager } from "typeorm";

import { operatesBranch, type Viewer } from "../../domain/access/viewer";
import { type ImportField } from "../../domain/catalogue/import-field";
import { UserErrorCode } from "../../domain/errors/user-error-code";
import { isUuid } from "../../domain/ids";
import { Refused } from "../../errors";
import { type EventFeed } from "../../ports/event-feed";
import { required } from "../branches/changes/branch-error";
import { announceCatalogue } from "./announce-catalogue";
import { refusal } from "./catalogue-error";

interface Found {
  readonly branch_id: string;
  readonly article: string;
  readonly catalogue_version: number;
}

export interface LockedProduct {
  readonly branchId: string;
  readonly article: string;
  /** The catalogue version that contains the locks. */
  readonly catalogueVersion: number;
}

const LOCK_BRANCH = `
select product.branch_id, product.article, branch.catalogue_version
from products product join branches branch on branch.id = product.branch_id where product.id = $1 for no key update of branch`;

/** Adds or removes the fields, and only writes a row that changes as a result. */
const CHANGE = `
with wanted as (
  select id, array(
    select field from unnest(locked_fields || $2::text[]) with ordinality each (field, place)
    where $3 or field <> all ($2) group by field order by min(place)
  ) as locked_fields from products where id = $1
)
update products set locked_fields = wanted.locked_fields, field_sources = products.field_sources || (
  select jsonb_object_agg(field, coalesce(products.field_sources -> field, '{"source": "OPERATOR"}')
    || jsonb_build_object('updatedAt', now()))
  from unnest($2::text[]) field
)
from wanted where products.id = wanted.id and products.locked_fields <> wanted.locked_fields returning products.id`;

/** Locks fields of a product against imports and price syncs, or unlocks them. */
export class LockProductFields {
  constructor(
    private readonly db: DataSource,
    private readonly feed: EventFeed,
  ) {}

  /**
   * Safe to repeat. Earlier plans can no longer be applied, because they do not know of the change.
   *
   * @throws {Refused} the viewer operates no such product, or no field is named
   */
  async execute(
    viewer: Viewer,
    productId: string,
    fields: readonly ImportField[],
    locked: boolean,
  ): Promise<LockedProduct> {
    if (fields.length === 0)
      throw new Refused([required(["fields"], "Выберите поля", "Choose fields")]);
    if (!isUuid(productId)) throw noSuchProduct();
    return this.db.transaction(async (tx) => {
      const [found] = await tx.query<Found[]>(LOCK_BRANCH, [productId]);
      if (!found || !operatesBranch(viewer, found.branch_id)) throw noSuchProduct();
      const isChanged = await this.change(tx, productId, fields, locked);
      const catalogueVersion = isChanged
        ? await announceCatalogue(tx, this.feed, found.branch_id)
        : found.catalogue_version;
      return { branchId: found.branch_id, article: found.article, catalogueVersion };
    });
  }

  private async change(
    tx: EntityManager,
    productId: string,
    fields: readonly ImportField[],
    locked: boolean,
  ): Promise<boolean> {
    const [changed] = await tx.query<[unknown[], number]>(CHANGE, [productId, fields, locked]);
    return changed.length > 0;
  }
}

function noSuchProduct() {
  return refusal(UserErrorCode.NOT_FOUND, ["productId"], {
    ru: "Такого товара нет",
    en: "There is no such product",
  });
}
