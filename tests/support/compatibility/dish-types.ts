import "reflect-metadata";

import { Field, Float, ID, Int, ObjectType } from "type-graphql";

// One thing of each kind that a service may contribute to a larger graph.

@ObjectType()
class Size {
  constructor(id: string) {
    this.id = id;
  }

  @Field(() => ID)
  readonly id: string;
}

/** What any service may state about a dish. */
@ObjectType()
class Weight {
  @Field(() => String, { nullable: true })
  readonly portion = "small";

  @Field(() => Float, { nullable: true })
  readonly grams = 420;

  /** Not visible to the outside. */
  @Field(() => String, { nullable: true })
  readonly scale = "in the kitchen";
}

/** Belongs to another service; this one adds fields to it. */
@ObjectType()
export class Cook {
  constructor(email: string, yearsAtWork = 0, dishesInvented: number | null = null) {
    this.email = email;
    this.yearsAtWork = yearsAtWork;
    this.dishesInvented = dishesInvented;
  }

  @Field(() => ID)
  readonly email: string;

  @Field(() => String, { nullable: true })
  readonly name = "Anna";

  @Field(() => Int)
  readonly yearsAtWork: number;

  @Field(() => Int, { nullable: true })
  readonly dishesInvented: number | null;

  @Field(() => Int, { nullable: true })
  get dishesPerYear(): number | null {
    return this.dishesInvented === null ? null : Math.round(this.dishesInvented / this.yearsAtWork);
  }
}

@ObjectType()
export class Protocol {
  constructor(number: string, subject: string) {
    this.number = number;
    this.subject = subject;
  }

  @Field(() => ID)
  readonly number: string;

  @Field(() => String, { nullable: true })
  readonly subject: string;
}

@ObjectType()
export class Tasting {
  constructor(protocol: Protocol) {
    this.protocol = protocol;
  }

  @Field(() => Protocol)
  readonly protocol: Protocol;

  @Field(() => String, { nullable: true })
  readonly verdict: string | null = null;
}

@ObjectType()
export class RetiredDish {
  constructor(article: string, branch: string) {
    this.article = article;
    this.branch = branch;
  }

  @Field(() => String)
  readonly article: string;

  @Field(() => String)
  readonly branch: string;

  @Field(() => String, { nullable: true })
  readonly reason = "Nobody ordered it";

  @Field(() => Cook, { nullable: true })
  readonly inventedBy = INVENTOR;
}

@ObjectType()
export class Dish {
  constructor(id: string, article: string, branch: string, size: string, tasting: Tasting) {
    this.id = id;
    this.article = article;
    this.branch = branch;
    this.size = new Size(size);
    this.tastings = [tasting];
  }

  @Field(() => ID)
  readonly id: string;

  @Field(() => String, { nullable: true })
  readonly article: string;

  @Field(() => String, { nullable: true })
  readonly branch: string;

  @Field(() => Size, { nullable: true })
  readonly size: Size;

  @Field(() => Weight, { nullable: true })
  readonly weight = new Weight();

  @Field(() => Cook, { nullable: true })
  readonly inventedBy = INVENTOR;

  @Field(() => String, { nullable: true })
  readonly note = "Not for guests";

  @Field(() => [Tasting])
  readonly tastings: Tasting[];
}

/** An interface of another service, whatever its implementations are. */
@ObjectType()
export class Shelf {
  constructor(id: string) {
    this.id = id;
  }

  @Field(() => ID)
  readonly id: string;

  @Field(() => [RetiredDish])
  readonly retired = [new RetiredDish("00001", "Sadovaya")];
}

const INVENTOR = new Cook("anna@kitchen.example", 10, 1_337);
