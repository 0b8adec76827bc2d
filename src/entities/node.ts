import { Field, ID, InterfaceType } from "type-graphql";

@InterfaceType({
  description: "An object with a globally unique id, by which `node` finds it.",
})
export abstract class Node {
  @Field(() => ID, {
    description: "Opaque and globally unique: store it, compare it, pass it back.",
  })
  id!: string;
}
