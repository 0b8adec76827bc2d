import { FieldResolver, Resolver, Root } from "type-graphql";

import { TerminalGroup } from "./organization";

@Resolver(() => TerminalGroup)
export class TerminalGroupResolver {
  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      "Whether its till is online now; null if the key may not see the group. This is a hint, not a guarantee.",
  })
  alive(@Root() { directory, access, group }: TerminalGroup): Promise<boolean | null> {
    return directory.isAlive(access, group);
  }
}
