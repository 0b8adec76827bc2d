import {
  type FieldNode,
  getOperationAST,
  type GraphQLSchema,
  OperationTypeNode,
  parse,
} from "graphql";

import { AnswerEstimate, type AnswerSize, NOTHING } from "./answer-size";
import { type AskedOperation, isIntrospection, OperationReading } from "./asked-operation";
import { isCompilable, type IsRepeatable, VALUES_COMPILED_AT_ONCE } from "./compiled-queries";
import { type CostBasis, type DataCosts, type DataShape, NO_SHAPE } from "./data-shape";
import { introspectionShapeOf, WHOLE_SCHEMA } from "./introspection-shape";
import { type ListLengths, listLengthsOf } from "./list-lengths";

export { type AskedOperation } from "./asked-operation";

/** What any operation may ask for, however little data exists. */
const LEAST: AnswerSize = { rows: 10_000, values: 120_000, warmUp: 0, bytes: 8_000_000 };
/** Used where nothing is known about the data and lists are assumed to be long. */
const UNKNOWN: AnswerSize = { ...LEAST, values: 2_000_000 };
/** Headroom above what everybody needs: the same query with a few more fields, but no more text. */
const ROOM = 1.2;
/**
 * graphql-js takes about this many times the work of compiled code for the same answer, and
 * compiled code that has never run before takes no more than that.
 */
const TIMES_COMPILED = 3;

type Measure = (typeof MEASURES)[number];
const MEASURES = ["rows", "values", "bytes"] as const;

/**
 * What an operation costs and what it may cost, for the measure that comes closest to its limit.
 */
export interface OperationCost {
  readonly measure: Measure;
  readonly cost: number;
  readonly limit: number;
  readonly size: AnswerSize;
}

/**
 * Estimates what the answers to valid operations cost, before anything runs.
 *
 * Hand-written because the usual estimators multiply the `first` arguments of the schema; here the
 * lengths of lists come from the data, so that a large menu passes and a deep detour does not.
 */
export class OperationCosts {
  private readonly limits = new WeakMap<DataShape, AnswerSize>();
  private readonly yardstick: OperationReading | undefined;
  private readonly lengths: ListLengths;
  private introspection: { readonly shape: DataShape; readonly limit: AnswerSize } | undefined;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly data?: DataCosts,
    private readonly isRepeatable: IsRepeatable = () => true,
  ) {
    this.yardstick = data && this.read(data.yardstick);
    this.lengths = listLengthsOf(schema, data?.shapedTypes);
  }

  async costOf(operation: AskedOperation): Promise<OperationCost> {
    const reading = new OperationReading(this.schema, operation);
    const fields = reading.rootFields.filter((field) => !isIntrospection(field));
    const asked = fields.map((field) => reading.asked(field, reading.root));
    const shapes = await Promise.all(
      asked.map(async (field) => (await this.data?.shapeOf(field)) ?? NO_SHAPE),
    );
    const size = this.asExecuted(this.sizeOf(reading, fields, shapes), operation);
    const limit = shapes
      .map((shape) => this.limitsFor(shape))
      .reduce(largest, this.data ? LEAST : UNKNOWN);
    const ofData = closest(size, limit);
    const ofSchema =
      fields.length < reading.rootFields.length ? this.introspectionCost(reading) : undefined;
    if (!ofSchema) return ofData;
    return { ...worse(ofData, ofSchema), size: sum(size, ofSchema.size) };
  }

  /** An operation that cannot be answered by compiled code costs more per value. */
  private asExecuted(size: AnswerSize, { document, operationName }: AskedOperation): AnswerSize {
    if (size.values < VALUES_COMPILED_AT_ONCE) return size;
    const isQuery = getOperationAST(document, operationName)?.operation === OperationTypeNode.QUERY;
    if (isQuery && isCompilable(this.schema, document, this.isRepeatable)) return asCompiled(size);
    return { ...size, values: size.values * TIMES_COMPILED };
  }

  /** At most the cost of returning the whole schema once, which tools need however large it is. */
  private introspectionCost(reading: OperationReading): OperationCost {
    this.introspection ??= this.measureSchema();
    const { shape, limit } = this.introspection;
    return closest(this.schemaSizeOf(reading, shape), limit);
  }

  private measureSchema() {
    const shape = introspectionShapeOf(this.schema);
    const size = this.schemaSizeOf(this.read(WHOLE_SCHEMA), shape);
    const [values, bytes] = [size.values * ROOM, size.bytes * ROOM];
    return { shape, limit: largest(LEAST, { ...size, values, bytes }) };
  }

  private schemaSizeOf(reading: OperationReading, shape: DataShape): AnswerSize {
    const fields = reading.rootFields.filter(isIntrospection);
    return this.sizeOf(
      reading,
      fields,
      Array.from(fields, () => shape),
    );
  }

  private read(source: string): OperationReading {
    return new OperationReading(this.schema, {
      document: parse(source),
      operationName: null,
      variables: {},
    });
  }

  private sizeOf(
    reading: OperationReading,
    fields: readonly FieldNode[],
    shapes: readonly DataShape[],
  ): AnswerSize {
    const { workOf = NO_WORK } = this.data ?? {};
    const lengthOf = (coordinate: string) => this.lengths.of(coordinate);
    const basisOf = (shape = NO_SHAPE): CostBasis => ({ shape, workOf, lengthOf });
    const sizes = fields.map((field, place) =>
      AnswerEstimate.of(reading, field, basisOf(shapes[place])),
    );
    return sizes.reduce(sum, NOTHING);
  }

  /** High enough for everybody to get what the yardstick asks for. */
  private limitsFor(shape: DataShape): AnswerSize {
    const known = this.limits.get(shape);
    if (known) return known;
    const { yardstick } = this;
    const whole = yardstick ? this.sizeOf(yardstick, yardstick.rootFields, [shape]) : NOTHING;
    const [rows, values] = [whole.rows * ROOM, asCompiled(whole).values * ROOM];
    const limits = largest(LEAST, { ...whole, rows, values });
    this.limits.set(shape, limits);
    return limits;
  }
}

const NO_WORK = () => 0;

/** Includes the work of generating the code and of running it for the first time. */
function asCompiled(size: AnswerSize): AnswerSize {
  const { values, warmUp } = size;
  return { ...size, values: Math.min(values + warmUp, values * TIMES_COMPILED) };
}

/** The measure that comes closest to its limit. */
function closest(size: AnswerSize, limits: AnswerSize): OperationCost {
  const measures = MEASURES.map((measure) => {
    return { measure, cost: Math.ceil(size[measure]), limit: Math.ceil(limits[measure]), size };
  });
  return measures.reduce(worse);
}

function worse(one: OperationCost, other: OperationCost): OperationCost {
  return other.cost / other.limit > one.cost / one.limit ? other : one;
}

function sum(one: AnswerSize, other: AnswerSize): AnswerSize {
  return {
    rows: one.rows + other.rows,
    values: one.values + other.values,
    warmUp: one.warmUp + other.warmUp,
    bytes: one.bytes + other.bytes,
  };
}

function largest(one: AnswerSize, other: AnswerSize): AnswerSize {
  return {
    rows: Math.max(one.rows, other.rows),
    values: Math.max(one.values, other.values),
    warmUp: Math.max(one.warmUp, other.warmUp),
    bytes: Math.max(one.bytes, other.bytes),
  };
}
