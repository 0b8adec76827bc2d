import { type DataSource } from "typeorm";

import { type Viewer } from "../../domain/access/viewer";
import { StreetUse } from "../../domain/delivery/street-use";
import { typedBeginnings } from "../../domain/delivery/street-words";
import { NO_SUCH_BRANCH } from "../../domain/errors/thrown-texts";
import { NotFound } from "../../errors";
import { prepared } from "../../ports/prepared";
import { ShownBranches } from "../orders/rows/shown-branches";
import { type KnownStreet } from "./store-streets";
import { MOST_WORDS } from "./street-limits";

/**
 * Searches by the longest word through the index, then filters by the other words. The shortest
 * names come first because the least remains to be typed.
 */
const FIND = prepared(`
  select street.id_in_pos as id, street.name, street.city
  from (
    select distinct street_id_in_pos as id from street_words
    where organization_id_in_pos = $1 and word >= $2 and word < $2 || chr(1114111)
  ) found
  join streets street on street.organization_id_in_pos = $1 and street.id_in_pos = found.id
  where not exists (
    select from unnest($3::text[]) typed where not exists (
      select from string_to_table(street.words, ' ') own where starts_with(own, typed)
    )
  )
  order by length(street.key), street.name, street.city, street.id_in_pos
  limit $4`);

/** Finds streets for a guest who is typing one. Makes no calls to the POS. */
export class FindStreets {
  private readonly branches: ShownBranches;

  constructor(private readonly db: DataSource) {
    this.branches = new ShownBranches(db.manager);
  }

  /**
   * @param text words or beginnings of words, in any order
   * @returns at most `limit` streets; none where the branch offers none
   * @throws {NotFound} there is no such branch, or none that the viewer may see
   */
  async execute(
    viewer: Viewer,
    branchId: string,
    text: string,
    limit: number,
  ): Promise<KnownStreet[]> {
    const found = await this.branches.find(viewer, branchId);
    if (!found) throw new NotFound(NO_SUCH_BRANCH);
    const [longest, ...others] = typedBeginnings(text, MOST_WORDS);
    const { organizationId, deliveryStreets } = found.settings;
    if (organizationId === null || deliveryStreets === StreetUse.NONE || longest === undefined)
      return [];
    return this.db.query<KnownStreet[]>(FIND, [organizationId, longest, others, limit]);
  }
}
