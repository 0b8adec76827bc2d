import { Field, ObjectType } from "type-graphql";

import { ImportField } from "../../domain/catalogue/import-field";
import { type Product as ProductRow } from "../../entities/catalogue/product";
import { Product } from "./product";
import { DateTime } from "../schema/scalars";
import { Source } from "../schema/source";
import { UserError } from "../schema/user-error";

@ObjectType({ simpleResolvers: true, description: "Where a field of a product comes from." })
export class FieldSource {
  @Field(() => String, { description: "An ImportField." })
  field!: ImportField;

  @Field(() => Source, {
    description: "IIKO: an import or price sync took it over. RESULT_REST: nobody has so far.",
  })
  source!: Source;

  @Field(() => Boolean, {
    description: "true: imports and price syncs leave it as it is, and say so.",
  })
  locked!: boolean;

  @Field(() => DateTime, { description: "When it was last taken over, locked or unlocked." })
  updatedAt!: Date;
}

@ObjectType({ simpleResolvers: true, description: "What lockProductFields answers." })
export class ProductPayload {
  @Field(() => Product, {
    nullable: true,
    description:
      "The product as the menu shows it now; null when `userErrors` says why nothing was done.",
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
    const source = origin.source === "POS" ? Source.IIKO : Source.RESULT_REST;
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
