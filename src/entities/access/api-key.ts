import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from "typeorm";

import { DEFAULT_COMPANY_ID } from "../../domain/access/default-company";
import { Scope } from "../../domain/access/viewer";
import { newSecret } from "../../domain/ids";
import { Company } from "../companies/company";
import { Node } from "../node";

registerEnumType(Scope, {
  name: "Scope",
  description: "What a caller may do. A wider scope includes the narrower ones.",
  valuesConfig: {
    PUBLIC: {
      description:
        "Anyone without a key or token: menus, quotes, placing orders, and an order by its tracking token.",
    },
    CUSTOMER: { description: "A guest who is signed in: the guest's own orders and points." },
    OPERATOR: {
      description:
        "An API key for the daily work of its branches: orders, catalogue, menu, promotions.",
    },
    ADMIN: {
      description:
        "An API key for everything: branches, their settings and POS keys, API keys, and legal requests of guests about their data.",
    },
  },
});

const WRITTEN = /^rrk_([0-9a-f]{8})_[A-Za-z0-9_-]{32}$/;

/**
 * A key of an operator or a service: `rrk_<prefix>_<secret>`. Only its SHA-256 is stored, because
 * the secret has 192 bits.
 */
@Entity("api_keys")
@Index("api_keys_of_company", ["companyId", "createdAt", "id"])
@Index("api_keys_created", ["createdAt", "id"])
@Unique("api_keys_prefix", ["prefix"])
@Check("api_keys_label_length", `char_length(label) between 1 and 100`)
@Check("api_keys_scope_known", `scope in ('OPERATOR', 'ADMIN')`)
@Check("api_keys_hash_sha256", `hash ~ '^[0-9a-f]{64}$'`)
@Check(
  "api_keys_branches",
  `branch_ids is null or (scope = 'OPERATOR' and cardinality(branch_ids) > 0)`,
)
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: "A key of an operator or a service.",
})
export class ApiKey extends Node {
  @Field(() => ID, { description: "The id that revokeApiKey takes. It grants no access." })
  @PrimaryColumn("uuid")
  override id!: string;

  @Field(() => ID, { description: "Id of the company whose branches the key works on." })
  @Column("uuid", { name: "company_id", default: DEFAULT_COMPANY_ID })
  @ForeignKey(() => Company, { name: "api_keys_company_fk" })
  companyId!: string;

  @Field(() => String, { description: "Who uses the key. Shown in timelines as the actor." })
  @Column("text")
  label!: string;

  @Field(() => Scope, { description: "What the holder of the key may do." })
  @Column("text")
  scope!: Scope.OPERATOR | Scope.ADMIN;

  @Field(() => String, {
    description: "The second part of the key, by which you can recognise it.",
  })
  @Column("text")
  prefix!: string;

  @Column("text")
  hash!: string;

  @Field(() => [ID], {
    nullable: true,
    description: "The branches that the key is limited to; null means every branch of its company.",
  })
  @Column("uuid", { name: "branch_ids", array: true, nullable: true })
  branchIds!: string[] | null;

  @Field(() => Date, { description: "When it was created." })
  @Column("timestamptz", { name: "created_at", default: () => "now()" })
  createdAt!: Date;

  @Field(() => Date, {
    nullable: true,
    description: "When the key was last used, accurate to a minute.",
  })
  @Column("timestamptz", { name: "last_used_at", nullable: true })
  lastUsedAt!: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: "When the key was revoked; null while it is valid.",
  })
  @Column("timestamptz", { name: "revoked_at", nullable: true })
  revokedAt!: Date | null;

  /** Issues a new key, including the text its holder uses. */
  static issue(): { written: string; prefix: string; hash: string } {
    const prefix = randomBytes(4).toString("hex");
    const written = `rrk_${prefix}_${newSecret()}`;
    return { written, prefix, hash: sha256(written).toString("hex") };
  }

  /** Returns the prefix of a well-formed key, by which its row is found. */
  static prefixOf(written: string): string | undefined {
    return WRITTEN.exec(written)?.[1];
  }

  /** Runs in constant time. */
  opens(written: string): boolean {
    return (
      this.revokedAt === null && timingSafeEqual(sha256(written), Buffer.from(this.hash, "hex"))
    );
  }
}

/** Digests of secrets have the same length and can be compared in constant time. */
export function sha256(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
