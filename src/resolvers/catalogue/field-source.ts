import { Field, ObjectType } from "type-graphql";

import { ImportField } from "../../domain/catalogue/import-field";
import { type Product as ProductRow } from "../../entities/catalogue/product";
import { DateTime } from "../schema/scalars";
import { Source, toSource } from "../schema/source";
import { UserError } from "../schema/user-error-types";
import { Product } from "./product";

@ObjectType({ simpleResolvers: true, description: "Origin of a field of a product." })
export class FieldSource {
  @Field(() => String, { description: "Name of the field, a value of ImportField." })
  field!: ImportField;

  @Field(() => Source, {
    description: "IIKO: set by an import or price sync. RESULT_REST: not imported so far.",
  })
  source!: Source;

  @Field(() => Boolean, {
    description: "Whether imports and price syncs leave the field unchanged, and report that.",
  })
  locked!: boolean;

  @Field(() => DateTime, { description: "When the field was last imported, locked or unlocked." })
  updatedAt!: Date;
}

@ObjectType({ simpleResolvers: true, description: "Result of setProductFieldLocks." })
export class ProductPayload {
  @Field(() => Product, {
    nullable: true,
    description:
      "The product as the menu shows it now; null if `userErrors` explains why nothing was done.",
  })
  product?: Product | null;

  @Field(() => [UserError])
  userErrors!: UserError[];
}

export function toFieldSources({
  lockedFields,
  fieldSources,
}: Pick<ProductRow, "lockedFields" | "fieldSources">): FieldSource[] {
  return Object.values(ImportField).flatMap((field) => {
    const origin = fieldSources[field];
    if (!origin) return [];
    const source = toSource(origin.source === "POS" ? "POS" : "RESULT_REST");
    return [
      {
        field,
        source,
        locked: lockedFields.includes(field),
        updatedAt: new Date(origin.updatedAt),
      },
    ];
  });
}
