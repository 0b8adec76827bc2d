/* What readers of the documentation note down on the way and put into the next example. */
import { DEMO_KEY } from "../../sandbox/credentials";

type Notes = Record<string, unknown>;

interface Organization {
  readonly posId: string;
  readonly terminalGroups: readonly {
    posId: string;
    alive: boolean | null;
    visibleToApiLogin: boolean;
  }[];
  readonly externalMenus: readonly { posId: string }[];
  readonly paymentTypes: readonly Entry[];
  readonly discounts?: readonly Entry[];
  readonly loyaltyWallets?: readonly Entry[] | null;
}

interface Entry {
  readonly posId: string;
  readonly name: string;
  readonly kind: string;
}

interface Answers {
  FirstMenu: { branches: { nodes: { id: string }[] } };
  PlaceOrder: { createOrder: { order: { id: string }; trackingToken: string } };
  NewBranch: { createBranch: { branch: { id: string } } };
  Choices: { organizations: Organization[] };
  NewSection: { createSection: { section: { id: string } } };
  Plan: { importSection: { plan: { id: string } } };
  PricesEverywhere: { planForBranches: { plan: { id: string } } };
  TestOrder: { createOrder: { order: { id: string } } };
  BeginPromotion: { createPromotion: { promotion: { id: string } } };
}

/** What is worth remembering from an answer, by the example's name. */
const LEARNT: { readonly [Name in keyof Answers]: (answer: Answers[Name]) => Notes } = {
  FirstMenu: ({ branches }) => ({ demoBranchId: branches.nodes[0]?.id }),
  PlaceOrder: ({ createOrder }) => ({ id: createOrder.order.id, token: createOrder.trackingToken }),
  NewBranch: ({ createBranch }) => ({ branchId: createBranch.branch.id }),
  Choices: ({ organizations: [first] }) => ({
    organization: first?.posId,
    terminals: first?.terminalGroups.find(
      ({ alive, visibleToApiLogin }) => alive && visibleToApiLogin,
    )?.posId,
    menu: first?.externalMenus[0]?.posId,
    ...placesOf(first?.paymentTypes ?? [], {
      cash: "Cash",
      card: "Card",
      online: "External",
      bonus: "IikoCard",
    }),
    ...placesOf(first?.loyaltyWallets ?? [], { wallet: "BONUS" }),
    ...placesOf(first?.discounts ?? [], { discount: "FlexibleSum" }),
  }),
  NewSection: ({ createSection }) => ({ sectionId: createSection.section.id }),
  Plan: ({ importSection }) => ({ planId: importSection.plan.id }),
  PricesEverywhere: ({ planForBranches }) => ({ branchesPlanId: planForBranches.plan.id }),
  TestOrder: ({ createOrder }) => ({ id: createOrder.order.id }),
  BeginPromotion: ({ createPromotion }) => ({ promotionId: createPromotion.promotion.id }),
};

/** For each variable, the first entry of its kind. */
function placesOf(entries: readonly Entry[], kinds: Readonly<Record<string, string>>): Notes {
  const chosen = Object.entries(kinds).map(([name, wanted]) => [
    name,
    entries.find(({ kind }) => kind === wanted)?.posId,
  ]);
  return Object.fromEntries(chosen) as Notes;
}

/** Fills in the values that examples leave open. */
export class ExampleNotebook {
  private notes: Notes = {
    phone: "+79000000000",
    until: new Date(Date.now() + 3_600_000),
    after: null,
  };

  note(notes: Notes): void {
    this.notes = { ...this.notes, ...notes };
  }

  learn(name: string, answer: unknown): void {
    const learnt = (LEARNT as Record<string, (answer: unknown) => Notes>)[name];
    if (learnt) this.note(learnt(answer));
  }

  /** The variables of an example; those with no known value are missing. */
  variables(names: readonly string[]): Notes {
    return Object.fromEntries(
      names.filter((name) => name in this.notes).map((name) => [name, this.notes[name]]),
    );
  }

  get(name: string): unknown {
    return this.notes[name];
  }

  /**
   * Replaces the page's values with the reader's own: a key of the sandbox, and the sandbox itself.
   */
  fill(source: string): string {
    return source
      .replace('"your-key"', JSON.stringify(DEMO_KEY))
      .replace("pos: IIKO", "pos: SANDBOX");
  }
}
