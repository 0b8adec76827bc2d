import { Field, ID, ObjectType } from "type-graphql";

import { Node } from "../../entities/node";
import { type PosDirectory } from "../../loaders/branches/pos-directory";
import { type PosOrganization, type PosTerminalGroup } from "../../ports/pos/pos-directory";
import { type PosAccess } from "../../services/pos/pos-connections";
import { onlyUuids } from "../schema/older-id";
import { Uuid } from "../schema/scalars";

@ObjectType({ simpleResolvers: true, description: "An entry of a list in the POS." })
export class PosDictionaryItem {
  @Field(() => ID, {
    name: "idInPos",
    simple: false,
    description: "Id in the POS, which the settings take.",
  })
  @Field(() => Uuid, {
    description: "Id in the POS, which the settings take.",
    deprecationReason: onlyUuids("idInPos"),
  })
  posId!: string;

  @Field(() => String, { description: "The entry's name in the POS." })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: "Kind of the entry in the POS's terms, for example Cash, Card or FlexibleSum.",
  })
  kind!: string | null;
}

@ObjectType({
  simpleResolvers: true,
  description: "A menu that the restaurant publishes from its POS, as seen with one key.",
})
export class ExternalMenu {
  @Field(() => String, { description: "Id in the POS, which externalMenuId takes." })
  posId!: string;

  @Field(() => String, { description: "The menu's name in the POS." })
  name!: string;

  @Field(() => [PosDictionaryItem], {
    description:
      "The price categories that the menu can be read with. Empty if it has none and needs none.",
  })
  priceCategories!: PosDictionaryItem[];
}

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: "A restaurant in the POS, as seen with one key.",
})
export class Organization extends Node {
  @Field(() => ID, {
    description: "Id of the organization as seen with this key. The settings take `idInPos`.",
  })
  override id!: string;

  @Field(() => ID, {
    name: "idInPos",
    simple: false,
    description: "Id in the POS, which organizationIdInPos takes.",
  })
  @Field(() => Uuid, {
    description: "Id in the POS, which organizationIdInPos takes.",
    deprecationReason: onlyUuids("idInPos"),
  })
  posId!: string;

  @Field(() => String, { description: "The organization's name in the POS." })
  name!: string;

  /** The key with which it was seen, and the directory that reads its lists with that key. */
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
    description: "Id of the group as seen with this key. The settings take `idInPos`.",
  })
  override id!: string;

  @Field(() => ID, {
    name: "idInPos",
    simple: false,
    description: "Id in the POS, which terminalGroupIdInPos takes.",
  })
  @Field(() => Uuid, {
    description: "Id in the POS, which terminalGroupIdInPos takes.",
    deprecationReason: onlyUuids("idInPos"),
  })
  posId!: string;

  @Field(() => String, { description: "The group's name in the POS." })
  name!: string;

  @Field(() => Boolean, {
    description:
      "Whether the key may see the group. Orders sent to a group that it may not see are accepted nevertheless.",
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
