import { Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";

import { StreetList } from "./street-list";

/** A street that an organization's POS knows. */
@Entity("streets")
@Index("streets_by_key", ["organizationId", "key"])
export class Street {
  @PrimaryColumn("text", { name: "organization_id_in_pos" })
  @ForeignKey(() => StreetList, { name: "streets_list_fk", onDelete: "CASCADE" })
  organizationId!: string;

  @PrimaryColumn("text", { name: "id_in_pos" })
  idInPos!: string;

  @Column("text")
  city!: string;

  /** As the POS writes it, including the kind of street. */
  @Column("text")
  name!: string;

  /** As `streetKey` makes it. */
  @Column({ type: "text", collation: "C" })
  key!: string;

  /** As `soughtWords` makes them, separated by single spaces. */
  @Column("text")
  words!: string;
}
