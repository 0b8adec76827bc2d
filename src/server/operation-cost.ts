import { type GraphQLSchema, parse } from "graphql";
import { AnswerEstimate, type AnswerSize, NOTHING } from "./answer-size";
import { type AskedOperation, OperationReading } from "./asked-operation";
import { type DataCosts, type DataShape, NO_SHAPE } from "./data-shape";

export { type AskedOperation } from "./asked-operation";

/** What any operation may ask for, however little data there is. */
const LEAST: AnswerSize = { rows: 10_000, values: 60_000, bytes: 8_000_000 };
/** Where nothing is known of the data, and lists are taken to be long. */
const UNKNOWN: AnswerSize = { ...LEAST, values: 1_000_000 };
/** Beyond what everybody needs: the same with a few fields more, but no more text. */
const ROOM = 1.25;

/** What an operation costs, and what it may; of several measures the one that comes closest to its limit. */
export interface OperationCost {
  readonly measure: keyof AnswerSize;
  readonly cost: number;
  readonly limit: number;
  readonly size: AnswerSize;
}

/** Tells of valid operations what their answers cost, before anything runs. */
export class OperationCosts {
  private readonly limits = new WeakMap<DataShape, AnswerSize>();
  private readonly yardstick: OperationReading | undefined;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly data?: DataCosts,
  ) {
    const document = data && parse(data.yardstick);
    this.yardstick = document && new OperationReading(schema, { document, operationName: null, variables: {} });
  }

  async costOf(operation: AskedOperation): Promise<OperationCost> {
    const reading = new OperationReading(this.schema, operation);
    const asked = reading.rootFields.map((field) => reading.asked(field, reading.root));
    return this.judge(
      reading,
      await Promise.all(asked.map(async (field) => (await this.data?.shapeOf(field)) ?? NO_SHAPE)),
    );
  }

  /** @param shapes of the fields at the root, in their order */
  private judge(reading: OperationReading, shapes: readonly DataShape[]): OperationCost {
    const size = this.sizeOf(reading, shapes);
    const limits = shapes.map((shape) => this.limitsFor(shape)).reduce(largest, this.data ? LEAST : UNKNOWN);
    const measures = (["rows", "values", "bytes"] as const).map((measure) => {
      return { measure, cost: Math.ceil(size[measure]), limit: Math.ceil(limits[measure]), size };
    });
    return measures.reduce((worst, each) => (each.cost / each.limit > worst.cost / worst.limit ? each : worst));
  }

  private sizeOf(reading: OperationReading, shapes: readonly DataShape[]): AnswerSize {
    const sizes = reading.rootFields.map((field, index) =>
      AnswerEstimate.of(reading, field, { shape: shapes[index] ?? NO_SHAPE, workOf: this.data?.workOf ?? NO_WORK }),
    );
    return sizes.reduce(sum, NOTHING);
  }

  /** So much that everybody gets what the yardstick asks for. */
  private limitsFor(shape: DataShape): AnswerSize {
    const known = this.limits.get(shape);
    if (known) return known;
    const { rows, values, bytes } = this.yardstick ? this.sizeOf(this.yardstick, [shape]) : NOTHING;
    const limits = largest(LEAST, { rows: rows * ROOM, values: values * ROOM, bytes });
    this.limits.set(shape, limits);
    return limits;
  }
}

const NO_WORK = () => 0;

function sum(one: AnswerSize, other: AnswerSize): AnswerSize {
  return { rows: one.rows + other.rows, values: one.values + other.values, bytes: one.bytes + other.bytes };
}

function largest(one: AnswerSize, other: AnswerSize): AnswerSize {
  return {
    rows: Math.max(one.rows, other.rows),
    values: Math.max(one.values, other.values),
    bytes: Math.max(one.bytes, other.bytes),
  };
}
