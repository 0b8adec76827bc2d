import {
  extendSchema,
  GraphQLBoolean,
  GraphQLEnumType,
  GraphQLError,
  GraphQLID,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  parse,
} from "graphql";

import { NotFound, PosContractBroken } from "../../src/errors";
import { countTo, crashAfterOne, silence } from "./sample-streams";
import { WHAT_THE_CONSOLE_ASKS } from "./what-the-console-asks";

export interface SampleContext {
  readonly viewer: string;
  readonly expiresAt?: Date | undefined;
  /** Which generation of the context this is; each renewal increments it. */
  readonly generation: number;
}

/**
 * A small schema with every kind of answer that a transport has to carry, and counters of what ran
 * and what is open.
 */
export class SampleSchema {
  mutationsRun = 0;
  openSubscriptions = 0;
  /**
   * Events that `count` and the others have emitted, and answers of `shared` that were executed.
   */
  eventsTaken = 0;
  executions = 0;
  /** What `shared` received as `after`, each time. */
  readonly startedAfter: (string | undefined)[] = [];
  private readonly followers = new Set<(event: object) => void>();
  /** Lets `slow` answer; undefined before `slow` is queried. */
  release: (() => void) | undefined;

  readonly schema: GraphQLSchema;

  constructor() {
    const schema = new GraphQLSchema({
      query: this.query(),
      mutation: new GraphQLObjectType({
        name: "Mutation",
        fields: { touch: { type: GraphQLInt, resolve: () => ++this.mutationsRun } },
      }),
      subscription: this.subscription(),
    });
    this.schema = extendSchema(schema, parse(WHAT_THE_CONSOLE_ASKS));
  }

  private query(): GraphQLObjectType {
    const dish: GraphQLObjectType = new GraphQLObjectType({
      name: "Dish",
      fields: () => ({
        name: { type: GraphQLString },
        size: { type: GraphQLString },
        with: { type: dish, resolve: () => ({ name: "sauce" }) },
      }),
    });
    const mood = new GraphQLEnumType({ name: "Mood", values: { HAPPY: {}, HUNGRY: {} } });
    return new GraphQLObjectType({
      name: "Query",
      fields: {
        hello: { type: GraphQLString, args: { mood: { type: mood } }, resolve: () => "hello" },
        viewer: {
          type: GraphQLString,
          resolve: (_root, _args, context: SampleContext) => context.viewer,
        },
        dish: { type: dish, resolve: () => ({ name: "Margherita", size: "30 cm" }) },
        dishes: {
          type: new GraphQLList(dish),
          args: { first: { type: new GraphQLNonNull(GraphQLInt) } },
        },
        slow: {
          type: GraphQLString,
          resolve: () => new Promise((resolve) => (this.release = () => resolve("done"))),
        },
        filler: {
          type: GraphQLString,
          args: { length: { type: new GraphQLNonNull(GraphQLInt) } },
          resolve: (_root, { length }: { length: number }) => "x".repeat(length),
        },
        crash: { type: GraphQLString, resolve: () => fail(new Error("password=hunter2")) },
        refused: { type: GraphQLString, resolve: () => fail(new NotFound("No such order")) },
        broken: {
          type: GraphQLString,
          resolve: () => fail(new PosContractBroken("orderInfo is gone")),
        },
        invalid: { type: GraphQLString, resolve: () => fail(argumentValidationError()) },
        badInt: { type: GraphQLInt, resolve: () => "4111 1111 1111 1111" },
      },
    });
  }

  private subscription(): GraphQLObjectType {
    return new GraphQLObjectType({
      name: "Subscription",
      fields: {
        count: {
          type: GraphQLInt,
          args: { to: { type: new GraphQLNonNull(GraphQLInt) } },
          subscribe: (_root, { to }: { to: number }) => this.open(countTo(to)),
          resolve: (event: unknown) => event,
        },
        bulk: {
          type: GraphQLString,
          args: {
            to: { type: new GraphQLNonNull(GraphQLInt) },
            length: { type: new GraphQLNonNull(GraphQLInt) },
          },
          subscribe: (_root, { to }: { to: number }) => this.open(countTo(to)),
          resolve: (_event: unknown, { length }: { length: number }) => "x".repeat(length),
        },
        shared: {
          type: GraphQLString,
          args: { after: { type: GraphQLString }, wrong: { type: GraphQLBoolean } },
          subscribe: (_root, { after }: { after?: string }) => {
            this.startedAfter.push(after);
            return this.open(Object.assign(this.follow(), { eventsAreShared: true }));
          },
          resolve: (event: unknown, { wrong }: { wrong?: boolean }, { viewer }: SampleContext) => {
            this.executions++;
            return wrong
              ? fail(new NotFound("No such order"))
              : `${(event as { text: string }).text} for ${viewer}`;
          },
        },
        silence: { type: GraphQLID, subscribe: () => this.open(silence()) },
        generation: {
          type: GraphQLInt,
          subscribe: () => this.open(countTo(2)),
          resolve: (_event, _args, context: SampleContext) => context.generation,
        },
        crash: { type: GraphQLInt, subscribe: () => fail(new Error("password=hunter2")) },
        crashingEvent: {
          type: GraphQLInt,
          subscribe: () => this.open(countTo(1)),
          resolve: () => fail(new Error("password=hunter2")),
        },
        crashingSource: {
          type: GraphQLInt,
          subscribe: () => this.open(crashAfterOne()),
          resolve: (event: unknown) => event,
        },
      },
    });
  }

  /** Sends one event to everyone who follows `shared`. */
  tell(text: string): void {
    const event = { text };
    for (const take of this.followers) take(event);
  }

  private async *follow(): AsyncGenerator<object> {
    const waiting: object[] = [];
    let wake: () => void = () => undefined;
    const take = (event: object) => {
      waiting.push(event);
      wake();
    };
    this.followers.add(take);
    while (true) {
      const event = waiting.shift();
      if (event) yield event;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
  }

  private open<T>(events: AsyncGenerator<T>): AsyncGenerator<T> {
    this.openSubscriptions++;
    const end = events.return.bind(events);
    const next = events.next.bind(events);
    let isOpen = true;
    const close = () => {
      if (isOpen) this.openSubscriptions--;
      isOpen = false;
    };
    events.next = async () => {
      try {
        const event = await next();
        if (event.done) close();
        this.eventsTaken++;
        return event;
      } catch (error) {
        close();
        throw error;
      }
    };
    events.return = (value) => {
      close();
      return end(value);
    };
    return events;
  }
}

function fail(error: Error): never {
  throw error;
}

/** As type-graphql throws it, with the whole input inside. */
function argumentValidationError(): GraphQLError {
  const userError = { target: { phone: "+70000000001" }, value: "+70000000001", property: "phone" };
  const nested = { ...userError, constraints: { isPhone: "phone must be a phone" } };
  const validationErrors = [{ target: {}, property: "customer", children: [nested] }];
  return new GraphQLError("Argument Validation Error", {
    extensions: { code: "BAD_USER_INPUT", validationErrors },
  });
}
