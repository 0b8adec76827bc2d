import { Field, ID, InterfaceType } from "type-graphql";

@InterfaceType({
  description: "Anything with an id of its own, unique among all types: `node` finds it again.",
})
export abstract class Node {
  @Field(() => ID, {
    description: "Opaque, and never another object's: keep it, compare it, hand it back.",
  })
  id!: string;
}
