import {
  type FieldNode,
  getNamedType,
  getNullableType,
  type GraphQLCompositeType,
  type GraphQLNamedOutputType,
  isCompositeType,
  isEnumType,
  isListType,
  Kind,
  type SelectionSetNode,
} from "graphql";

import { type OperationReading } from "./asked-operation";
import { type CostBasis, type Extent, firstOf } from "./data-shape";

/** Applies to lists in each row of a page. */
const LONGEST_ON_PAGES = 10;
/** Assumed number of plain values in a list. */
const ASSUMED_LENGTH = 5;
/** JSON size of values that the shape does not cover. */
const BYTES_BY_TYPE: Readonly<Record<string, number>> = {
  Boolean: 5,
  Int: 7,
  Float: 12,
  ID: 38,
  UUID: 38,
  DateTime: 26,
  Decimal: 12,
  EventCursor: 40,
};
const BYTES_OF_TEXT = 80;
/** The quotes, the colon and the comma around a name. */
const BYTES_AROUND_NAME = 4;
/** The braces and the comma around an object; a list has about as many. */
const BYTES_AROUND_OBJECT = 3;
/** Writing a date-time or starting a list costs as much as several plain values. */
const WORK_OF_MOMENT = 8;
const WORK_OF_LIST = 6;
/** This many bytes of text cost as much as one plain value. */
const BYTES_PER_VALUE = 40;
/**
 * Each of the first rows for which a field is written costs as much as this many extra values: code
 * generated for an operation is slow until V8 has watched it run.
 */
const FIRST_ROWS = 300;
const WORK_OF_FIRST_ROW = 15;

/** Upper bounds on what an operation asks for and what its answer consists of. */
export interface AnswerSize {
  /**
   * The total number of rows that all `first` arguments ask for, nested ones multiplied, whether or
   * not that many exist.
   */
  readonly rows: number;
  /** Plain values, plus anything that takes the same work: roughly 0.2 µs of CPU time each. */
  readonly values: number;
  /** The extra cost of code that has never run before, in plain values. */
  readonly warmUp: number;
  readonly bytes: number;
}

export const NOTHING: AnswerSize = { rows: 0, values: 0, warmUp: 0, bytes: 0 };

/** The position of a selection set in an answer. */
interface Place {
  /** Number of objects in the answer at this place. */
  readonly rows: number;
  /**
   * How often the same object may occur among them: the rows never exceed the total number of
   * objects times this.
   */
  readonly copies: number;
  /** Number of objects that the answer would have at this place if every page were full. */
  readonly asked: number;
  /** For pages: the number of rows in all of them together. */
  readonly items?: number;
}

/**
 * Estimates the size of the answer to one root field of a valid operation, given the existing data.
 */
export class AnswerEstimate {
  private rows = 0;
  private values = 0;
  private warmUp = 0;
  private bytes = 0;

  private constructor(
    private readonly reading: OperationReading,
    private readonly basis: CostBasis,
  ) {}

  static of(reading: OperationReading, field: FieldNode, basis: CostBasis): AnswerSize {
    const estimate = new AnswerEstimate(reading, basis);
    if (reading.root) estimate.addField(field, reading.root, { rows: 1, copies: 1, asked: 1 });
    const { rows, values, warmUp, bytes } = estimate;
    return { rows, values, warmUp, bytes };
  }

  private addSet({ selections }: SelectionSetNode, type: GraphQLCompositeType, place: Place): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) this.addField(selection, type, place);
      else {
        const { set, condition } = this.reading.expanded(selection);
        const on = condition === undefined ? type : this.reading.schema.getType(condition);
        if (set && isCompositeType(on)) this.addSet(set, on, place);
      }
    }
  }

  private addField(field: FieldNode, type: GraphQLCompositeType, place: Place): void {
    const asked = this.reading.asked(field, type);
    this.bytes += place.rows * ((field.alias ?? field.name).value.length + BYTES_AROUND_NAME);
    this.values += place.rows;
    this.warmUp += Math.min(place.rows, FIRST_ROWS) * WORK_OF_FIRST_ROW;
    if (!asked) return this.addBytes(place.rows * BYTES_OF_TEXT);
    const { shape, workOf } = this.basis;
    const { type: output } = asked.definition;
    const below = getNamedType(output);
    this.values += place.rows * workOf(asked, shape);
    const isList = isListType(getNullableType(output));
    if (isList) this.values += place.rows * WORK_OF_LIST;
    const known = shape.get(asked.coordinate);
    if (!isCompositeType(below)) return this.addLeaf(below, place, known, isList);
    const first = firstOf(asked);
    const extent = known ?? {
      most: first ?? lengthBelow(place, this.basis.lengthOf(asked.coordinate)),
      total: Infinity,
    };
    this.rows += place.asked * (first ?? 0);
    const placed = placeBelow(place, extent, isList, first);
    this.bytes += (placed.rows + (isList ? place.rows : 0)) * BYTES_AROUND_OBJECT;
    if (field.selectionSet) this.addSet(field.selectionSet, below, placed);
  }

  private addLeaf(
    type: GraphQLNamedOutputType,
    place: Place,
    extent: Extent | undefined,
    isList: boolean,
  ): void {
    const items = place.rows * (isList ? ASSUMED_LENGTH : 1);
    if (type.name === "DateTime") this.values += items * WORK_OF_MOMENT;
    if (extent) return this.addBytes(countOf(place, extent));
    this.addBytes(items * bytesOf(type));
  }

  private addBytes(bytes: number): void {
    this.bytes += bytes;
    this.values += bytes / BYTES_PER_VALUE;
  }
}

/**
 * The longest list seen may be a single case: on a page with many rows not every list is as long,
 * and no stranger may inflate them.
 */
function lengthBelow({ rows }: Place, longest: number): number {
  return rows > 1 ? Math.min(longest, LONGEST_ON_PAGES) : longest;
}

/** Size of one value, including enums and quotes. */
function bytesOf(type: GraphQLNamedOutputType): number {
  if (isEnumType(type)) return Math.max(...type.getValues().map(({ name }) => name.length)) + 2;
  return BYTES_BY_TYPE[type.name] ?? BYTES_OF_TEXT;
}

function countOf({ rows, copies }: Place, extent: Extent): number {
  return Math.min(rows * extent.most, copies * extent.total);
}

function placeBelow(
  place: Place,
  extent: Extent,
  isList: boolean,
  first: number | undefined,
): Place {
  const { rows, asked, items } = place;
  const copies = Math.max(place.copies * (extent.sharedBy ?? 1), 1);
  // An object that is requested by id appears once for each time that its id is given.
  if (first !== undefined && isList)
    return { rows: rows * first, copies: copies * first, asked: asked * first };
  if (first !== undefined) {
    const found = Math.min(countOf(place, extent), rows * first);
    return { rows, copies, asked: asked * first, items: found };
  }
  if (!isList) return { rows, copies, asked, ...(items !== undefined && { items }) };
  // The lists of a page itself are as long as the number of its rows.
  if (items !== undefined) return { rows: items, copies, asked };
  return { rows: countOf(place, extent), copies, asked: asked * extent.most };
}
