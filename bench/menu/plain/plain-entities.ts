import { Field, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, JoinColumn, ManyToOne, OneToMany, PrimaryColumn } from "typeorm";

/**
 * The catalogue's tables with relations; as in tutorials, each class is both a row and a GraphQL
 * type.
 */
@ObjectType()
@Entity("options")
export class Option {
  @Field(() => ID)
  @PrimaryColumn("uuid")
  id!: string;

  @Field(() => String, { nullable: true })
  @Column("text", { nullable: true })
  article!: string | null;

  @Field(() => String)
  @Column("text")
  name!: string;

  @Column("bigint", { name: "price" })
  kopecks!: string;

  @Field(() => Int)
  @Column("integer")
  min!: number;

  @Field(() => Int)
  @Column("integer")
  max!: number;

  @Field(() => Int)
  @Column("integer", { name: "by_default" })
  byDefault!: number;

  @Column("integer")
  position!: number;

  @ManyToOne(() => OptionGroup, (group) => group.options)
  @JoinColumn({ name: "option_group_id" })
  group!: OptionGroup;
}

@ObjectType()
@Entity("option_groups")
export class OptionGroup {
  @Field(() => ID)
  @PrimaryColumn("uuid")
  id!: string;

  @Field(() => String)
  @Column("text")
  name!: string;

  @Field(() => Int)
  @Column("integer")
  min!: number;

  @Field(() => Int)
  @Column("integer")
  max!: number;

  @Field(() => Int)
  @Column("integer", { name: "free_amount" })
  freeAmount!: number;

  @Column("integer")
  position!: number;

  @Field(() => [Option])
  @OneToMany(() => Option, (option) => option.group)
  options!: Option[];

  @ManyToOne(() => Product, (product) => product.optionGroups)
  @JoinColumn({ name: "product_id" })
  product!: Product;
}

@ObjectType()
@Entity("product_sizes")
export class ProductSize {
  @Field(() => ID)
  @PrimaryColumn("uuid")
  id!: string;

  @Field(() => String, { nullable: true })
  @Column("text", { nullable: true })
  name!: string | null;

  @Column("bigint", { name: "price" })
  kopecks!: string;

  @Field(() => Boolean)
  @Column("boolean", { name: "is_default" })
  isDefault!: boolean;

  @Column("integer")
  position!: number;

  @ManyToOne(() => Product, (product) => product.sizes)
  @JoinColumn({ name: "product_id" })
  product!: Product;
}

@ObjectType()
@Entity("products")
export class Product {
  @Field(() => ID)
  @PrimaryColumn("uuid")
  id!: string;

  @Field(() => String)
  @Column("text")
  article!: string;

  @Field(() => String)
  @Column("text")
  name!: string;

  @Field(() => String, { nullable: true })
  @Column("text", { nullable: true })
  description!: string | null;

  @Column("text", { name: "image_urls", array: true })
  imageUrls!: string[];

  @Column("jsonb", { name: "nutrition" })
  stored!: { allergens: string[] } & Record<string, number>;

  @Column("integer")
  position!: number;

  @Field(() => [ProductSize])
  @OneToMany(() => ProductSize, (size) => size.product)
  sizes!: ProductSize[];

  @Field(() => [OptionGroup])
  @OneToMany(() => OptionGroup, (group) => group.product)
  optionGroups!: OptionGroup[];

  @ManyToOne(() => Section, (section) => section.all)
  @JoinColumn({ name: "section_id" })
  section!: Section;
}

@ObjectType()
@Entity("sections")
export class Section {
  @Field(() => ID)
  @PrimaryColumn("uuid")
  id!: string;

  @Column("uuid", { name: "branch_id" })
  branchId!: string;

  @Field(() => String)
  @Column("text")
  name!: string;

  @Field(() => String)
  @Column("text")
  slug!: string;

  @Field(() => Int)
  @Column("integer")
  position!: number;

  @OneToMany(() => Product, (product) => product.section)
  all!: Product[];
}
