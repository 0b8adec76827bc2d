import { FieldResolver, Resolver, Root } from "type-graphql";

import { TerminalGroup } from "./organization";

@Resolver(() => TerminalGroup)
export class TerminalGroupResolver {
  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      "Does its till answer now? null: the key may not see the group. A hint, not a promise.",
  })
  alive(@Root() { directory, access, group }: TerminalGroup): Promise<boolean | null> {
    return directory.isAlive(access, group);
  }
}
