import { Field, ID, ObjectType } from "type-graphql";

import { Node } from "../../entities/node";
import { type PosDirectory } from "../../loaders/branches/pos-directory";
import { type PosOrganization, type PosTerminalGroup } from "../../ports/pos/pos-directory";
import { type PosAccess } from "../../services/pos/pos-connections";
import { Uuid } from "../schema/scalars";

@ObjectType({ simpleResolvers: true, description: "An entry of one of the POS's lists." })
export class PosDictionaryItem {
  @Field(() => Uuid, { description: "The POS's own id, as settings take it." })
  posId!: string;

  @Field(() => String, { description: "The entry's name in the POS." })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: "The POS's own word: Cash, Card, FlexibleSum …",
  })
  kind!: string | null;
}

@ObjectType({
  simpleResolvers: true,
  description: "A menu that the restaurant publishes from its POS, seen with one key.",
})
export class ExternalMenu {
  @Field(() => String, { description: "The POS's own id, as externalMenuId takes it." })
  posId!: string;

  @Field(() => String, { description: "The menu's name in the POS." })
  name!: string;

  @Field(() => [PosDictionaryItem], {
    description: "The price categories it can be read with. Empty: it has none, and needs none.",
  })
  priceCategories!: PosDictionaryItem[];
}

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: "A restaurant as the POS knows it, seen with one key.",
})
export class Organization extends Node {
  @Field(() => ID, {
    description: "Id of the organization as seen with this key. The settings take `posId`.",
  })
  override id!: string;

  @Field(() => Uuid, { description: "The POS's own id, as organizationId takes it." })
  posId!: string;

  @Field(() => String, { description: "The organization's name in the POS." })
  name!: string;

  /** The key it was seen with, and where its lists are read with that key. */
  access!: PosAccess;
  directory!: PosDirectory;
}

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: "The tills of one kitchen that take deliveries.",
})
export class TerminalGroup extends Node {
  @Field(() => ID, {
    description: "Id of the group as seen with this key. The settings take `posId`.",
  })
  override id!: string;

  @Field(() => Uuid, { description: "The POS's own id, as terminalGroupId takes it." })
  posId!: string;

  @Field(() => String, { description: "The group's name in the POS." })
  name!: string;

  @Field(() => Boolean, {
    description: "false: the key may not see it, though orders sent there are taken.",
  })
  visibleToApiLogin!: boolean;

  access!: PosAccess;
  directory!: PosDirectory;
  group!: PosTerminalGroup;
}

export function toOrganization(
  directory: PosDirectory,
  access: PosAccess,
  { posId, name }: PosOrganization,
): Organization {
  return Object.assign(new Organization(), {
    id: `${access.id}.${posId}`,
    posId,
    name,
    access,
    directory,
  });
}

export function toTerminalGroup(
  { access, directory }: Organization,
  group: PosTerminalGroup,
): TerminalGroup {
  const { posId, name, visible } = group;
  const id = `${access.id}.${posId}`;
  return Object.assign(new TerminalGroup(), {
    id,
    posId,
    name,
    visibleToApiLogin: visible,
    access,
    directory,
    group,
  });
}
