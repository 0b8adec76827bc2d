import { type DataSource, type SelectQueryBuilder } from "typeorm";

import { type Viewer } from "../../domain/access/viewer";
import { ApiKey } from "../../entities/access/api-key";

interface KeysAsked {
  readonly first: number;
  /** Id of the last key on the previous page; null starts with the newest. */
  readonly after: string | null;
}

/** A key of another company marks no position in this list. */
const EARLIER = `(k.created_at, k.id) < (
  (select created_at from api_keys
   where id = :after and (cast(:ofCompany as uuid) is null or company_id = :ofCompany)),
  cast(:after as uuid))`;

/** All keys ever issued in the viewer's company, newest first; revoked ones stay in the list. */
export class ListApiKeys {
  constructor(private readonly db: DataSource) {}

  /** Returns one page. */
  execute(viewer: Viewer, { first, after }: KeysAsked): Promise<ApiKey[]> {
    const query = this.of(viewer).orderBy("k.createdAt", "DESC").addOrderBy("k.id", "DESC");
    const ofCompany = viewer.company?.id ?? null;
    if (after !== null) query.andWhere(EARLIER, { after, ofCompany });
    return query.limit(first).getMany();
  }

  /** Returns null if the viewer's company has no key with that id. @param id a UUID */
  byId(viewer: Viewer, id: string): Promise<ApiKey | null> {
    return this.of(viewer).andWhere("k.id = :id", { id }).getOne();
  }

  private of({ company }: Viewer): SelectQueryBuilder<ApiKey> {
    const query = this.db.createQueryBuilder(ApiKey, "k");
    return company ? query.where("k.companyId = :companyId", { companyId: company.id }) : query;
  }
}
