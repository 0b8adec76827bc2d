import {
  Arg,
  Field,
  FieldResolver,
  ID,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import { type DataSource } from "typeorm";

import { Option, Product, ProductSize, Section } from "./plain-entities";

@ObjectType()
class Money {
  @Field(() => String)
  amount!: string;

  @Field(() => String)
  currencyCode!: string;
}

@ObjectType()
class PriceRange {
  @Field(() => Money)
  min!: Money;

  @Field(() => Money)
  max!: Money;
}

@ObjectType()
class Image {
  @Field(() => String)
  url!: string;
}

@ObjectType()
class Nutrition {
  @Field(() => String)
  energyKcal!: string;

  @Field(() => String)
  proteins!: string;

  @Field(() => String)
  fats!: string;

  @Field(() => String)
  carbohydrates!: string;

  @Field(() => String)
  weightGrams!: string;

  @Field(() => [String])
  allergens!: string[];
}

@ObjectType()
class ProductConnection {
  @Field(() => [Product])
  nodes!: Product[];
}

@ObjectType()
class Menu {
  @Field(() => String)
  revision!: string;

  @Field(() => [Section])
  sections!: Section[];
}

function money(kopecks: number | string): Money {
  return { amount: (Number(kopecks) / 100).toFixed(2), currencyCode: "RUB" };
}

/** One query with joins, as a TypeORM user would write it, without a snapshot or cache. */
@Resolver(() => Menu)
export class PlainMenuResolver {
  constructor(private readonly db: DataSource) {}

  @Query(() => Menu)
  async menu(@Arg("branchId", () => ID) branchId: string): Promise<Menu> {
    const sections = await this.db.getRepository(Section).find({
      where: { branchId },
      relations: { all: { sizes: true, optionGroups: { options: true } } },
      order: {
        position: "ASC",
        all: {
          position: "ASC",
          sizes: { position: "ASC" },
          optionGroups: { position: "ASC", options: { position: "ASC" } },
        },
      },
    });
    // The catalogue's first revision, with no stop list yet.
    return { revision: "1.0", sections };
  }
}

@Resolver(() => Section)
export class PlainSectionResolver {
  @FieldResolver(() => ProductConnection)
  products(@Root() { all }: Section, @Arg("first", () => Int) first: number): ProductConnection {
    return { nodes: all.slice(0, first) };
  }
}

@Resolver(() => Product)
export class PlainProductResolver {
  @FieldResolver(() => [Image])
  images(@Root() { imageUrls }: Product): Image[] {
    return imageUrls.map((url) => ({ url }));
  }

  @FieldResolver(() => Nutrition)
  nutrition(@Root() { stored }: Product): Nutrition {
    const { energyKcal, proteins, fats, carbohydrates, weightGrams, allergens } = stored;
    return {
      energyKcal: String(energyKcal),
      proteins: String(proteins),
      fats: String(fats),
      carbohydrates: String(carbohydrates),
      weightGrams: String(weightGrams),
      allergens,
    };
  }

  @FieldResolver(() => PriceRange)
  priceRange(@Root() { sizes, optionGroups }: Product): PriceRange {
    const required = optionGroups.reduce((sum, { min, options }) => {
      return sum + min * Math.min(...options.map(({ kopecks }) => Number(kopecks)));
    }, 0);
    const totals = sizes.map(({ kopecks }) => Number(kopecks) + required);
    return { min: money(Math.min(...totals)), max: money(Math.max(...totals)) };
  }
}

@Resolver(() => ProductSize)
export class PlainSizeResolver {
  @FieldResolver(() => Money)
  price(@Root() { kopecks }: ProductSize): Money {
    return money(kopecks);
  }
}

@Resolver(() => Option)
export class PlainOptionResolver {
  @FieldResolver(() => Money)
  price(@Root() { kopecks }: Option): Money {
    return money(kopecks);
  }
}
