import { Entity, ForeignKey, PrimaryColumn } from "typeorm";

import { StreetList } from "./street-list";

/** A word by which a street is found, see `soughtWords`. */
@Entity("street_words")
export class StreetWord {
  @PrimaryColumn("text", { name: "organization_id_in_pos" })
  @ForeignKey(() => StreetList, { name: "street_words_list_fk", onDelete: "CASCADE" })
  organizationId!: string;

  @PrimaryColumn("text", { collation: "C" })
  word!: string;

  @PrimaryColumn("text", { name: "street_id_in_pos" })
  streetId!: string;
}
