import {
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";

/** What a selection set asks for with its fragments expanded. */
export interface Weight {
  readonly depth: number;
  readonly fields: number;
  readonly aliases: number;
  readonly directives: number;
  readonly longestAlias: number;
  /** How often each field occurs at the top level of the set. */
  readonly top: ReadonlyMap<string, number>;
}

const NOTHING: Weight = {
  depth: 0,
  fields: 0,
  aliases: 0,
  directives: 0,
  longestAlias: 0,
  top: new Map(),
};

export class Scale {
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly weighed = new Map<string, Weight>();

  constructor(fragments: readonly FragmentDefinitionNode[]) {
    this.fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  }

  weigh(set: SelectionSetNode, directives: readonly DirectiveNode[] = []): Weight {
    const top = new Map<string, number>();
    const sum = {
      depth: 0,
      fields: 0,
      aliases: 0,
      directives: directives.length,
      longestAlias: 0,
      top,
    };
    for (const selection of set.selections) {
      const weight = this.weighSelection(selection);
      sum.depth = Math.max(sum.depth, weight.depth);
      sum.fields += weight.fields;
      sum.aliases += weight.aliases;
      sum.longestAlias = Math.max(sum.longestAlias, weight.longestAlias);
      sum.directives += weight.directives + (selection.directives?.length ?? 0);
      for (const [name, count] of weight.top) sum.top.set(name, (sum.top.get(name) ?? 0) + count);
    }
    return sum;
  }

  weighFragment(name: string): Weight {
    const known = this.weighed.get(name);
    if (known) return known;
    // A cycle finds this entry and ends; graphql-js then refuses the fragment by name.
    this.weighed.set(name, NOTHING);
    const fragment = this.fragments.get(name);
    const weight = fragment ? this.weigh(fragment.selectionSet, fragment.directives) : NOTHING;
    this.weighed.set(name, weight);
    return weight;
  }

  private weighSelection(selection: SelectionNode): Weight {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return this.weighFragment(selection.name.value);
    if (selection.kind === Kind.INLINE_FRAGMENT) return this.weigh(selection.selectionSet);
    return this.weighField(selection);
  }

  private weighField(field: FieldNode): Weight {
    const below = field.selectionSet ? this.weigh(field.selectionSet) : NOTHING;
    const alias = field.alias?.value.length ?? 0;
    return {
      depth: below.depth + 1,
      fields: below.fields + 1,
      aliases: below.aliases + Math.sign(alias),
      longestAlias: Math.max(below.longestAlias, alias),
      directives: below.directives,
      top: new Map([[field.name.value, 1]]),
    };
  }
}
